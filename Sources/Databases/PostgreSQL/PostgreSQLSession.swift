#if PostgreSQL
    import CPQ

    /// One transaction of a connection. After a statement that failed, all others fail with the same error: PostgreSQL
    /// lets a transaction that met an error only be rolled back.
    final class PostgreSQLSession: Session {
        let dialect = Dialect.postgreSQL
        private let link: Link
        /// Something of the database was given to the body, which cannot be run again as if nothing had been.
        private(set) var hasGiven = false
        /// The error that ended the transaction.
        private(set) var failure: (any Error)?
        var isOver = false

        init(_ link: Link) { self.link = link }

        func run(script: String) throws {
            try statement {
                try link.script(script)
                if PQtransactionStatus(link.connection) == PQTRANS_INTRANS { try link.forgetStatements() }
            }
        }

        func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
            try statement { try link.run(sql, arguments) }
        }

        func query(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Void) throws {
            try statement {
                try link.query(sql, arguments) { row in
                    self.hasGiven = true
                    try body(row)
                }
            }
        }

        func load(into table: String, columns: [String], _ next: () throws -> [SQLValue]?) throws {
            try statement {
                try link.load(into: table, columns: columns) {
                    // Where the rows come from, they may not come a second time.
                    self.hasGiven = true
                    return try next()
                }
            }
        }

        private func statement<Result>(_ body: () throws -> Result) throws -> Result {
            precondition(!isOver, "A session is used only inside its transaction.")
            if let failure { throw failure }
            do {
                let result = try body()
                guard PQtransactionStatus(link.connection) != PQTRANS_IDLE else {
                    throw DatabaseError(.other, state: "25000", "A statement ended the transaction.")
                }
                hasGiven = true
                return result
            } catch {
                if link.isLost {
                    failure = error
                } else {
                    hasGiven = true
                    if PQtransactionStatus(link.connection) != PQTRANS_INTRANS { failure = error }
                }
                throw error
            }
        }
    }
#endif
