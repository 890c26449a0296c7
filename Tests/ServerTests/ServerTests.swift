import Catalog
import Foundation
import Hummingbird
import HummingbirdTesting
import Server
import Store
import Tables
import Testing

@Suite struct ServerTests {
    private static let document = Data(
        #"""
        {"name": "parcs", "title": "Parcs", "version": "1.0.0", "primaryKey": "uid", "fields": [
            {"name": "uid", "gabarit": {"meaning": "uid"}}, {"name": "nom", "gabarit": {"meaning": "name"}},
            {"name": "code_insee", "gabarit": {"meaning": "commune-code"}},
            {"name": "gardien", "gabarit": {"visibility": "commune"}}]}
        """#.utf8)

    private func publish(_ rows: [[String]], of place: Place, in store: ReleaseStore) async throws {
        let table = CleanTable(
            fields: ["uid", "nom", "code_insee", "gardien"],
            columns: (0..<4).map { column in Cells(rows.map { Value($0[column]) }) },
            rowNumbers: rows.indices.map { $0 + 2 },
            geometries: rows.map { _ in .point(Coordinate(longitude: 4.9, latitude: 45.7)) })
        let draft = ReleaseDraft(
            schema: "parcs", schemaVersion: "1.0.0", commune: place, publishedAt: Date(timeIntervalSince1970: 1))
        try await store.publish(draft, rows: table, schemaDocument: Self.document, acceptingLoss: true)
    }

    private func serving(_ test: @Sendable (any TestClientProtocol, ReleaseStore) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-server-\(UUID())")
        let store = try await ReleaseStore(folder: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await publish(
            (1...60).map { ["PAR-69029-\($0)", "Parc \($0)", "69029", "SECRET"] },
            of: Place(code: "69029", name: "Bron"), in: store)
        try await publish(
            [["PAR-69383-1", "Parc de la Tête d'Or", "69383", "SECRET"]],
            of: Place(code: "69123", name: "Lyon"), in: store)
        let server = application(
            store: store, publisher: Publisher(name: "Val d'Exemple"),
            configuration: ServerConfiguration(port: 0, assets: nil))
        try await server.test(.router) { client in try await test(client, store) }
    }

    private static let addresses = [
        "/", "/recherche?q=parc", "/recherche?q=secret", "/jeux-de-donnees/parcs", "/jeux-de-donnees/parcs?embed=1",
        "/jeux-de-donnees/parcs?commune=69029&q=parc&tri=nom&sens=desc&page=2&lang=en", "/communes/69029",
        "/communes/69029/parcs", "/objets/PAR-69029-1", "/modeles/parcs", "/modeles/parcs.json", "/integrer",
        "/accessibilite", "/sante", "/robots.txt", "/statique/gabarit.css", "/statique/map.js", "/statique/icone.svg",
        "/fichiers/parcs/territoire.csv", "/fichiers/parcs/69029.csv", "/fichiers/parcs/69029.excel.csv",
        "/fichiers/parcs/69029.geojson", "/fichiers/parcs/69029.json", "/fichiers/parcs/69029.xlsx",
    ]

    @Test func everyAddressAnswersAndTellsNoSecret() async throws {
        try await serving { client, _ in
            for address in Self.addresses {
                try await client.execute(uri: address, method: .get) { response in
                    #expect(response.status == .ok, "\(address)")
                    let text = String(buffer: response.body)
                    #expect(!text.contains("SECRET"), "\(address)")
                    #expect(!text.contains("gardien"), "\(address)")
                    #expect(response.headers[.xContentTypeOptions] == "nosniff")
                    #expect(response.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
                }
                try await client.execute(uri: address, method: .head) { response in
                    #expect(response.status == .ok, "\(address)")
                    #expect(response.body.readableBytes == 0)
                }
            }
        }
    }

    @Test func whatIsNotThereIsSaidPlainly() async throws {
        try await serving { client, _ in
            for address in [
                "/rien", "/jeux-de-donnees/rien", "/communes/00000", "/communes/69123/rien", "/objets/rien",
                "/modeles/rien", "/modeles/rien.json", "/fichiers/parcs/territoire.exe", "/fichiers/parcs/00000.csv",
                "/fichiers/parcs/..%2F..%2Fetc.csv", "/statique/..%2Fgabarit.css", "/statique/secret",
            ] {
                try await client.execute(uri: address, method: .get) { response in
                    #expect(response.status == .notFound, "\(address)")
                    #expect(String(buffer: response.body).contains("Cette page n&#39;existe pas"), "\(address)")
                }
            }
        }
    }

    @Test func nothingCanBeSent() async throws {
        try await serving { client, _ in
            for method in [HTTPRequest.Method.post, .put, .delete, .patch] {
                try await client.execute(uri: "/", method: method) { response in
                    #expect(response.status == .methodNotAllowed)
                    #expect(response.headers[.allow] == "GET, HEAD, OPTIONS")
                }
            }
        }
    }

    @Test func programsAreNeverAnsweredWithAPage() async throws {
        try await serving { client, _ in
            for address in [
                "/ogc/collections", "/api/explore/v2.1/catalog", "/api/3/action/package_list", "/ws/rdata/all.json",
                "/changements", "/api.json", "/tuiles/parcs.json", "/catalog.ttl", "/geocodage/search", "/api/rien",
            ] {
                for method in [HTTPRequest.Method.put, .delete, .patch, .trace] {
                    try await client.execute(uri: address, method: method) { response in
                        #expect(response.status == .methodNotAllowed, "\(method) \(address)")
                        #expect(response.headers[.contentType]?.contains("json") == true, "\(address)")
                        #expect(response.headers[.allow]?.hasPrefix("GET, HEAD") == true, "\(address)")
                        #expect(response.headers[.accessControlAllowOrigin] == "*", "\(address)")
                    }
                }
            }
            for address in ["/api/rien", "/api/3", "/ws/rien", "/geocodage/rien", "/tuiles/rien", "/ogc/rien"] {
                try await client.execute(uri: address, method: .get) { response in
                    #expect(response.status == .notFound, "\(address)")
                    #expect(response.headers[.contentType]?.contains("json") == true, "\(address)")
                    #expect(response.headers[.accessControlAllowOrigin] == "*", "\(address)")
                }
            }
        }
    }

    @Test func hostileParametersAreHarmless() async throws {
        let long = String(repeating: "a", count: 3000)
        try await serving { client, _ in
            for query in [
                "page=-1", "page=99999999999999999999", "page=0&page=2", "q=\(long)", "tri=gardien", "tri=%00",
                "q=%FF%FE", "q=%27%3B%20DROP%20TABLE%20release", "commune=%3Cscript%3E", "lang=xx", "embed=2", "&&==&",
            ] {
                try await client.execute(uri: "/jeux-de-donnees/parcs?\(query)", method: .get) { response in
                    #expect(response.status == .ok, "\(query.prefix(40))")
                    #expect(!String(buffer: response.body).contains("<script>"))
                }
            }
            try await client.execute(uri: "/?q=\(long)\(long)", method: .get) { response in
                #expect(response.status == .uriTooLong)
            }
        }
    }

    @Test func aFileIsSentOnceAndRenewedWhenSomethingIsPublished() async throws {
        try await serving { client, store in
            let uri = "/fichiers/parcs/69029.csv"
            let tag = try await client.execute(uri: uri, method: .get) { response in
                #expect(response.headers[.accessControlAllowOrigin] == "*")
                #expect(response.headers[.contentDisposition] == "attachment; filename*=UTF-8''parcs-69029.csv")
                #expect(String(buffer: response.body).hasPrefix("uid,nom,code_insee\nPAR-69029-1,Parc 1,69029\n"))
                return response.headers[.eTag]
            }
            let known: HTTPFields = [.ifNoneMatch: try #require(tag)]
            try await client.execute(uri: uri, method: .get, headers: known) { response in
                #expect(response.status == .notModified)
                #expect(response.body.readableBytes == 0)
            }
            try await publish(
                [["PAR-69029-1", "Parc renommé", "69029", ""]], of: Place(code: "69029", name: "Bron"), in: store)
            try await client.execute(uri: uri, method: .get, headers: known) { response in
                #expect(response.status == .ok)
                #expect(String(buffer: response.body) == "uid,nom,code_insee\nPAR-69029-1,Parc renommé,69029\n")
            }
        }
    }

    @Test func theFilesOfLyonHoldItsDistricts() async throws {
        try await serving { client, _ in
            for code in ["69123", "69383"] {
                try await client.execute(uri: "/fichiers/parcs/\(code).csv", method: .get) { response in
                    #expect(String(buffer: response.body).contains("PAR-69383-1"), "\(code)")
                }
            }
        }
    }

    @Test func onlyEmbeddedPagesMayStandInOtherSites() async throws {
        try await serving { client, _ in
            try await client.execute(uri: "/communes/69029/parcs", method: .get) { response in
                #expect(response.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'self'") == true)
            }
            try await client.execute(uri: "/communes/69029/parcs?embed=1", method: .get) { response in
                #expect(response.headers[.contentSecurityPolicy]?.contains("frame-ancestors *") == true)
            }
            try await client.execute(uri: "/integrer?embed=1", method: .get) { response in
                #expect(response.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'self'") == true)
            }
        }
    }

    @Test func theLanguageIsThatOfTheBrowserUnlessAnotherIsChosen() async throws {
        try await serving { client, _ in
            for (uri, header, language) in [
                ("/", "en-GB,en;q=0.9,fr;q=0.5", "en"), ("/", "fr-FR,en;q=0.9", "fr"), ("/", "de", "fr"),
                ("/?lang=fr", "en", "fr"), ("/?lang=en", "fr", "en"),
            ] {
                try await client.execute(uri: uri, method: .get, headers: [.acceptLanguage: header]) { response in
                    #expect(response.headers[.contentLanguage] == language, "\(uri) \(header)")
                }
            }
        }
    }

    @Test func aPageBeyondTheLastIsTheLast() async throws {
        try await serving { client, _ in
            try await client.execute(uri: "/communes/69029/parcs?page=50", method: .get) { response in
                #expect(String(buffer: response.body).contains("51 à 60 sur 60"))
            }
        }
    }
}
