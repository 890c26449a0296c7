import Addresses
import Catalog
import Foundation
import Hummingbird
import HummingbirdTesting
import Server
import Store
import Testing

@Suite struct GeocodingTests {
    private static func base() throws -> AddressIndex {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("ban.csv")
        try Data(
            """
            id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat
            94076_0001_00017;17;;Allée des Plantes;94800;94076;Villejuif;2.353234;48.78663
            94076_0002_00012_bis;12;bis;Rue Jules Auffret;94800;94076;Villejuif;2.35;48.79
            94016_0001_00003;3;;Rue des Lilas;94230;94016;Cachan;2.33;48.79
            69382_0001_00005;5;;Rue de la République;69002;69382;Lyon 2e Arrondissement;4.835;45.76
            69381_0001_00005;5;;Rue de la République;69001;69381;Lyon 1er Arrondissement;4.836;45.767
            """.utf8
        ).write(to: file)
        let builder = IndexBuilder(reference: nil)
        try builder.add(file)
        let index = folder.appendingPathComponent("base.index")
        try builder.write(to: index)
        return try AddressIndex(fileAt: index)
    }

    private func serving(
        base: AddressIndex? = try? base(), _ test: @Sendable (any TestClientProtocol) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-server-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = application(
            store: try await ReleaseStore(folder: folder), publisher: Publisher(name: "Val d'Exemple"),
            configuration: ServerConfiguration(port: 0, assets: nil, addresses: base))
        try await server.test(.router) { client in try await test(client) }
    }

