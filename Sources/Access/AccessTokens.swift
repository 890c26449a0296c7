public import Databases
public import Editions
public import Foundation

/// The tokens of a territory. The database holds only a digest of each: who reads it cannot use them.
public struct AccessTokens: Sendable {
    private let database: any Database

    /// The tokens in the database of a store.
    public init(in database: any Database) { self.database = database }

    /// Makes a token. The secret is given this once, and kept nowhere.
    public func make(
        name: String, for audience: Audience, perMinute: Int, at moment: Date, until end: Date? = nil
    ) async throws -> (token: AccessToken, secret: String) {
        let secret = "gab_" + Secret.random(signs: 40)
        let token = AccessToken(
            id: "t-" + Secret.random(signs: 6), name: name, audience: audience, perMinute: perMinute, madeAt: moment,
            endsAt: end, revokedAt: nil)
        let (scope, commune) = audience.words
        try await database.write { session in
            try session.run(
                """
                INSERT INTO access_token (id, digest, name, scope, commune, per_minute, made_at, ends_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(token.id), .text(Secret.digest(secret)), .text(name), .text(scope), .text(commune),
                    .integer(Int64(perMinute)), .real(moment.timeIntervalSince1970),
                    end.map { .real($0.timeIntervalSince1970) } ?? .null,
                ])
        }
        return (token, secret)
    }

    /// The token of a secret; nil where nobody made it, it ended or was taken back.
    public func token(of secret: String, at moment: Date) async throws -> AccessToken? {
        guard secret.utf8.count <= 100 else { return nil }
        let found = try await database.read { session in
            try session.first(
                "SELECT \(Self.columns) FROM access_token WHERE digest = ?", [.text(Secret.digest(secret))],
                AccessToken.init)
        }
        return found.flatMap { $0 }.flatMap { $0.isValid(at: moment) ? $0 : nil }
    }

    /// All tokens, the newest first.
    public func all() async throws -> [AccessToken] {
        try await database.read { session in
            try session.all("SELECT \(Self.columns) FROM access_token ORDER BY made_at DESC, id", [], AccessToken.init)
                .compactMap { $0 }
        }
    }

    /// Takes a token back. False where there is none of that name.
    public func revoke(_ id: String, at moment: Date) async throws -> Bool {
        try await database.write { session in
            try session.run(
                "UPDATE access_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
                [.real(moment.timeIntervalSince1970), .text(id)]) > 0
        }
    }

    /// Notes what tokens were used for.
    public func note(_ uses: [AccessUse]) async throws {
        guard !uses.isEmpty else { return }
        try await database.write { session in
            var rest = uses.makeIterator()
            try session.load(into: "access_log", columns: ["token", "at", "path", "status", "bytes"]) {
                rest.next().map { use in
                    [
                        .text(use.token), .real(use.at.timeIntervalSince1970), .text(use.path),
                        .integer(Int64(use.status)), .integer(Int64(use.bytes)),
                    ]
                }
            }
        }
    }

    /// What a token was last used for, the newest first.
    public func uses(of id: String, limit: Int = 100) async throws -> [AccessUse] {
        try await database.read { session in
            try session.all(
                "SELECT token, at, path, status, bytes FROM access_log WHERE token = ? ORDER BY id DESC LIMIT ?",
                [.text(id), .integer(Int64(limit))]
            ) { row in
                AccessUse(
                    token: row.text(0), at: Date(timeIntervalSince1970: row.real(1)), path: row.text(2),
                    status: Int(row.integer(3)), bytes: Int(row.integer(4)))
            }
        }
    }

    private static let columns = "id, name, scope, commune, per_minute, made_at, ends_at, revoked_at"
}

extension AccessToken {
    /// Nil where the scope is none that this version knows: then nothing is opened.
    init?(_ row: any SQLRow) {
        guard let audience = Audience(scope: row.text(2), commune: row.text(3)) else { return nil }
        func date(_ column: Int) -> Date? {
            row.isNull(column) ? nil : Date(timeIntervalSince1970: row.real(column))
        }
        self.init(
            id: row.text(0), name: row.text(1), audience: audience, perMinute: Int(row.integer(4)),
            madeAt: Date(timeIntervalSince1970: row.real(5)), endsAt: date(6), revokedAt: date(7))
    }
}

extension Audience {
    /// The words under which a scope is kept, and typed in commands.
    public var words: (scope: String, commune: String) {
        switch self {
        case .everybody: ("public", "")
        case .commune(let code): ("commune", code)
        case .territory: ("territory", "")
        case .service(let code): ("service", code)
        }
    }

    /// The audience of a scope; nil where the words make none.
    public init?(scope: String, commune: String) {
        switch (scope, commune.isEmpty) {
        case ("public", _): self = .everybody
        case ("commune", false): self = .commune(commune)
        case ("territory", _): self = .territory
        case ("service", false): self = .service(commune: commune)
        default: return nil
        }
    }
}
