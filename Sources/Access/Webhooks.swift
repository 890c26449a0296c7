public import Databases
public import Editions
public import Foundation

/// Who is told of changes. Each change is sent until it was received (a 2xx status): at least once, in order.
public struct Webhooks: Sendable {
    private let database: any Database

    /// The webhooks in the database of a store.
    public init(in database: any Database) { self.database = database }

    /// Sends a body to an address with headers; gives the status, or throws where nobody answers.
    public typealias Transport =
        @Sendable (_ address: String, _ headers: [String: String], _ body: Data) async throws -> Int

    /// Adds an address, which is told of what happens from now on. Its messages are signed with the secret.
    public func add(
        _ address: String, schema: String = "", after cursor: Int64, at moment: Date
    ) async throws -> Webhook {
        let hook = Webhook(
            id: "w-" + Secret.random(signs: 6), address: address, secret: "whs_" + Secret.random(signs: 40),
            schema: schema, cursor: cursor, failures: 0, nextTry: moment, stoppedAt: nil)
        try await database.write { session in
            try session.run(
                """
                INSERT INTO webhook (id, address, secret, schema_name, cursor, failures, next_try, made_at)
                VALUES (?, ?, ?, ?, ?, 0, ?, ?)
                """,
                [
                    .text(hook.id), .text(address), .text(hook.secret), .text(schema), .integer(cursor),
                    .real(moment.timeIntervalSince1970), .real(moment.timeIntervalSince1970),
                ])
        }
        return hook
    }

    /// All webhooks, those that were given up included.
    public func all() async throws -> [Webhook] {
        try await database.read { session in
            try session.all("SELECT \(Self.columns) FROM webhook ORDER BY made_at, id", [], Webhook.init)
        }
    }

    /// Takes an address away. False where there is none of that name.
    public func remove(_ id: String) async throws -> Bool {
        try await database.write { try $0.run("DELETE FROM webhook WHERE id = ?", [.text(id)]) > 0 }
    }

    /// Tells each webhook that is due of what it does not know yet; returns how many messages were received.
    ///
    /// - Parameter changes: What happened after a cursor, of one dataset or of all, as everybody may know it.
    public func deliver(
        at moment: Date, by transport: Transport,
        changes: @Sendable (_ cursor: Int64, _ schema: String?) async throws -> ChangePage
    ) async throws -> Int {
        var received = 0
        for var hook in try await all() where hook.stoppedAt == nil && hook.nextTry <= moment {
            let page = try await changes(hook.cursor, hook.schema.isEmpty ? nil : hook.schema)
            guard !page.changes.isEmpty else { continue }
            let message = WebhookMessage(hook: hook, page: page, moment: moment)
            let status = try? await transport(hook.address, message.headers, Data(message.body))
            if let status, (200..<300).contains(status) {
                received += 1
                hook.cursor = page.next
                hook.failures = 0
                hook.nextTry = moment
            } else {
                hook.failures += 1
                hook.nextTry = moment.addingTimeInterval(Webhook.wait(after: hook.failures))
                // 410 Gone is how a receiver says that it wants no more.
                if hook.failures >= Webhook.patience || status == 410 { hook.stoppedAt = moment }
            }
            try await keep(hook)
        }
        return received
    }

    private func keep(_ hook: Webhook) async throws {
        try await database.write { session in
            try session.run(
                "UPDATE webhook SET cursor = ?, failures = ?, next_try = ?, stopped_at = ? WHERE id = ?",
                [
                    .integer(hook.cursor), .integer(Int64(hook.failures)), .real(hook.nextTry.timeIntervalSince1970),
                    hook.stoppedAt.map { .real($0.timeIntervalSince1970) } ?? .null, .text(hook.id),
                ])
        }
    }

    private static let columns = "id, address, secret, schema_name, cursor, failures, next_try, stopped_at"
}

extension Webhook {
    init(_ row: any SQLRow) {
        self.init(
            id: row.text(0), address: row.text(1), secret: row.text(2), schema: row.text(3), cursor: row.integer(4),
            failures: Int(row.integer(5)), nextTry: Date(timeIntervalSince1970: row.real(6)),
            stoppedAt: row.isNull(7) ? nil : Date(timeIntervalSince1970: row.real(7)))
    }
}
