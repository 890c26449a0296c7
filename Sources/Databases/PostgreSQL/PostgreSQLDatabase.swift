#if PostgreSQL
    import Synchronization

    /// PostgreSQL 15, through libpq: a bounded pool of connections, each on a thread of its own.
    ///
    /// A connection is made when it is first needed and made anew when it was lost. A transaction whose connection is
    /// lost before its body was given anything is run once more; one that was given something is not.
    public final class PostgreSQLDatabase: Database {
        private let address: ServerAddress
        private let threads: Turnstile<ConnectionThread>
        /// Within this process one write at a time takes a connection, so that waiting writes leave the rest to reads.
        private let writing = Turnstile<Void>(capacity: 1, late: "The writes before did not end") {}
        private let listeners = Mutex<[Listener]>([])

        /// - Parameter url: `postgres://…` or `postgresql://…` with whatever libpq understands, and of ours `schema`
        ///   (where everything lives; `gabarit`, made where it is absent), `pool` (connections; 8), `pool_timeout`
        ///   (30s), `statement_timeout` (15min) and `lock_timeout` (5min), `0` being without end in the last two.
        /// - Throws: where the address cannot be read. No connection is made yet.
        public init(url: String) throws(DatabaseError) {
            let address = try ServerAddress(url)
            self.address = address
            threads = Turnstile(capacity: address.limits.connections, late: "No connection became free") {
                try ConnectionThread(address)
            }
        }

        deinit {
            for thread in threads.abandon() { thread.end() }
            for listener in listeners.withLock({ $0 }) { listener.end() }
        }

        public func read<Result: Sendable>(
            _ body: @escaping @Sendable (any Session) throws -> Result
        ) async throws -> Result {
            try await threads.with(limit: address.limits.waiting) { thread in
                try await thread.perform { try $0.transact(.read, body) }
            }
        }

        /// - Throws: `DatabaseError` of kind `outcomeUnknown` where the connection was lost after COMMIT was sent; after
        ///   every other error nothing of the body happened.
        public func write<Result: Sendable>(
            _ body: @escaping @Sendable (any Session) throws -> Result
        ) async throws -> Result {
            try await writing.with(limit: address.limits.lock) {
                try await threads.with(limit: address.limits.waiting) { thread in
                    try await thread.perform { try $0.transact(.write, body) }
                }
            }
        }

        /// Waits for what runs, and ends all connections.
        public func close() async {
            for listener in listeners.withLock({ $0 }) { listener.end() }
            _ = await writing.close()
            let ending = await threads.close()
            for thread in ending { thread.end() }
            for thread in ending { await thread.ended() }
        }

        /// How many callers wait for a connection.
        var waitingCallers: Int { threads.waiting }

        /// Whether the server answers within two seconds.
        public func isAlive() async -> Bool {
            await withTaskGroup(of: Bool.self) { group in
                group.addTask { (try? await self.read { try $0.first("SELECT 1") { $0.integer(0) } }) == 1 }
                group.addTask {
                    try? await Task.sleep(for: .seconds(2))
                    return false
                }
                defer { group.cancelAll() }
                return await group.next() ?? false
            }
        }

        /// What is told on a channel with `Session.notify`, over a connection of its own. Each time when listening has
        /// begun, also after the connection was lost, an empty text comes first: what was told before is not given, so
        /// look for yourself.
        public func notifications(on channel: String) -> AsyncStream<String> {
            let (stream, continuation) = AsyncStream.makeStream(
                of: String.self, bufferingPolicy: .bufferingNewest(4096))
            do {
                let listener = try Listener(address, channel: channel, continuation)
                listeners.withLock {
                    $0.removeAll(where: \.isOver); $0.append(listener)
                }
            } catch {
                continuation.finish()
            }
            return stream
        }
    }

    extension Session {
        /// Tells all who listen on a channel, once the write is durable; does nothing on other engines.
        /// - Parameter message: less than 8000 bytes.
        public func notify(_ channel: String, _ message: String) throws {
            guard dialect.name == Dialect.postgreSQL.name else { return }
            // Channels are known to the whole server: ours bear the name of the schema.
            try query("SELECT pg_notify(current_schema() || '.' || ?, ?)", [.text(channel), .text(message)]) { _ in }
        }
    }
#endif
