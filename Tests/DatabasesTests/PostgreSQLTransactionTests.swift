#if PostgreSQL
    import Databases
    import Foundation
    import Synchronization
    import TestDatabases
    import Testing

    @Suite(.enabled(if: PostgreSQLServer.shared != nil, "PostgreSQL is not installed"))
    struct PostgreSQLTransactionTests {
        private struct Refusal: Error, Equatable {}

        private func url() throws -> String { try #require(PostgreSQLServer.shared).url() }

        private func counted(_ url: String) async throws -> PostgreSQLDatabase {
            let database = try PostgreSQLDatabase(url: url)
            try await database.write { try $0.run(script: "CREATE TABLE n (i BIGINT PRIMARY KEY)") }
            return database
        }

        private func count(_ database: PostgreSQLDatabase) async throws -> Int64? {
            try await database.read { try $0.first("SELECT count(*) FROM n") { $0.integer(0) } }
        }

        @Test func whatThrowsLeavesNoTrace() async throws {
            let database = try await counted(url())
            await #expect(throws: Refusal.self) {
                try await database.write { session in
                    #expect(try session.run("INSERT INTO n SELECT generate_series(1, 10)", []) == 10)
                    throw Refusal()
                }
            }
            #expect(try await count(database) == 0)
            await database.close()
        }

        @Test func errorsSayTheirKind() async throws {
            let database = try await counted(url())
            func kind(_ body: @escaping @Sendable (any Session) throws -> Void) async -> DatabaseError.Kind? {
                do { try await database.write(body) } catch { return (error as? DatabaseError)?.kind }
                return nil
            }
            #expect(
                await kind { try $0.run(script: "INSERT INTO n VALUES (1); INSERT INTO n VALUES (1)") } == .constraint)
            #expect(await kind { try $0.run("INSERT INTO n VALUES (?)", [.null]) } == .constraint)
            #expect(await kind { try $0.run(script: "SELEC 1") } == .other)
            #expect(await kind { try $0.run("SELECT * FROM nowhere", []) } == .other)
            #expect(await kind { try $0.run(script: "COPY n FROM STDIN") } != nil)
            #expect(await kind { try $0.run(script: "COPY n TO STDOUT") } != nil)
            #expect(try await count(database) == 0)
            await database.close()
        }

        @Test func swallowedErrorsDoNotBecomeSuccess() async throws {
            let database = try await counted(url())
            await #expect(throws: DatabaseError.self) {
                try await database.write { session in
                    try session.run(script: "INSERT INTO n VALUES (1)")
                    _ = try? session.run("INSERT INTO n VALUES (?)", [.integer(1)])
                }
            }
            #expect(try await count(database) == 0)
            await database.close()
        }

        @Test func aBodyMayNotEndItsTransaction() async throws {
            let database = try await counted(url())
            for word in ["COMMIT", "ROLLBACK"] {
                await #expect(throws: DatabaseError.self) { try await database.write { try $0.run(script: word) } }
            }
            #expect(try await count(database) == 0)
            await database.close()
        }

        @Test func readsCannotWrite() async throws {
            let database = try await counted(url())
            await #expect(throws: DatabaseError.self) {
                try await database.read { try $0.run(script: "INSERT INTO n VALUES (1)") }
            }
            #expect(try await count(database) == 0)
            await database.close()
        }

        @Test func aReaderSeesOneStateWhileSomebodyWrites() async throws {
            let url = try url()
            let (reader, writer) = (try await counted(url), try PostgreSQLDatabase(url: url))
            let (begun, written) = (AsyncStream.makeStream(of: Void.self), Gate())
            async let seen = reader.read { session in
                let before = try session.first("SELECT count(*) FROM n") { $0.integer(0) }
                begun.continuation.yield()
                written.wait()
                return [before, try session.first("SELECT count(*) FROM n") { $0.integer(0) }]
            }
            for await _ in begun.stream { break }
            try await writer.write { try $0.run(script: "INSERT INTO n VALUES (1)") }
            written.open()
            #expect(try await seen == [0, 0])
            #expect(try await count(reader) == 1)
            await reader.close()
            await writer.close()
        }

        @Test func writesRunOneAfterTheOtherOverTwoPools() async throws {
            let url = try url()
            let pools = [try await counted(url), try PostgreSQLDatabase(url: url)]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for turn in 0..<60 {
                    group.addTask {
                        // Without order, two would find the same count.
                        try await pools[turn % 2].write { session in
                            let count = try session.first("SELECT count(*) FROM n") { $0.integer(0) } ?? 0
                            try session.run("INSERT INTO n VALUES (?)", [.integer(count)])
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await count(pools[0]) == 60)
            for pool in pools { await pool.close() }
        }

        @Test func schemasDoNotSeeEachOther() async throws {
            let first = try await counted(url())
            let second = try await counted(url())
            try await first.write { try $0.run(script: "INSERT INTO n VALUES (1)") }
            #expect(try await count(second) == 0)
            await first.close()
            await second.close()
        }

        @Test func aClosedDatabaseSaysSo() async throws {
            let database = try await counted(url())
            await database.close()
            await #expect { try await database.read { _ in } } throws: { ($0 as? DatabaseError)?.kind == .closed }
            await database.close()
        }

        @Test func manyMakeTheSameSchemaAtOnce() async throws {
            let url = try url()
            try await withThrowingTaskGroup(of: Int64?.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let database = try PostgreSQLDatabase(url: url)
                        let one = try await database.read { try $0.first("SELECT 1") { $0.integer(0) } }
                        await database.close()
                        return one
                    }
                }
                for try await one in group { #expect(one == 1) }
            }
        }
    }

    /// Holds a body until a test opens it.
    final class Gate: Sendable {
        private let isOpen = Atomic(false)

        func open() { isOpen.store(true, ordering: .releasing) }

        func wait() {
            while !isOpen.load(ordering: .acquiring) { pause() }
        }

        private func pause() { usleep(1000) }
    }
#endif
