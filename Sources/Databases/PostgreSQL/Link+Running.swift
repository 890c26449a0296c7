#if PostgreSQL
    import CPQ

    extension Link {
        /// Runs statements without arguments.
        func script(_ sql: String) throws {
            try begin(sql)
            try send(PQsendQuery(connection, sql))
            _ = try conclude()
        }

        /// Forgets what was prepared, for the tables may have changed.
        func forgetStatements() throws {
            guard !statements.isEmpty else { return }
            statements = StatementCache(after: statements)
            try script("DEALLOCATE ALL")
        }

        /// Runs one statement.
        /// - Returns: how many rows it touched.
        func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
            _ = try start(sql, arguments)
            return try conclude()
        }

        /// Runs one statement and hands on its rows.
        func query(_ sql: String, _ arguments: [SQLValue], _ body: (PostgreSQLRow) throws -> Void) throws {
            try stream(try start(sql, arguments), body)
        }

        private func start(_ sql: String, _ arguments: [SQLValue]) throws -> PreparedStatement {
            try begin(sql)
            let statement = try prepared(sql, arguments)
            let accepted = try Parameters(arguments).withPointers { count, values, lengths, formats in
                PQsendQueryPrepared(
                    connection, statement.name, count, values, lengths, formats, statement.isBinary ? 1 : 0)
            }
            if accepted == 1 { PQsetSingleRowMode(connection) }
            try send(accepted)
            return statement
        }

        /// Every statement begins here: the line is made free, and whoever was cancelled goes no further.
        func begin(_ sql: String) throws {
            if job?.isCancelled == true, whenCancelled != .carryOn { throw CancellationError() }
            guard !isCopying else {
                throw DatabaseError(.other, "No statement can be run while rows are loaded.")
            }
            guard !sql.utf8.contains(0) else { throw DatabaseError.zeroInText }
            try stream?.setAside()
            begun = .now
        }

        /// Reads all results to the last.
        func conclude() throws -> Int {
            var fault: DatabaseError?
            var touched = 0
            while let result = try receive() {
                defer { PQclear(result) }
                do { touched = try count(result) ?? touched } catch { fault = fault ?? error }
            }
            try settle(fault)
            return touched
        }

        private func stream(_ statement: PreparedStatement, _ body: (PostgreSQLRow) throws -> Void) throws {
            let (outer, rows) = (stream, RowStream(self))
            stream = rows
            defer { stream = outer }
            let row = PostgreSQLRow(columns: statement.columns, isBinary: statement.isBinary)
            var (fault, thrown): (DatabaseError?, (any Error)?) = (nil, nil)
            do {
                while let result = try rows.next() {
                    defer { PQclear(result) }
                    if PQresultStatus(result) != PGRES_SINGLE_TUPLE {
                        do { _ = try count(result) } catch { fault = fault ?? error }
                    } else if thrown == nil {
                        row.result = result
                        // What was thrown waits until all is read: the transaction stays as it is.
                        do { try body(row) } catch { thrown = error }
                    }
                }
                try settle(fault)
            } catch { throw thrown ?? error }
            if let thrown { throw thrown }
        }

        /// How many rows a result says that it touched; nil where it says nothing.
        private func count(_ result: OpaquePointer) throws(DatabaseError) -> Int? {
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return PQcmdTuples(result).flatMap { Int(String(cString: $0)) }
            case PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY: return nil
            case PGRES_COPY_IN:
                PQputCopyEnd(connection, "rows are loaded by load")
                return nil
            case PGRES_COPY_OUT, PGRES_COPY_BOTH:
                isLost = true
                throw DatabaseError(.other, "COPY TO STDOUT is not for scripts.")
            default: throw fault(result)
            }
        }

        /// After the last result: whoever was cancelled hears so, else the fault is told.
        func settle(_ fault: DatabaseError?) throws {
            awaitStopRequest()
            if job?.isCancelled == true, whenCancelled != .carryOn { throw CancellationError() }
            if let fault { throw fault }
        }

        private func prepared(_ sql: String, _ arguments: [SQLValue]) throws -> PreparedStatement {
            let key = StatementCache.Key(sql: sql, bytesAt: arguments.indices.filter { arguments[$0].isBytes })
            if let statement = statements.find(key) {
                try Self.require(statement.argumentCount, arguments)
                return statement
            }
            if let old = statements.makeRoom() { try deallocate(old) }
            let (numbered, count) = Placeholders.numbered(sql)
            try Self.require(count, arguments)
            let name = statements.newName()
            // 17 is bytea; of all else the server finds the type.
            let types: [Oid] = arguments.map { $0.isBytes ? 17 : 0 }
            try send(PQsendPrepare(connection, name, numbered, Int32(count), types))
            _ = try conclude()
            let statement = PreparedStatement(name: name, argumentCount: count, columns: try described(name))
            statements.insert(statement, key)
            return statement
        }

        private static func require(_ count: Int, _ arguments: [SQLValue]) throws(DatabaseError) {
            guard count == arguments.count else {
                throw DatabaseError(.other, "The statement takes \(count) arguments and was given \(arguments.count).")
            }
        }

        private func described(_ name: String) throws -> [ColumnType] {
            try send(PQsendDescribePrepared(connection, name))
            var columns: [ColumnType] = []
            var fault: DatabaseError?
            while let result = try receive() {
                defer { PQclear(result) }
                if PQresultStatus(result) == PGRES_COMMAND_OK {
                    columns = (0..<PQnfields(result)).map { ColumnType(PQftype(result, $0)) }
                } else {
                    fault = self.fault(result)
                }
            }
            try settle(fault)
            return columns
        }

        private func deallocate(_ name: String) throws {
            try send(PQsendQuery(connection, "DEALLOCATE \(name)"))
            _ = try conclude()
        }
    }

    extension SQLValue {
        fileprivate var isBytes: Bool { if case .bytes = self { true } else { false } }
    }
#endif
