#if PostgreSQL
    /// A statement that the server has read: what it is called there, and what it gives.
    struct PreparedStatement {
        let name: String
        let argumentCount: Int
        let columns: [ColumnType]
        /// Whether its rows come as binary values.
        var isBinary: Bool { columns.allSatisfy(\.isKnown) }
    }

    /// The statements that a connection has prepared, those used last.
    struct StatementCache {
        /// One SQL text, and which arguments are bytes: their type must be said.
        struct Key: Hashable {
            let sql: String
            let bytesAt: [Int]
        }

        /// How many are kept.
        static let capacity = 256

        private var statements: [Key: (statement: PreparedStatement, used: Int)] = [:]
        private var uses = 0
        private var names = 0

        var isEmpty: Bool { statements.isEmpty }

        init() {}

        /// An empty one whose names are not yet taken.
        init(after other: StatementCache) { names = other.names }

        mutating func find(_ key: Key) -> PreparedStatement? {
            uses += 1
            statements[key]?.used = uses
            return statements[key]?.statement
        }

        mutating func newName() -> String {
            names += 1
            return "s\(names)"
        }

        mutating func insert(_ statement: PreparedStatement, _ key: Key) { statements[key] = (statement, uses) }

        /// Makes room for one more.
        /// - Returns: the name of the statement that the server can forget.
        mutating func makeRoom() -> String? {
            guard statements.count >= Self.capacity, let oldest = statements.min(by: { $0.value.used < $1.value.used })
            else { return nil }
            statements[oldest.key] = nil
            return oldest.value.statement.name
        }
    }
#endif
