import Access
import Databases
import Editions
import Foundation
import Store
import Testing

@Suite struct AccessTests {
    private func withDatabase(_ body: (any Database) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-access-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await ReleaseStore(folder: folder)
        try await body(store.database)
        try await store.close()
    }

    private let moment = Date(timeIntervalSince1970: 1_000)

    @Test func aTokenOpensWhatItWasMadeForUntilItEnds() async throws {
        try await withDatabase { database in
            let tokens = AccessTokens(in: database)
            let made = try await tokens.make(
                name: "Application du centre nautique", for: .service(commune: "69029"), perMinute: 60, at: moment,
                until: moment.addingTimeInterval(100))
            let known = try await tokens.token(of: made.secret, at: moment)
            #expect(known == made.token && known?.audience == .service(commune: "69029"))
            #expect(try await tokens.token(of: made.secret, at: moment.addingTimeInterval(101)) == nil)
            #expect(try await tokens.token(of: made.secret + "0", at: moment) == nil)
            #expect(try await tokens.token(of: "", at: moment) == nil)
            #expect(try await tokens.revoke(made.token.id, at: moment))
            #expect(try await tokens.token(of: made.secret, at: moment) == nil)
            #expect(try await !tokens.revoke("t-none", at: moment))
            #expect(try await tokens.all().map(\.id) == [made.token.id])
            #expect(!String(describing: try await tokens.all()).contains(made.secret))
        }
    }

    @Test func usesAreNoted() async throws {
        try await withDatabase { database in
            let tokens = AccessTokens(in: database)
            try await tokens.note([
                AccessUse(token: "t-1", at: moment, path: "/ogc", status: 200, bytes: 12),
                AccessUse(token: "t-2", at: moment, path: "/ogc", status: 404, bytes: 0),
            ])
            #expect(try await tokens.uses(of: "t-1").map(\.bytes) == [12])
        }
    }

    @Test func whoAsksTooOftenIsToldWhenToComeBack() {
        let limit = RateLimit()
        let answers = (0..<4).map { _ in limit.take("t", perMinute: 3, at: 10) }
        #expect(answers == [nil, nil, nil, 20])
        #expect(limit.take("other", perMinute: 3, at: 10) == nil)
        #expect(limit.take("t", perMinute: 3, at: 30) == nil)
        #expect(limit.take("t", perMinute: 3, at: 30) == 20)
    }

    @Test func changesAreSentUntilTheyAreReceived() async throws {
        try await withDatabase { database in
            let hooks = Webhooks(in: database)
            let hook = try await hooks.add("http://127.0.0.1:9/x", after: 4, at: moment)
            let change = RowChange(
                cursor: 5, kind: .added, schema: "parcs", uid: "P-1", commune: "69029", release: "r", date: moment,
                values: ["nom": "Parc \"A\""])
            @Sendable func page(_ cursor: Int64, _ schema: String?) -> ChangePage {
                cursor < 5
                    ? ChangePage(changes: [change], next: 5, hasMore: false)
                    : ChangePage(changes: [], next: cursor, hasMore: false)
            }
            let refused = try await hooks.deliver(at: moment, by: { _, _, _ in 500 }, changes: page)
            #expect(refused == 0)
            #expect(try await hooks.deliver(at: moment, by: { _, _, _ in 200 }, changes: page) == 0, "not yet")
            let sent = Received()
            let later = moment.addingTimeInterval(11)
            let received = try await hooks.deliver(
                at: later,
                by: { _, headers, body in
                    await sent.take(headers, body)
                    return 204
                }, changes: page)
            #expect(received == 1)
            #expect(try await hooks.all().map(\.cursor) == [5])
            #expect(try await hooks.deliver(at: later, by: { _, _, _ in 200 }, changes: page) == 0)
            let headers = await sent.headers
            #expect(headers["Webhook-Id"] == "\(hook.id)-5")
            #expect(headers["Webhook-Signature"]?.count == 67)
            let json = try #require(
                try JSONSerialization.jsonObject(with: await sent.body) as? [String: Any])
            #expect((json["changes"] as? [[String: Any]])?.first?["uid"] as? String == "P-1")
        }
    }

    @Test func whoWantsNoMoreIsLeftAlone() async throws {
        try await withDatabase { database in
            let hooks = Webhooks(in: database)
            let hook = try await hooks.add("http://127.0.0.1:9/x", after: 0, at: moment)
            _ = try await hooks.deliver(at: moment, by: { _, _, _ in 410 }) { _, _ in
                ChangePage(
                    changes: [
                        RowChange(
                            cursor: 1, kind: .removed, schema: "s", uid: "u", commune: "c", release: "r", date: moment,
                            values: [:])
                    ], next: 1, hasMore: false)
            }
            #expect(try await hooks.all().first?.stoppedAt == moment)
            #expect(try await hooks.remove(hook.id))
            #expect(try await hooks.all().isEmpty)
        }
    }
}

private actor Received {
    var headers: [String: String] = [:]
    var body = Data()

    func take(_ headers: [String: String], _ body: Data) {
        self.headers = headers
        self.body = body
    }
}
