import Access
import Catalog
import CZlib
import Editions
import Foundation
import Hummingbird
import HummingbirdTesting
import Schemas
import Server
import Store
import Tables
import Testing

/// Secrets are sown into every field and row that is not public, and looked for in every public byte.
@Suite struct SecretsTests {
    /// A dataset with every kind of secret: fields, rows, positions, what a field held before, identifiers.
    private static let document = Data(
        #"""
        {"name": "parcs", "title": "Parcs", "version": "1.0.0", "primaryKey": "uid",
         "gabarit": {"trigram": "PAR"}, "fields": [
            {"name": "uid", "gabarit": {"meaning": "uid"}}, {"name": "nom", "gabarit": {"meaning": "name"}},
            {"name": "code_insee", "gabarit": {"meaning": "commune-code"}},
            {"name": "diffusion", "gabarit": {"meaning": "row-visibility", "visibility": "service"}},
            {"name": "surface", "type": "number"}, {"name": "ouvert", "type": "date"},
            {"name": "gardien", "gabarit": {"visibility": "commune"}},
            {"name": "budget", "type": "number", "gabarit": {"visibility": "territory"}},
            {"name": "cle", "gabarit": {"visibility": "service", "separator": "|"}}]}
        """#.utf8)
    private static let fields = [
        "uid", "nom", "code_insee", "diffusion", "surface", "ouvert", "gardien", "budget", "cle",
    ]
    /// Numbers that stand nowhere else.
    private static let budget = "918273645"

    private static func row(_ number: Int, _ diffusion: String = "") -> [String] {
        let isHidden = !diffusion.isEmpty
        return [
            isHidden ? "PAR-SECRETUID-\(number)" : "PAR-69029-\(number)",
            isHidden ? "SECRETNAME \(number)" : "Parc \(number)", "69029", diffusion, "\(number)",
            "2020-01-0\(1 + number % 9)",
            "SECRETGUARD \(number)", budget, "SECRETKEY|SECRETCODE \(number)",
        ]
    }

    private func withSite(_ test: @Sendable (any TestClientProtocol, ReleaseStore) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-secrets-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await ReleaseStore(folder: folder)
        var visible = (1...12).map { Self.row($0) }
        // What is hidden later is hidden in its past too.
        visible[1][1] = "SECRETPAST"
        try await publish(visible + [Self.row(20, "commune"), Self.row(21, "service"), Self.row(22, "?")], in: store)
        // History has secrets too: values that were changed, rows that were hidden later, a file's name, an agent.
        var later = visible
        later[0][6] = "SECRETOTHER"
        later[1][3] = "territoire"
        later[1][1] = "SECRETNAME hidden later"
        later[2][1] = "Parc renommé"
        try await publish(later, at: Self.later, in: store)
        let server = application(
            store: store, publisher: Publisher(name: "Val d'Exemple", communes: [Place(code: "69029", name: "Bron")]),
            configuration: ServerConfiguration(port: 0, assets: nil))
        try await server.test(.router) { try await test($0, store) }
        try await store.close()
    }

    private static let first = 1_700_000_000.0
    private static let later = first + 864_000

    private func publish(_ rows: [[String]], at seconds: Double = first, in store: ReleaseStore) async throws {
        let table = CleanTable(
            fields: Self.fields,
            columns: Self.fields.indices.map { column in Cells(rows.map { Value($0[column]) }) },
            rowNumbers: rows.indices.map { $0 + 2 },
            geometries: rows.map { row in
                .point(
                    Coordinate(longitude: row[3].isEmpty ? 4.9 : 1.2345678, latitude: row[3].isEmpty ? 45.7 : 2.3456789)
                )
            })
        var draft = ReleaseDraft(
            schema: "parcs", schemaVersion: "1.0.0", commune: Place(code: "69029", name: "Bron"),
            publishedAt: Date(timeIntervalSince1970: seconds))
        draft.agent = "SECRETAGENT"
        draft.file = "SECRETFILE.xlsx"
        try await store.publish(
            draft, rows: table, schemaDocument: Self.document,
            origins: Origins([0: ["nom": Origin(rule: "trim", before: "SECRETBEFORE")]]))
    }

    /// Where the walk begins; it goes on along every link that it finds.
    private static let starts = [
        "/", "/recherche?q=parc", "/jeux-de-donnees/parcs", "/communes/69029", "/communes/69029/parcs",
        "/modeles/parcs",
        "/modeles/parcs.json", "/objets/PAR-69029-1", "/objets/PAR-69029-2", "/integrer",
        "/ogc", "/ogc/collections?f=html", "/ogc/collections/parcs/items", "/ogc/collections/parcs/items?f=html",
        "/ogc/collections/parcs/queryables", "/ogc/collections/parcs/schema", "/ogc/collections/parcs/sortables",
        "/ogc/collections/parcs/items?filter=gardien%20LIKE%20%27%25%27",
        "/ogc/collections/parcs/items?sortby=gardien", "/ogc/collections/parcs/items?q=parc",
        "/ogc/collections/parcs/tiles/WebMercatorQuad/0/0/0",
        "/ogc/collections/parcs/tiles/WebMercatorQuad/12/1463/2103",
        "/api/explore/v2.1/catalog/datasets", "/api/explore/v2.1/catalog/datasets/parcs",
        "/api/explore/v2.1/catalog/datasets/parcs/records?limit=100",
        "/api/explore/v2.1/catalog/datasets/parcs/records?select=gardien,budget",
        "/api/explore/v2.1/catalog/datasets/parcs/records?where=budget%3E0",
        "/api/explore/v2.1/catalog/datasets/parcs/records?select=max(budget)%20as%20m",
        "/api/explore/v2.1/catalog/datasets/parcs/records?group_by=gardien",
        "/api/explore/v2.1/catalog/datasets/parcs/records?order_by=cle",
        "/api/explore/v2.1/catalog/datasets/parcs/facets",
        "/api/explore/v2.1/catalog/datasets/parcs/facets?facet=gardien",
        "/api/explore/v2.1/catalog/datasets/parcs/exports/csv", "/api/explore/v2.1/catalog/datasets/parcs/exports/json",
        "/api/explore/v2.1/catalog/exports/json", "/api/3/action/package_list", "/api/3/action/package_search?q=parc",
        "/api/3/action/package_show?id=parcs", "/api/3/action/datastore_search?resource_id=parcs",
        "/api/3/action/organization_list?all_fields=true",
        "/ws/rdata/all.json", "/ws/rdata/parcs.json", "/ws/rdata/parcs/all.json", "/ws/rdata/parcs/gardien.json",
        "/catalog.jsonld", "/catalog.ttl", "/catalog.rdf", "/sitemap.xml", "/robots.txt", "/changements",
        "/changements?depuis=0&limite=1000", "/changements?jeu=parcs", "/flux.atom", "/api.json", "/nowhere",
        "/fichiers/parcs/territoire.csv", "/fichiers/parcs/69029.csv", "/fichiers/parcs/territoire.excel.csv",
        "/fichiers/parcs/territoire.xlsx", "/fichiers/parcs/territoire.ods", "/fichiers/parcs/territoire.json",
        "/fichiers/parcs/territoire.jsonl", "/fichiers/parcs/territoire.geojson", "/fichiers/parcs/territoire.gpkg",
        "/fichiers/parcs/territoire.shp.zip", "/fichiers/parcs/territoire.kml", "/fichiers/parcs/territoire.fgb",
        "/fichiers/parcs/territoire.2154.gpkg", "/fichiers/parcs/territoire.pdf",
        "/jeux-de-donnees/parcs/versions", "/jeux-de-donnees/parcs/versions?lang=en", "/flux.atom?commune=69029",
        "/jeux-de-donnees/parcs?au=2023-11-15", "/communes/69029/parcs?au=2023-11-15",
        "/objets/PAR-69029-1?au=2023-11-15",
        "/objets/PAR-69029-2?au=2023-11-15", "/objets/PAR-69029-3?au=2023-11-15",
        "/changements?objet=PAR-69029-1", "/changements?objet=PAR-69029-2", "/changements?objet=PAR-69029-3",
        "/fichiers/parcs/territoire.csv?au=2023-11-15", "/fichiers/parcs/69029.csv?au=2023-11-15",
        "/fichiers/parcs/territoire.geojson?au=2023-11-15", "/fichiers/parcs/territoire.xlsx?au=2023-11-15",
        "/fichiers/parcs/territoire.gpkg?au=2023-11-15", "/fichiers/parcs/territoire.csv?au=2020-01-01",
    ]

    @Test func noSecretStandsInAnyPublicByte() async throws {
        try await withSite { client, _ in
            var waiting = Self.starts
            var seen = Set(waiting)
            var answered = 0
            while let address = waiting.popLast(), answered < 1500 {
                answered += 1
                let (status, body) = try await client.execute(uri: address, method: .get) { response in
                    (response.status.code, Array(response.body.readableBytesView))
                }
                #expect(status < 500, "\(address)")
                for text in [body] + Unzipped.entries(of: body) {
                    let leak = Self.secrets.first { text.holds($0) }
                    #expect(leak == nil, "\(leak.map { String(decoding: $0, as: UTF8.self) } ?? "") in \(address)")
                }
                for link in Links.local(in: body) where seen.insert(link).inserted { waiting.append(link) }
            }
            #expect(answered > Self.starts.count + 50, "the walk goes on along links")
        }
    }

    /// The name of a hidden field is as good as its value: neither stands anywhere.
    private static let secrets = ["SECRET", budget, "gardien", "budget", "diffusion", "1.2345678", "2.3456789"].map {
        Array($0.utf8)
    }

    /// Whoever guesses right is told no more than whoever guesses wrong.
    @Test(arguments: [
        "/recherche?q=%", "/jeux-de-donnees/parcs?q=%", "/ogc/collections/parcs/items?filter=gardien=%27%%27",
        "/ogc/collections/parcs/items?gardien=%", "/ogc/collections/parcs/items?filter=nom=%27%%27",
        "/api/explore/v2.1/catalog/datasets/parcs/records?where=gardien=%27%%27",
        "/api/explore/v2.1/catalog/datasets/parcs/records?where=%27%%27",
        "/api/explore/v2.1/catalog/datasets/parcs/records?refine=gardien:%",
        "/api/3/action/datastore_search?resource_id=parcs&q=%",
        "/api/3/action/datastore_search?resource_id=parcs&filters=%7B%22gardien%22:%22%%22%7D",
        "/ws/rdata/parcs/all.json?field=gardien&value=%", "/objets/%", "/ogc/collections/parcs/items/%",
        "/objets/%?au=2023-11-15", "/changements?objet=%", "/jeux-de-donnees/parcs?au=2023-11-15&q=%",
    ])
    func guessingTellsNothing(template: String) async throws {
        try await withSite { client, _ in
            for secret in ["SECRETGUARD%201", "SECRETNAME%2020", "PAR-SECRETUID-20", "SECRETNAME%20hidden%20later"] {
                var answers: [String] = []
                for guess in [secret, secret.replacing("SECRET", with: "NOTHIN")] {
                    let address = template.replacing("%%27", with: guess + "%27").replacing("%%22", with: guess + "%22")
                        .replacing(/%$/, with: guess)
                    let answer = try await client.execute(uri: address, method: .get) { response in
                        "\(response.status.code) " + String(buffer: response.body)
                    }
                    // What was asked may be said again.
                    let said = guess.replacing("%20", with: " ")
                    answers.append(
                        answer.replacing(guess, with: "?").replacing(said, with: "?").replacing(
                            said.replacing(" ", with: "+"), with: "?"
                        ).replacing(
                            /"timeStamp":"[^"]*"/, with: ""))
                }
                #expect(answers[0] == answers[1], "\(template) \(secret)")
            }
        }
    }

    @Test func aTokenOpensItsOwnCommuneOnly() async throws {
        try await withSite { client, store in
            let tokens = try await Self.tokens(of: store)
            let address = "/api/explore/v2.1/catalog/datasets/parcs/records?limit=100"
            func body(_ token: String) async throws -> String {
                try await client.execute(uri: address, method: .get, headers: [.authorization: "Bearer \(token)"]) {
                    #expect($0.headers[.cacheControl] == "private, no-store")
                    return String(buffer: $0.body)
                }
            }
            #expect(try await body(tokens.own).contains("SECRETGUARD"))
            #expect(try await !body(tokens.own).contains("SECRETKEY"))
            #expect(try await !body(tokens.other).contains("SECRET"))
            try await client.execute(uri: address, method: .get) { response in
                #expect(!String(buffer: response.body).contains("SECRET"), "nothing of it stays in a cache")
            }
            try await client.execute(uri: address, method: .get, headers: [.authorization: "Bearer nothing"]) {
                #expect($0.status == .unauthorized)
                #expect($0.headers[.wwwAuthenticate] != nil)
            }
        }
    }

    private static func tokens(of store: ReleaseStore) async throws -> (own: String, other: String) {
        let tokens = AccessTokens(in: store.database)
        let now = Date()
        return (
            try await tokens.make(name: "a", for: .commune("69029"), perMinute: 100, at: now).secret,
            try await tokens.make(name: "b", for: .commune("69123"), perMinute: 100, at: now).secret
        )
    }
}
