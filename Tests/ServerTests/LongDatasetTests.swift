import Catalog
import Exports
import Foundation
import Hummingbird
import HummingbirdTesting
import Server
import Store
import Tables
import Testing

/// Datasets too long to be held back until they are whole.
@Suite struct LongDatasetTests {
    private static let document = Data(
        #"""
        {"name": "lieux", "title": "Lieux", "version": "1.0.0", "primaryKey": "uid", "fields": [
            {"name": "uid", "gabarit": {"meaning": "uid"}}, {"name": "nom", "gabarit": {"meaning": "name"}}]}
        """#.utf8)
    private static let count = 21_000

    private func publish(_ count: Int, of place: Place, in store: ReleaseStore) async throws {
        let table = CleanTable(
            fields: ["uid", "nom"],
            columns: [
                Cells((0..<count).map { Value("\(place.code)-\($0)") }),
                Cells((0..<count).map { Value("Lieu \($0) de \(place.name), dont le nom est long : \($0)") }),
            ], rowNumbers: Array(0..<count))
        let draft = ReleaseDraft(
            schema: "lieux", schemaVersion: "1.0.0", commune: place, publishedAt: Date(timeIntervalSince1970: 1))
        try await store.publish(draft, rows: table, schemaDocument: Self.document, acceptingLoss: true)
    }

    private func serving(_ test: @Sendable (any TestClientProtocol, ReleaseStore) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-long-\(UUID())")
        let store = try await ReleaseStore(folder: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await publish(Self.count, of: Place(code: "69029", name: "Bron"), in: store)
        let server = application(
            store: store, publisher: Publisher(name: "Val d'Exemple"),
            configuration: ServerConfiguration(port: 0, assets: nil))
        try await server.test(.router) { client in try await test(client, store) }
    }

    private let file = "/fichiers/lieux/territoire.csv"

    private func get(
        _ uri: String, _ client: any TestClientProtocol, method: HTTPRequest.Method = .get, _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        try await client.execute(uri: uri, method: method, headers: headers) { $0 }
    }

    @Test func aLongFileIsSentWhileItIsWritten() async throws {
        try await serving { client, _ in
            let announced = try await get(file, client, method: .head)
            let tag = try #require(announced.headers[.eTag])
            #expect(announced.status == .ok && announced.headers[.contentLength] == nil)
            #expect(try await get(file, client, [.ifNoneMatch: tag]).status == .notModified)
            async let first = get(file, client)
            async let second = get(file, client)
            let (one, two) = try await (first, second)
            #expect(one.headers[.contentLength] == nil, "nobody has counted its bytes yet")
            #expect(one.headers[.eTag] == tag && one.body == two.body)
            #expect(one.body.readableBytesView.count { $0 == 0x0A } == Self.count + 1)
            let again = try await get(file, client)
            #expect(again.body == one.body && again.headers[.eTag] == tag)
            #expect(again.headers[.contentLength] == "\(one.body.readableBytes)")
        }
    }

    @Test func aFileThatWasWrittenIsDescribed() async throws {
        try await serving { client, _ in
            let addresses = ["/catalog.ttl", "/api/3/action/package_show?id=lieux", "/jeux-de-donnees/lieux"]
            for address in addresses {
                let text = String(buffer: try await get(address, client).body)
                #expect(!text.contains("byteSize") && !text.contains("sha256\":\""), "\(address)")
            }
            let file = try await get(file, client).body
            let sum = SHA256.digest(file.readableBytesView)
            for address in addresses {
                let text = String(buffer: try await get(address, client).body)
                #expect(text.contains("\(file.readableBytes)") && text.contains(sum), "\(address)")
            }
        }
    }

    @Test func aPartOfAFileThatIsNotThereYetIsWaitedFor() async throws {
        try await serving { client, _ in
            let part = try await get(file, client, [.range: "bytes=0-7"])
            #expect(part.status == .partialContent && String(buffer: part.body) == "uid,nom\n")
        }
    }

    @Test func formatsThatNeedPlacesAreNotThereWithoutAny() async throws {
        try await serving { client, _ in
            for format in ["kml", "fgb", "shp.zip"] {
                for method in [HTTPRequest.Method.head, .get] {
                    let answer = try await get("/fichiers/lieux/territoire.\(format)", client, method: method)
                    #expect(answer.status == .notFound, "\(format)")
                }
            }
        }
    }

    /// Rows that answer, files that are written: all of them of the one state or of the other.
    @Test func theOldEditionAnswersUntilTheNextOneIsReady() async throws {
        try await serving { client, store in
            func matched() async throws -> Int {
                let answer = try await get("/ogc/collections/lieux/items?f=json&limit=1", client)
                let text = String(buffer: answer.body)
                let start = try #require(text.range(of: "\"numberMatched\":")).upperBound
                return Int(text[start...].prefix { $0.isNumber }) ?? 0
            }
            #expect(try await matched() == Self.count)
            try await publish(1, of: Place(code: "69259", name: "Vénissieux"), in: store)
            var seen: [Int] = []
            while seen.last != Self.count + 1, seen.count < 10_000 {
                seen.append(try await matched())
                let lines = try await get(file, client).body.readableBytesView.count { $0 == 0x0A } - 1
                #expect([Self.count, Self.count + 1].contains(lines))
                #expect(lines >= seen.last ?? 0)
            }
            #expect(seen.last == Self.count + 1)
            #expect(seen == seen.sorted())
        }
    }
}
