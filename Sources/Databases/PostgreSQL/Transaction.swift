#if PostgreSQL
    import CPQ

    /// The two kinds of transactions.
    enum Transaction {
        /// One state of the database, from the first statement to the last.
        case read
        /// One after the other, over all clients, by a lock that the server holds until the end.
        case write

        func opening(_ address: ServerAddress) -> String {
            switch self {
            case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            case .write:
                "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT pg_advisory_xact_lock(\(address.writeLock))"
            }
        }
    }

    extension Link {
        /// Ends a transaction without a trace. A connection that cannot even do that is lost.
        func rollBack() {
            guard !isLost, PQstatus(connection) == CONNECTION_OK else {
                isLost = true
                return
            }
            guard PQtransactionStatus(connection) != PQTRANS_IDLE else { return }
            let (before, heeded) = (patience, whenCancelled)
            (patience, whenCancelled) = (Limits.grace, .carryOn)
            defer { (patience, whenCancelled) = (before, heeded) }
            do { try command("ROLLBACK") } catch { isLost = true }
        }

        /// Makes a transaction durable. Nobody can cancel this: either it is done or it is not.
        /// - Throws: `outcomeUnknown` where the connection is lost after COMMIT was sent.
        func commit() throws {
            let heeded = whenCancelled
            whenCancelled = .carryOn
            defer { whenCancelled = heeded }
            guard PQstatus(connection) == CONNECTION_OK else { throw broken() }
            do {
                let tag = try command("COMMIT")
                guard tag == "COMMIT" else {
                    throw DatabaseError(.other, state: "25P02", "The transaction had failed and was rolled back.")
                }
            } catch  where isLost {
                throw DatabaseError(
                    .outcomeUnknown, state: (error as? DatabaseError)?.state,
                    "The connection was lost after COMMIT was sent: the write may be there, or not. \(error)")
            }
        }

        /// Runs a statement that ends a transaction.
        /// - Returns: what the server says that it did.
        @discardableResult
        private func command(_ sql: String) throws -> String {
            begun = .now
            try send(PQsendQuery(connection, sql))
            var tag = ""
            var fault: DatabaseError?
            while let result = try receive() {
                defer { PQclear(result) }
                if PQresultStatus(result) == PGRES_COMMAND_OK {
                    tag = PQcmdStatus(result).map { String(cString: $0) } ?? ""
                } else {
                    fault = self.fault(result)
                }
            }
            try settle(fault)
            return tag
        }
    }
#endif
