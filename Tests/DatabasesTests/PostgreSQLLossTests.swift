#if PostgreSQL
    import Databases
    import Synchronization
    import TestDatabases
    import Testing

    /// Connections that are lost, and servers that go and come.
    @Suite(.enabled(if: PostgreSQLServer.shared != nil, "PostgreSQL is not installed"))
    struct PostgreSQLLossTests {
        private static let killMe = "SELECT pg_terminate_backend(pg_backend_pid())"

        private func pair() async throws -> (PostgreSQLDatabase, other: PostgreSQLDatabase) {
            let url = try #require(PostgreSQLServer.shared).url("pool=1")
            let database = try PostgreSQLDatabase(url: url)
            try await database.write { try $0.run(script: "CREATE TABLE n (i BIGINT PRIMARY KEY)") }
            return (database, try PostgreSQLDatabase(url: url))
        }

        private func count(_ database: PostgreSQLDatabase) async throws -> Int64? {
            try await database.read { try $0.first("SELECT count(*) FROM n") { $0.integer(0) } }
        }

        private func kind(_ body: () async throws -> Void) async -> DatabaseError.Kind? {
            do { try await body() } catch { return (error as? DatabaseError)?.kind }
            return nil
        }

        private func backend(_ database: PostgreSQLDatabase) async throws -> Int64 {
            try await database.read { try $0.first("SELECT pg_backend_pid()") { $0.integer(0) } } ?? 0
        }

        @Test func anIdleConnectionThatWasKilledIsReplaced() async throws {
            let (database, other) = try await pair()
            for _ in 0..<5 {
                let backend = try await backend(database)
                _ = try await other.read { try $0.run("SELECT pg_terminate_backend(?)", [.integer(backend)]) }
                #expect(try await count(database) == 0)
                try await database.write { try $0.run("DELETE FROM n", []) }
            }
            await database.close()
            await other.close()
        }

        @Test func aReadThatWasGivenNothingIsRunAgain() async throws {
            let (database, other) = try await pair()
            let runs = Mutex(0)
            let answer = try await database.read { session in
                if runs.withLock({
                    $0 += 1; return $0
                }) == 1 {
                    try session.run(script: Self.killMe)
                }
                return try session.first("SELECT 5") { $0.integer(0) }
            }
            #expect(answer == 5)
            #expect(runs.withLock { $0 } == 2)
            await database.close()
            await other.close()
        }

        @Test func aReadThatWasGivenSomethingIsNot() async throws {
            let (database, other) = try await pair()
            let runs = Mutex(0)
            let kind = await kind {
                try await database.read { session in
                    runs.withLock { $0 += 1 }
                    _ = try session.first("SELECT 5") { $0.integer(0) }
                    try session.run(script: Self.killMe)
                }
            }
            #expect(kind == .unreachable)
            #expect(runs.withLock { $0 } == 1)
            #expect(try await count(database) == 0)
            await database.close()
            await other.close()
        }

        @Test func aReadIsRunAgainOnlyOnce() async throws {
            let (database, other) = try await pair()
            let runs = Mutex(0)
            let kind = await kind {
                try await database.read { session in
                    runs.withLock { $0 += 1 }
                    try session.run(script: Self.killMe)
                }
            }
            #expect(kind == .unreachable)
            #expect(runs.withLock { $0 } == 2)
            await database.close()
            await other.close()
        }

        @Test func aWriteThatLosesItsConnectionWritesNothing() async throws {
            let (database, other) = try await pair()
            let runs = Mutex(0)
            let kind = await kind {
                try await database.write { session in
                    runs.withLock { $0 += 1 }
                    try session.run("INSERT INTO n VALUES (1)", [])
                    try session.run(script: Self.killMe)
                }
            }
            #expect(kind == .unreachable)
            #expect(runs.withLock { $0 } == 1)
            #expect(try await count(database) == 0)
            await database.close()
            await other.close()
        }

        @Test func aConnectionLostAtCommitLeavesTheOutcomeOpen() async throws {
            let (database, other) = try await pair()
            // A deferred trigger runs in COMMIT, and kills the connection there.
            try await database.write {
                try $0.run(
                    script: """
                        CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
                            $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(600); RETURN NULL; END $$;
                        CREATE CONSTRAINT TRIGGER t AFTER INSERT ON n DEFERRABLE INITIALLY DEFERRED
                            FOR EACH ROW EXECUTE FUNCTION die()
                        """)
            }
            let kind = await kind { try await database.write { try $0.run(script: "INSERT INTO n VALUES (1)") } }
            #expect(kind == .outcomeUnknown)
            #expect(try await count(database) == 0)
            await database.close()
            await other.close()
        }

        @Test func aRefusedCommitIsRolledBack() async throws {
            let (database, other) = try await pair()
            let kind = await kind {
                try await database.write {
                    try $0.run(
                        script: """
                            CREATE TABLE m (i BIGINT REFERENCES n (i) DEFERRABLE INITIALLY DEFERRED);
                            INSERT INTO m VALUES (7)
                            """)
                }
            }
            #expect(kind == .constraint)
            await database.close()
            await other.close()
        }

        @Test func aConnectionKilledAmongRowsOrWhileLoadingIsToldAndReplaced() async throws {
            let (database, other) = try await pair()
            let backend = try await backend(database)
            let reading = await kind {
                try await database.read { session in
                    try session.query("SELECT generate_series(1, 100000000)", []) { row in
                        if row.integer(0) == 5000 {
                            try killed(backend, over: other)
                        }
                    }
                }
            }
            #expect(reading == .unreachable)
            let next = try await self.backend(database)
            let loading = await kind {
                try await database.write { session in
                    var number: Int64 = 0
                    try session.load(into: "n", columns: ["i"]) {
                        number += 1
                        if number == 5000 { try killed(next, over: other) }
                        return [.integer(number)]
                    }
                }
            }
            #expect(loading == .unreachable)
            #expect(try await count(database) == 0)
            await database.close()
            await other.close()
        }

        /// Kills a connection from inside a body, which is synchronous.
        private func killed(_ backend: Int64, over other: PostgreSQLDatabase) throws {
            let done = Gate()
            Task.detached {
                _ = try await other.read { try $0.run("SELECT pg_terminate_backend(?)", [.integer(backend)]) }
                done.open()
            }
            done.wait()
        }

        @Test func aServerMayBeRestartedBetweenCalls() async throws {
            let server = try #require(PostgreSQLServer())
            defer { server.stop() }
            let database = try PostgreSQLDatabase(url: server.url("pool=3"))
            try await database.write { try $0.run(script: "CREATE TABLE n (i BIGINT); INSERT INTO n VALUES (1)") }
            for turn in 0..<3 {
                if turn == 2 { server.crash() } else { server.restart(mode: turn == 0 ? "fast" : "immediate") }
                #expect(try await count(database) == Int64(turn + 1))
                try await database.write { try $0.run(script: "INSERT INTO n VALUES (1)") }
            }
            #expect(await database.isAlive())
            server.halt()
            #expect(await kind { _ = try await count(database) } == .unreachable)
            #expect(await !database.isAlive())
            await database.close()
        }

        @Test(arguments: [
            "postgres://u:geheim?x@127.0.0.1:1/d?connect_timeout=2",
            "postgres://u:geheim@nowhere.invalid/d?sslmode=never",
            "postgres://u:geheim@[::1/d", "postgres://u:geheim@127.0.0.1:1/d?unknown=geheim", "http://u:geheim@a/b",
            "postgres://u:geheim@a/b?schema=", "postgres://u:geheim@a/b?pool=0",
            "postgres://u:geheim@a/b?lock_timeout=1y",
            "postgres:///d?user=u&password=geheim&host=/nowhere", "postgres://u:ge%68eim@%/d",
        ]) func whatCannotBeReachedIsToldWithoutThePassword(url: String) async throws {
            do {
                let database = try PostgreSQLDatabase(url: url)
                try await database.read { _ in }
                Issue.record("It was reached.")
            } catch let error as DatabaseError {
                #expect(!"\(error)".contains("geheim"))
                #expect([.unreachable, .other].contains(error.kind))
            }
        }
    }
#endif
