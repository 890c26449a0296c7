import Catalog
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Server
import Store
import Tables
import Testing

/// The life of rows as people and applications see it over HTTP.
@Suite struct VersionTests {
    private static let document = Data(
        #"""
        {"name": "parcs", "title": "Parcs", "version": "1.0.0", "primaryKey": "uid", "fields": [
            {"name": "uid", "gabarit": {"meaning": "uid"}},
            {"name": "nom", "title": "Nom", "gabarit": {"meaning": "name"}},
            {"name": "code_insee", "gabarit": {"meaning": "commune-code"}},
            {"name": "surface", "title": "Surface", "type": "number"}]}
        """#.utf8)

    /// 1 October 2024 at noon, in Paris and in London.
    private static let october = 1_727_780_400.0
    private static let day = 86_400.0

    private static func publish(
        _ rows: [[String]], of place: Place, at seconds: Double, in store: ReleaseStore
    ) async throws -> Release {
        let table = CleanTable(
            fields: ["uid", "nom", "code_insee", "surface"],
            columns: (0..<4).map { column in Cells(rows.map { Value($0[column]) }) },
            rowNumbers: rows.indices.map { $0 + 2 }, geometries: rows.map { _ in nil })
        var draft = ReleaseDraft(
            schema: "parcs", schemaVersion: "1.0.0", commune: place, publishedAt: Date(timeIntervalSince1970: seconds))
        draft.file = "SECRETFILE.xlsx"
        return try await store.publish(draft, rows: table, schemaDocument: Self.document, acceptingLoss: true)
    }

    /// Oullins-Pierre-Bénite published three parks on 1 October, changed one and removed one on 3 October; Bron
    /// published one on 2 October.
    private func serving(
        _ test: @escaping @Sendable (any TestClientProtocol, [Release]) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-versions-\(UUID())")
        let store = try await ReleaseStore(folder: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let oullins = Place(code: "69149", name: "Oullins-Pierre-Bénite")
        let releases = [
            try await Self.publish(
                [
                    ["PAR-1", "Parc Chabrières", "69149", "100"], ["PAR-2", "Parc Manin", "69149", "200"],
                    ["PAR-3", "Square Perdu", "69149", "3"],
                ], of: oullins, at: Self.october, in: store),
            try await Self.publish(
                [["PAR-4", "Parc du Fort", "69029", "4"]], of: Place(code: "69029", name: "Bron"),
                at: Self.october + Self.day, in: store),
            try await Self.publish(
                [["PAR-1", "Parc Chabrières", "69149", "150"], ["PAR-2", "Parc Manin", "69149", "200"]], of: oullins,
                at: Self.october + 2 * Self.day, in: store),
        ]
        var publisher = Publisher(name: "Val d'Exemple", communes: [oullins])
        publisher.formerCodes = ["69152": "69149"]
        let server = application(
            store: store, publisher: publisher, configuration: ServerConfiguration(port: 0, assets: nil))
        try await server.test(.router) { try await test($0, releases) }
        try await store.close()
    }

    private func text(
        _ client: any TestClientProtocol, _ address: String, _ status: HTTPResponse.Status = .ok,
        headers: HTTPFields = [:], _ check: @escaping @Sendable (TestResponse) -> Void = { _ in }
    ) async throws -> String {
        try await client.execute(uri: address, method: .get, headers: headers) { response in
            #expect(response.status == status, "\(address)")
            check(response)
            return String(buffer: response.body)
        }
    }

    @Test func anObjectTellsWhatChanged() async throws {
        try await serving { client, releases in
            let page = try await text(client, "/objets/PAR-1")
            #expect(page.contains("Ce qui a changé") && page.contains("3 octobre 2024"))
            #expect(page.contains("<del>100</del>") && page.contains("<ins>150</ins>"))
            #expect(page.contains("/jeux-de-donnees/parcs/versions/\(releases[2].id)"))
            #expect(page.contains("par Oullins-Pierre-Bénite") && !page.contains("SECRET"))
            #expect(try await text(client, "/objets/PAR-1?lang=en").contains("What has changed"))
            #expect(try await !text(client, "/objets/PAR-1?embed=1").contains("Ce qui a changé"))
        }
    }

    @Test func whatIsGoneSaysSo() async throws {
        try await serving { client, _ in
            let page = try await text(client, "/objets/PAR-3", .gone)
            #expect(page.contains("Square Perdu") && page.contains("3 octobre 2024"))
            #expect(page.contains("href=\"/jeux-de-donnees/parcs\""))
            let life = try await text(client, "/changements?objet=PAR-3")
            #expect(life.contains("\"kind\":\"added\"") && life.contains("\"kind\":\"removed\""))
            _ = try await text(client, "/changements?objet=PAR-99", .notFound) {
                #expect($0.headers[.contentType] == "application/problem+json")
            }
            _ = try await text(client, "/objets/PAR-99", .notFound)
        }
    }

    @Test func aDayOfThePastCanBeRead() async throws {
        try await serving { client, _ in
            let first = try await text(client, "/fichiers/parcs/territoire.csv?au=2024-10-01") { response in
                #expect(response.headers[.cacheControl] == "public, max-age=3600")
                #expect(
                    HTTPField.Name("Memento-Datetime").flatMap { response.headers[$0] }
                        == "Tue, 01 Oct 2024 11:00:00 GMT")
                #expect(response.headers[.eTag] != nil)
            }
            #expect(first.contains("Square Perdu") && !first.contains("Parc du Fort") && first.contains("100"))
            #expect(try await text(client, "/fichiers/parcs/69029.csv?au=2024-10-02").contains("Parc du Fort"))
            #expect(try await text(client, "/fichiers/parcs/69152.csv?au=2024-10-02").contains("Square Perdu"))
            let instant = "/fichiers/parcs/territoire.csv?au=2024-10-02T13:00:00+02:00"
            #expect(try await text(client, instant).contains("Parc du Fort"))
            let page = try await text(client, "/jeux-de-donnees/parcs?au=2024-10-01") { response in
                #expect(response.headers[.cacheControl] == "public, max-age=3600")
            }
            #expect(page.contains("Vous lisez ce qui était publié le 1er octobre 2024") && page.contains("noindex"))
            #expect(page.contains("/objets/PAR-3?au=2024-10-01") && page.contains("territoire.csv?au=2024-10-01"))
            #expect(page.contains("/jeux-de-donnees/parcs\">Voir ce qui est publié aujourd"))
            let object = try await text(client, "/objets/PAR-1?au=2024-10-02")
            #expect(object.contains("<dd>100</dd>") && !object.contains("150"))
            #expect(try await text(client, "/objets/PAR-3?au=2024-10-02").contains("Square Perdu"))
            #expect(try await text(client, "/communes/69149/parcs?au=2024-10-01").contains("Square Perdu"))
            let today = try await text(client, "/fichiers/parcs/territoire.csv?au=\(Self.today)") { response in
                #expect(response.headers[.cacheControl] == "public, no-cache")
            }
            #expect(!today.contains("Square Perdu"))
        }
    }

    private static var today: String {
        let paris = Date.ISO8601FormatStyle(timeZone: TimeZone(identifier: "Europe/Paris") ?? .gmt)
        return Date().formatted(paris.year().month().day())
    }

    @Test(arguments: ["/fichiers/parcs/territoire.csv", "/jeux-de-donnees/parcs", "/objets/PAR-1"])
    func aMomentThatIsNoneIsSaidPlainly(path: String) async throws {
        try await serving { client, _ in
            for bad in [
                "hier", "2024-13-01", "2024-02-30", "01/10/2024", "2024-10-01T25:00:00Z", "-1", "2024-10", "99999",
                "2024-10-01T12:00:00", "2024-10-0%C2%B2", String(repeating: "9", count: 300),
            ] {
                let page = try await text(client, "\(path)?au=\(bad)", .badRequest)
                #expect(page.contains("2026-10-01"), "\(bad)")
            }
            #expect(try await text(client, "\(path)?au=9998-01-01", .badRequest).contains("pas encore venu"))
            let early = try await text(client, "\(path)?au=2024-09-30", .notFound)
            #expect(
                early.contains(path.hasPrefix("/objets") ? "n&#39;était pas publié" : "1er octobre 2024"), "\(early)")
            _ = try await text(client, "\(path)?au=")
        }
    }

    @Test func aFileIsItsOwnTimeGate() async throws {
        try await serving { client, _ in
            let header = try #require(HTTPField.Name("Accept-Datetime"))
            _ = try await text(
                client, "/fichiers/parcs/territoire.csv", .found, headers: [header: "Wed, 02 Oct 2024 00:00:00 GMT"]
            ) { response in
                #expect(response.headers[.location] == "/fichiers/parcs/territoire.csv?au=2024-10-02T00:00:00Z")
                #expect(response.headers[.vary] == "Accept-Datetime")
            }
            _ = try await text(client, "/fichiers/parcs/territoire.csv", .badRequest, headers: [header: "hier"])
            let tag = try await client.execute(uri: "/fichiers/parcs/territoire.csv?au=2024-10-01", method: .get) {
                $0.headers[.eTag]
            }
            _ = try await text(
                client, "/fichiers/parcs/territoire.csv?au=2024-10-01", .notModified,
                headers: [.ifNoneMatch: tag ?? ""])
            _ = try await text(client, "/fichiers/parcs/territoire.exe?au=2024-10-01", .notFound)
        }
    }

    @Test func aDatasetHasAPageOfItsVersions() async throws {
        try await serving { client, releases in
            #expect(try await text(client, "/jeux-de-donnees/parcs").contains("/jeux-de-donnees/parcs/versions"))
            let page = try await text(client, "/jeux-de-donnees/parcs/versions")
            #expect(page.contains("1\u{00A0}modification, 1\u{00A0}retrait") && page.contains("3\u{00A0}ajouts"))
            #expect(page.contains("/communes/69149/parcs?au=2024-10-03T11%3A00%3A00Z"))
            #expect(!page.contains("SECRET"))
            let bron = try await text(client, "/jeux-de-donnees/parcs/versions?commune=69029")
            #expect(bron.contains(releases[1].id) && !bron.contains(releases[0].id))
            let former = try await text(client, "/jeux-de-donnees/parcs/versions?commune=69152&page=9")
            #expect(former.contains(releases[0].id) && !former.contains(releases[1].id))
            let release = try await text(client, "/jeux-de-donnees/parcs/versions/\(releases[2].id)")
            #expect(release.contains("<del>100</del>") && release.contains("Square Perdu"))
            #expect(release.contains("/changements?publication=\(releases[2].id)"))
            #expect(release.contains("/fichiers/parcs/territoire.csv?au=2024-10-03T11%3A00%3A00Z"))
            #expect(try await text(client, "/jeux-de-donnees/parcs/versions?lang=en").contains("The versions"))
            _ = try await text(client, "/jeux-de-donnees/parcs/versions/rien", .notFound)
            _ = try await text(client, "/jeux-de-donnees/rien/versions", .notFound)
        }
    }

    @Test func theFeedAndTheChangesHoldEveryRelease() async throws {
        try await serving { client, releases in
            let feed = try await text(client, "/flux.atom")
            for release in releases { #expect(feed.contains("/versions/\(release.id)\"")) }
            let one = try await text(client, "/flux.atom?jeu=parcs&commune=69152")
            #expect(one.contains(releases[2].id) && !one.contains(releases[1].id))
            _ = try await text(client, "/flux.atom?jeu=rien", .notFound)
            for address in ["/flux.atom", "/changements?publication=\(releases[2].id)", "/changements?objet=PAR-1"] {
                let tag = try await client.execute(uri: address, method: .get) { $0.headers[.eTag] }
                _ = try await text(client, address, .notModified, headers: [.ifNoneMatch: try #require(tag)])
            }
            let changes = try await text(client, "/changements?publication=\(releases[2].id)")
            #expect(changes.contains("PAR-3") && changes.contains("PAR-1") && !changes.contains("PAR-4"))
        }
    }

    @Test func formerCodesLeadToTheCommuneOfToday() async throws {
        try await serving { client, _ in
            _ = try await text(client, "/communes/69152/parcs", .movedPermanently) {
                #expect($0.headers[.location] == "/communes/69149/parcs")
            }
            _ = try await text(client, "/communes/99999/parcs", .notFound)
            #expect(try await !text(client, "/jeux-de-donnees/parcs?commune=69152").contains("Parc du Fort</a>"))
            let items = try await text(client, "/ogc/collections/parcs/items?code_insee=69152")
            #expect(items.contains("\"numberMatched\":2"))
        }
    }
}
