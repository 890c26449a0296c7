#if PostgreSQL
    import CPQ
    import Foundation

    /// Where a server is and how it is used: `postgres://user:password@host:port/database?sslmode=…&schema=…`.
    ///
    /// All that libpq understands is handed on to it. Ours are `schema` (default `gabarit`), `pool` (connections,
    /// default 8), `pool_timeout`, `statement_timeout` and `lock_timeout`, the last three as PostgreSQL writes times;
    /// `0` in the last two is without end.
    struct ServerAddress: Sendable {
        /// The address without our own parameters.
        let url: String
        /// The PostgreSQL schema in which everything lives.
        let schema: String
        let limits: Limits
        /// What must not stand in any message.
        private let secrets: [String]

        init(_ text: String) throws(DatabaseError) {
            guard let scheme = ["postgres://", "postgresql://"].first(where: text.hasPrefix), !text.utf8.contains(0)
            else { throw Self.unreadable("it begins with postgres:// or postgresql://") }
            let (base, items) = Self.split(text, after: scheme.count)
            var own = OwnParameters()
            var others: [String] = []
            for item in items where try !own.take(item) { others.append(item) }
            url = others.isEmpty ? base : base + "?" + others.joined(separator: "&")
            schema = own.schema
            limits = own.limits
            secrets = try Self.secrets(of: url)
        }

        /// A message of libpq or of a server, on one line and without what is secret.
        func cleaned(_ message: String, of connection: OpaquePointer? = nil) -> String {
            let used = connection.flatMap { PQpass($0) }.map { String(cString: $0) }
            return (secrets + [used ?? ""]).filter { !$0.isEmpty }
                .reduce(message) { $0.replacingOccurrences(of: $1, with: "***") }
                .split(whereSeparator: \.isNewline).joined(separator: " ")
        }

        static func unreadable(_ why: String) -> DatabaseError {
            DatabaseError(.other, "The address of the database cannot be used: \(why).")
        }

        /// What stands before the question mark, and the parameters after it. As in libpq, a password may hold one.
        private static func split(_ text: String, after scheme: Int) -> (base: String, items: [String]) {
            let rest = text.dropFirst(scheme)
            let credentials = rest.firstIndex { $0 == "@" || $0 == "/" }.flatMap { rest[$0] == "@" ? $0 : nil }
            guard let mark = text[(credentials ?? rest.startIndex)...].firstIndex(of: "?") else { return (text, []) }
            return (String(text[..<mark]), text[text.index(after: mark)...].split(separator: "&").map(String.init))
        }

        /// What libpq takes for a password. Its own words about an address that it cannot read may hold one, so they are
        /// not handed on.
        private static func secrets(of url: String) throws(DatabaseError) -> [String] {
            var words: UnsafeMutablePointer<CChar>?
            defer { PQfreemem(words) }
            guard let options = PQconninfoParse(url, &words) else {
                throw unreadable("libpq does not understand it; each parameter must be one of libpq's or of ours")
            }
            defer { PQconninfoFree(options) }
            return readOptions(options).filter { $0.key.hasSuffix("password") }.map(\.value)
        }
    }

    /// The options that have a value.
    func readOptions(_ options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        var found: [String: String] = [:]
        var option = options
        while let name = option.pointee.keyword {
            if let value = option.pointee.val { found[String(cString: name)] = String(cString: value) }
            option += 1
        }
        return found
    }

    /// The parameters of an address that are ours, not libpq's.
    private struct OwnParameters {
        var schema = "gabarit"
        var limits = Limits()

        /// Takes `name=value` where it is one of ours.
        mutating func take(_ item: String) throws(DatabaseError) -> Bool {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            let value = parts.count == 2 ? parts[1].removingPercentEncoding ?? "" : ""
            switch name {
            case "schema":
                guard !value.isEmpty, value.utf8.count <= 63, !value.utf8.contains(0), !value.hasPrefix("pg_") else {
                    throw ServerAddress.unreadable("schema is a name of 1 to 63 bytes that does not begin with pg_")
                }
                schema = value
            case "pool":
                guard let count = Int(value), 1...1000 ~= count else {
                    throw ServerAddress.unreadable("pool is a number from 1 to 1000")
                }
                limits.connections = count
            case "pool_timeout": limits.waiting = try time(value, name)
            case "statement_timeout": limits.statement = try time(value, name).unlessZero
            case "lock_timeout": limits.lock = try time(value, name).unlessZero
            default: return false
            }
            return true
        }

        private func time(_ value: String, _ name: String) throws(DatabaseError) -> Duration {
            guard let time = Duration(postgreSQL: value) else {
                throw ServerAddress.unreadable("\(name) is a time such as 500ms, 30s or 5min")
            }
            return time
        }
    }

    extension Duration {
        fileprivate var unlessZero: Duration? { self == .zero ? nil : self }
    }
#endif
