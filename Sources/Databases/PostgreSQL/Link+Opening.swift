#if PostgreSQL
    import CPQ
    import Foundation

    extension Link {
        /// Makes a connection, and waits for a server that is starting or full.
        static func open(_ address: ServerAddress, _ bell: Bell, _ job: Job?) throws -> Link {
            let deadline = ContinuousClock.now + address.limits.connecting
            while true {
                do {
                    return try opened(address, bell, job)
                } catch let error as DatabaseError
                    // cannot_connect_now, too_many_connections
                    where ["57P03", "53300"].contains(error.state) && .now < deadline
                {
                    bell.wait(.milliseconds(100))
                    if job?.isCancelled == true { throw CancellationError() }
                }
            }
        }

        private static func opened(_ address: ServerAddress, _ bell: Bell, _ job: Job?) throws -> Link {
            // What stands before the address (`dbname`) is the default, what stands after it is meant.
            let parameters = [
                ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
                ("tcp_user_timeout", "30000"), ("fallback_application_name", "gabarit"),
                ("dbname", address.url), ("client_encoding", "UTF8"),
            ]
            let connection = withCStrings(parameters.map(\.0)) { names in
                withCStrings(parameters.map(\.1)) { values in PQconnectStartParams(names, values, 1) }
            }
            guard let connection else { throw DatabaseError(.other, "There is no memory for a connection.") }
            let link = Link(connection, address, bell, job)
            try link.connect()
            try link.prepareSession()
            return link
        }

        private func connect() throws {
            patience = connectTimeout
            PQsetNoticeReceiver(connection, { _, _ in }, nil)
            // Only the verbose words hold the code.
            PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
            guard PQstatus(connection) != CONNECTION_BAD else { throw openingFault() }
            var state = PGRES_POLLING_WRITING
            while state != PGRES_POLLING_OK {
                guard state != PGRES_POLLING_FAILED else { throw openingFault() }
                try wait(for: state == PGRES_POLLING_READING ? POLLIN : POLLOUT)
                state = PQconnectPoll(connection)
            }
            PQsetErrorVerbosity(connection, PQERRORS_DEFAULT)
            guard PQsetnonblocking(connection, 1) == 0 else { throw broken() }
            guard PQparameterStatus(connection, "server_encoding").map({ String(cString: $0) }) == "UTF8" else {
                isLost = true
                throw DatabaseError(.refused, "The database is not encoded in UTF-8: create it with ENCODING 'UTF8'.")
            }
        }

        /// `connect_timeout` of the address, which libpq itself heeds only where it blocks.
        private var connectTimeout: Duration {
            guard let options = PQconninfo(connection) else { return address.limits.connecting }
            defer { PQconninfoFree(options) }
            guard let seconds = readOptions(options)["connect_timeout"].flatMap(Int64.init), seconds > 0 else {
                return address.limits.connecting
            }
            return .seconds(min(seconds, 3600))
        }

        /// Why there is no connection. The code stands between the severity and the message: `FATAL:  28P01: …`.
        private func openingFault() -> DatabaseError {
            isLost = true
            let words = said
            let state = words.components(separatedBy: ":  ").dropFirst().first.flatMap { rest -> String? in
                let code = rest.prefix { $0 != ":" }
                return code.utf8.count == 5 && code.allSatisfy { $0.isUppercase || $0.isNumber } ? String(code) : nil
            }
            let message = words.components(separatedBy: " LOCATION:  ")[0]
            let isRefused =
                state.map { $0.hasPrefix("28") || $0 == "3D000" || $0 == "42501" }
                ?? (message.contains("SSL") || message.contains("certificate") || message.contains("password"))
            return DatabaseError(isRefused ? .refused : .unreachable, state: state, message)
        }

        /// Settings that every session has, and the schema, made where it is absent.
        private func prepareSession() throws {
            patience = address.limits.connecting
            let schema = Self.quoted(address.schema)
            try script(
                """
                SET search_path = \(schema), public;
                SET statement_timeout = \(address.limits.statement?.milliseconds ?? 0);
                SET lock_timeout = \(address.limits.lock?.milliseconds ?? 0);
                SET standard_conforming_strings = on;
                SET bytea_output = hex;
                SET extra_float_digits = 1;
                SET DateStyle = ISO;
                SET TimeZone = 'UTC';
                SET client_min_messages = error;
                SELECT set_config('synchronous_commit', 'on', false)
                    WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write');
                """)
            var isThere = false
            try query("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?", [.text(address.schema)]) { _ in
                isThere = true
            }
            if !isThere {
                try script(
                    """
                    BEGIN;
                    SELECT pg_advisory_xact_lock(\(address.writeLock));
                    CREATE SCHEMA IF NOT EXISTS \(schema);
                    COMMIT
                    """)
            }
            patience = address.limits.statement.map { $0 + Limits.grace }
        }

        /// A name as it stands in a statement, letter for letter.
        static func quoted(_ name: String) -> String {
            "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
        }
    }

    extension ServerAddress {
        /// The key of the lock that lets one write run after the other: FNV-1a of the schema's name.
        var writeLock: Int64 {
            Int64(
                bitPattern: "gabarit \(schema)".utf8.reduce(0xcbf2_9ce4_8422_2325) {
                    ($0 ^ UInt64($1)) &* 0x100_0000_01b3
                })
        }
    }

    /// Texts as C reads them, with a null pointer after the last.
    private func withCStrings<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return (copies.map { $0.map { UnsafePointer($0) } } + [nil]).withUnsafeBufferPointer { body($0.baseAddress) }
    }
#endif