    private func object(_ response: TestResponse) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(response.body.readableBytesView)) as? [String: Any])
    }

    private func properties(_ response: TestResponse) throws -> [[String: Any]] {
        let features = try #require(try object(response)["features"] as? [[String: Any]])
        return try features.map { try #require($0["properties"] as? [String: Any]) }
    }

    @Test(arguments: ["/geocodage/search", "/geocodage/search/"])
    func anAddressIsAnsweredInTheShapeOfTheNationalGeocoder(_ path: String) async throws {
        try await serving { client in
            let uri =
                "\(path)?q=12%20bis+r.%20jules%20auffret%2094800%20villejuif&autocomplete=0&limit=3&lat=48.8&lon=2.3"
            try await client.execute(uri: uri, method: .get) { response in
                #expect(response.status == .ok)
                #expect(response.headers[.contentType] == "application/json; charset=utf-8")
                #expect(response.headers[.accessControlAllowOrigin] == "*")
                let answer = try object(response)
                #expect(answer["type"] as? String == "FeatureCollection")
                #expect(answer["version"] as? String == "draft")
                #expect(answer["attribution"] as? String == "BAN")
                #expect(answer["licence"] as? String == "ETALAB-2.0")
                #expect(answer["query"] as? String == "12 bis r. jules auffret 94800 villejuif")
                #expect(answer["limit"] as? Int == 3)
                #expect(answer["center"] as? [Double] == [2.3, 48.8])
                let first = try #require(try properties(response).first)
                let texts = first.compactMapValues { $0 as? String }
                let expected = [
                    "label": "12 bis Rue Jules Auffret 94800 Villejuif", "housenumber": "12 bis",
                    "id": "94076_0002_00012_bis", "type": "housenumber", "name": "12 bis Rue Jules Auffret",
                    "postcode": "94800", "citycode": "94076", "city": "Villejuif", "street": "Rue Jules Auffret",
                    "context": "94, Val-de-Marne, Île-de-France", "verdict": "accepted",
                ]
                for (name, value) in expected { #expect(texts[name] == value, "\(name)") }
                // As `cs2cs EPSG:4326 EPSG:2154` has it.
                let x = try #require(first["x"] as? Double), y = try #require(first["y"] as? Double)
                #expect(abs(x - 652_247.0) < 2 && abs(y - 6_854_631.5) < 2, "\(x) \(y)")
                #expect(try #require(first["score"] as? Double) >= 0.8)
            }
        }
    }

    @Test(arguments: [
        ("search", 400, "q: required param"), ("search?q=", 400, "q: required param"),
        ("search?q=\(String(repeating: "a", count: 201))", 413, "q: must contain between 1 and 200 chars"),
        ("search?q=rue&limit=0", 400, "limit: must be an integer between 1 and 100"),
        ("search?q=rue&limit=101", 400, "limit: must be an integer between 1 and 100"),
        ("search?q=rue&lat=91&lon=2", 400, "lat: must be a float between -90 and 90"),
        (
            "search?q=rue&type=house", 400,
            "type: unexpected value. Allowed values: housenumber, street, locality, municipality"
        ),
        ("search?q=rue&index=poi", 400, "index: unexpected value. Allowed value: address"),
        ("reverse?lat=48", 400, "lon: required param"), ("reverse?lon=2", 400, "lat: required param"),
    ])
    func whatCannotBeReadIsRefused(_ question: String, _ status: Int, _ detail: String) async throws {
        try await serving { client in
            try await client.execute(uri: "/geocodage/\(question)", method: .get) { response in
                #expect(response.status.code == status)
                let answer = try object(response)
                #expect(answer["code"] as? Int == status)
                #expect(answer["message"] as? String == "Failed parsing query")
                #expect(answer["detail"] as? [String] == [detail])
            }
        }
    }

    private static let second = "5 Rue de la République 69002 Lyon"
    private static let first = "5 Rue de la République 69001 Lyon"

    @Test(arguments: [
        ("5+rue+de+la+republique&citycode=69382", [second]),
        ("5+rue+de+la+republique&citycode=69381&citycode=69382", [first, second]),
        ("5+rue+de+la+republique&citycode=69381,69382", [first, second]),
        ("5+rue+de+la+republique&citycode=69123", [first, second]),
        ("5+rue+de+la+republique&postcode=69001", [first]), ("5+rue+de+la+republique&depcode=94", []),
        ("5+rue+de+la+republique&citycode=69382&type=street", ["Rue de la République 69002 Lyon"]),
        ("villejuif", ["Villejuif"]), ("villejuif&type=municipality", ["Villejuif"]),
    ])
    func filtersAreKept(_ query: String, _ expected: [String]) async throws {
        try await serving { client in
            try await client.execute(uri: "/geocodage/search?autocomplete=0&q=\(query)", method: .get) { response in
                #expect(response.status == .ok)
                let labels = try properties(response).compactMap { $0["label"] as? String }
                #expect(labels.sorted() == expected)
            }
        }
    }

    @Test func whatIsBeingTypedIsCompleted() async throws {
        try await serving { client in
            try await client.execute(uri: "/geocodage/search?q=17+all+des+pla", method: .get) { response in
                let found = try properties(response)
                #expect(found.first?["label"] as? String == "17 Allée des Plantes 94800 Villejuif")
            }
        }
    }

    @Test func districtsAreNamed() async throws {
        try await serving { client in
            let uri = "/geocodage/search?q=5+rue+de+la+republique+69002+lyon&autocomplete=0"
            try await client.execute(uri: uri, method: .get) { response in
                let first = try #require(try properties(response).first)
                #expect(first["city"] as? String == "Lyon")
                #expect(first["district"] as? String == "Lyon 2e Arrondissement")
                #expect(first["context"] as? String == "69, Rhône, Auvergne-Rhône-Alpes")
            }
        }
    }

    @Test func theNearestAddressIsGivenWithItsDistance() async throws {
        try await serving { client in
            try await client.execute(uri: "/geocodage/reverse?lat=48.7866&lng=2.3532", method: .get) { response in
                #expect(response.status == .ok)
                let found = try properties(response)
                #expect(found.count == 1)
                #expect(found[0]["label"] as? String == "17 Allée des Plantes 94800 Villejuif")
                #expect(found[0]["distance"] as? Int == 4)
            }
            try await client.execute(
                uri: "/geocodage/reverse?lat=48.7866&lon=2.3532&limit=10&type=street", method: .get
            ) { response in
                let found = try properties(response)
                #expect(found.first?["label"] as? String == "Allée des Plantes 94800 Villejuif")
                #expect(found.allSatisfy { $0["type"] as? String == "street" })
            }
        }
    }

    @Test func withoutABaseItSaysSo() async throws {
        try await serving(base: nil) { client in
            for (uri, method) in [
                ("/geocodage/search?q=rue", HTTPRequest.Method.get), ("/geocodage/reverse?lat=1&lon=1", .get),
                ("/geocodage/search/csv", .post),
            ] {
                try await client.execute(uri: uri, method: method) { response in
                    #expect(response.status == .serviceUnavailable)
                    let answer = try object(response)
                    #expect(answer["message"] as? String != nil)
                }
            }
        }
    }

    @Test func whatItCanDoIsTold() async throws {
        try await serving { client in
            try await client.execute(uri: "/geocodage/getCapabilities", method: .get) { response in
                let answer = try object(response)
                #expect(answer["indexes"] != nil)
            }
        }
    }

    // MARK: Files

    private func form(_ fields: [(String, String)], file: Data, named name: String = "écoles.csv") -> ByteBuffer {
        var body = Data()
        for (field, value) in fields {
            body += Data("--XyZ\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Data(
            "--XyZ\r\nContent-Disposition: form-data; name=\"data\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n"
                .utf8)
        return ByteBuffer(bytes: body + file + Data("\r\n--XyZ--\r\n".utf8))
    }

    private let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=XyZ"]

    private static let national = """
        latitude,longitude,result_label,result_score,result_score_next,result_type,result_id,result_housenumber,\
        result_name,result_street,result_postcode,result_city,result_context,result_citycode,result_oldcitycode,\
        result_oldcity,result_district,result_status,result_verdict
        """

    @Test(arguments: ["/geocodage/search/csv", "/geocodage/search/csv/"])
    func aFileIsLocated(_ path: String) async throws {
        let file = Data(
            "nom,adresse,cp\nA,17 all des plantes,94800\nB,12 avenue Inconnue,94800\n".utf8)
        try await serving { client in
            try await client.execute(
                uri: path, method: .post, headers: headers,
                body: form([("columns", "adresse"), ("columns", "cp")], file: file)
            ) { response in
                #expect(response.status == .ok)
                #expect(response.headers[.contentType] == "text/csv; charset=utf-8")
                #expect(response.headers[.contentDisposition]?.contains("_coles.geocoded.csv") == true)
                let lines = String(buffer: response.body).split(separator: "\n")
                #expect(lines[0] == "nom,adresse,cp," + Self.national)
                #expect(
                    lines[1].hasPrefix(
                        "A,17 all des plantes,94800,48.78663,2.353234,17 Allée des Plantes 94800 Villejuif,"))
                #expect(lines[1].hasSuffix("\"94, Val-de-Marne, Île-de-France\",94076,,,,ok,accepted"))
                #expect(lines[2] == "B,12 avenue Inconnue,94800,,,,,,,,,,,,,,,,,,not-found,none")
            }
        }
    }

    @Test func fileOptionsAreKept() async throws {
        let file = try #require("rue;ville\nall\u{E9}e des Plantes;Villejuif\n".data(using: .windowsCP1252))
        let fields = [
            ("columns", "rue"), ("columns", "ville"), ("encoding", "windows-1252"), ("delimiter", ";"),
            ("result_columns", "result_label"), ("result_columns", "result_status"),
        ]
        try await serving { client in
            try await client.execute(
                uri: "/geocodage/search/csv", method: .post, headers: headers, body: form(fields, file: file)
            ) { response in
                #expect(response.status == .ok)
                let text = String(data: Data(response.body.readableBytesView), encoding: .windowsCP1252)
                #expect(
                    text == """
                        rue;ville;result_label;result_status
                        allée des Plantes;Villejuif;Allée des Plantes 94800 Villejuif;ok

                        """)
            }
        }
    }

    @Test func aFilterOfAFileIsAColumn() async throws {
        let file = Data(
            "adresse,insee\n5 rue de la république,69382\n5 rue de la république,94076\n".utf8)
        try await serving { client in
            try await client.execute(
                uri: "/geocodage/search/csv", method: .post, headers: headers,
                body: form(
                    [("columns", "adresse"), ("citycode", "insee"), ("result_columns", "result_citycode")], file: file)
            ) { response in
                let lines = String(buffer: response.body).split(separator: "\n")
                #expect(lines[1] == "5 rue de la république,69382,69382")
                #expect(lines[2] == "5 rue de la république,94076,")
            }
        }
    }

    @Test func placesOfAFileGetTheirAddresses() async throws {
        let file = Data("nom,lat,long\nA,48.7866,2.3532\nB,x,y\nC,0,0\n".utf8)
        try await serving { client in
            try await client.execute(
                uri: "/geocodage/reverse/csv", method: .post, headers: headers, body: form([], file: file)
            ) { response in
                #expect(response.status == .ok)
                let lines = String(buffer: response.body).split(separator: "\n")
                #expect(
                    lines[0].hasPrefix("nom,lat,long,result_latitude,result_longitude,result_label,result_distance,"))
                #expect(
                    lines[1].hasPrefix("A,48.7866,2.3532,48.78663,2.353234,17 Allée des Plantes 94800 Villejuif,4,"))
                #expect(lines[1].hasSuffix(",ok"))
                #expect(lines[2].hasSuffix(",error"))
                #expect(lines[3].hasSuffix(",not-found"))
            }
        }
    }

    @Test func filesThatCannotBeUsedAreRefused() async throws {
        try await serving { client in
            let table = Data("adresse\nx\n".utf8)
            for (body, headers) in [
                (ByteBuffer(), headers), (ByteBuffer(string: "--XyZ\r\n"), headers),
                (form([], file: Data()), headers), (form([("columns", "rue")], file: table), headers),
                (form([], file: table), [.contentType: "text/csv"] as HTTPFields),
                (form([("encoding", "utf-16")], file: Data([0xFF])), headers),
            ] as [(ByteBuffer, HTTPFields)] {
                try await client.execute(
                    uri: "/geocodage/search/csv", method: .post, headers: headers, body: body
                ) { response in
                    #expect(response.status == .badRequest)
                    let answer = try object(response)
                    #expect(answer["code"] as? Int == 400)
                }
            }
            try await client.execute(
                uri: "/geocodage/search/csv", method: .post, headers: headers,
                body: form([], file: Data(repeating: 0x61, count: 50_000_001))
            ) { response in
                #expect(response.status == .contentTooLarge)
            }
        }
    }

    @Test func onlyFilesCanBeSent() async throws {
        try await serving { client in
            try await client.execute(uri: "/geocodage/search", method: .post) { response in
                #expect(response.status == .methodNotAllowed)
            }
            try await client.execute(uri: "/geocodage/search/csv", method: .get) { response in
                #expect(response.status == .methodNotAllowed)
                #expect(response.headers[.allow] == "POST, OPTIONS")
            }
            try await client.execute(uri: "/geocodage/search/csv", method: .options) { response in
                #expect(response.headers[.accessControlAllowMethods] == "POST, OPTIONS")
            }
        }
    }
}
