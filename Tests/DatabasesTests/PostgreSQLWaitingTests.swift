#if PostgreSQL
    @testable import Databases
    import Synchronization
    import TestDatabases
    import Testing

    /// Time limits, cancelled tasks, and a pool that is too small.
    @Suite(.enabled(if: PostgreSQLServer.shared != nil, "PostgreSQL is not installed"))
    struct PostgreSQLWaitingTests {
        private func database(_ parameters: String = "") throws -> PostgreSQLDatabase {
            try PostgreSQLDatabase(url: try #require(PostgreSQLServer.shared).url(parameters))
        }

        private func one(_ database: PostgreSQLDatabase) async throws -> Int64? {
            try await database.read { try $0.first("SELECT 1") { $0.integer(0) } }
        }

        @Test func aCancelledTaskStopsItsStatement() async throws {
            let database = try database("pool=1")
            let begun = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                try await database.write { session in
                    begun.continuation.yield()
                    try session.run(script: "SELECT pg_sleep(600)")
                }
            }
            for await _ in begun.stream { break }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            // The connection is still good, and the cancel does not hit whoever comes next.
            for _ in 0..<20 { #expect(try await one(database) == 1) }
            await database.close()
        }

        @Test func aCancelledTaskStopsAmongRows() async throws {
            let database = try database("pool=1")
            let begun = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                try await database.read { session in
                    try session.query("SELECT generate_series(1, 1000000000)", []) { row in
                        if row.integer(0) == 1000 { begun.continuation.yield() }
                    }
                }
            }
            for await _ in begun.stream { break }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await one(database) == 1)
            await database.close()
        }

        @Test func aCancelledTaskStopsLoading() async throws {
            let database = try database("pool=1")
            try await database.write { try $0.run(script: "CREATE TABLE l (i BIGINT)") }
            let begun = AsyncStream.makeStream(of: Void.self)
            let task = Task {
                try await database.write { session in
                    var number: Int64 = 0
                    try session.load(into: "l", columns: ["i"]) {
                        number += 1
                        if number == 100_000 { begun.continuation.yield() }
                        return [.integer(number)]
                    }
                }
            }
            for await _ in begun.stream { break }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await database.read { try $0.first("SELECT count(*) FROM l") { $0.integer(0) } } == 0)
            await database.close()
        }

        @Test func waitingForAConnectionCanBeCancelled() async throws {
            let database = try database("pool=1")
            let gate = Gate()
            let begun = AsyncStream.makeStream(of: Void.self)
            async let holder: Void = database.read { _ in
                begun.continuation.yield()
                gate.wait()
            }
            for await _ in begun.stream { break }
            let task = Task { try await one(database) }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            gate.open()
            try await holder
            #expect(try await one(database) == 1)
            await database.close()
        }

        @Test func statementsHaveTheirTime() async throws {
            let database = try database("statement_timeout=50ms")
            await #expect { try await database.read { try $0.run(script: "SELECT pg_sleep(600)") } } throws: {
                ($0 as? DatabaseError)?.kind == .timeout
            }
            #expect(try await one(database) == 1)
            await database.close()
        }

        @Test func locksHaveTheirTime() async throws {
            let server = try #require(PostgreSQLServer.shared)
            let url = server.url()
            let (holder, waiter) = (
                try PostgreSQLDatabase(url: url), try PostgreSQLDatabase(url: url + "&lock_timeout=50ms")
            )
            let gate = Gate()
            let begun = AsyncStream.makeStream(of: Void.self)
            async let held: Void = holder.write { _ in
                begun.continuation.yield()
                gate.wait()
            }
            for await _ in begun.stream { break }
            await #expect { try await waiter.write { _ in } } throws: { ($0 as? DatabaseError)?.kind == .timeout }
            gate.open()
            try await held
            try await waiter.write { _ in }
            await holder.close()
            await waiter.close()
        }

        @Test func whoFindsNoConnectionInTimeHearsSo() async throws {
            let database = try database("pool=1&pool_timeout=20ms")
            let gate = Gate()
            let begun = AsyncStream.makeStream(of: Void.self)
            async let holder: Void = database.read { _ in
                begun.continuation.yield()
                gate.wait()
            }
            for await _ in begun.stream { break }
            await #expect { try await one(database) } throws: { ($0 as? DatabaseError)?.kind == .timeout }
            gate.open()
            try await holder
            #expect(try await one(database) == 1)
            await database.close()
        }

        @Test func waitingWritesLeaveTheConnectionsToReads() async throws {
            let database = try database("pool=2")
            let gate = Gate()
            let begun = AsyncStream.makeStream(of: Void.self)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        try await database.write { _ in
                            begun.continuation.yield()
                            gate.wait()
                        }
                    }
                }
                for await _ in begun.stream { break }
                #expect(try await one(database) == 1)
                gate.open()
                try await group.waitForAll()
            }
            await database.close()
        }

        @Test func whoComesFirstIsServedFirst() async throws {
            let database = try database("pool=1&pool_timeout=1h")
            let gate = Gate()
            let begun = AsyncStream.makeStream(of: Void.self)
            let order = Order()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await database.read { _ in
                        begun.continuation.yield()
                        gate.wait()
                    }
                }
                for await _ in begun.stream { break }
                for number in 0..<20 {
                    group.addTask { try await database.read { _ in order.append(number) } }
                    // They come one after the other, by the length of the line.
                    while database.waitingCallers <= number { await Task.yield() }
                }
                gate.open()
                try await group.waitForAll()
            }
            #expect(order.numbers == Array(0..<20))
            await database.close()
        }

        @Test func manyTasksShareFewConnections() async throws {
            let database = try database("pool=4&application_name=few")
            let total = try await withThrowingTaskGroup(of: (Int64, Int64).self) { group in
                for number in 0..<200 {
                    group.addTask {
                        try await database.read { session in
                            let used = try session.first(
                                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'few'"
                            ) { $0.integer(0) }
                            return (
                                try session.first("SELECT ? * 1", [.integer(Int64(number))]) { $0.integer(0) } ?? 0,
                                used ?? 0
                            )
                        }
                    }
                }
                return try await group.reduce((0, 0)) { ($0.0 + $1.0, max($0.1, $1.1)) }
            }
            #expect(total.0 == 199 * 200 / 2)
            #expect(1...4 ~= total.1)
            await database.close()
        }
    }

    /// Numbers as they came.
    private final class Order: Sendable {
        private let seen = Mutex<[Int]>([])

        var numbers: [Int] { seen.withLock { $0 } }

        func append(_ number: Int) { seen.withLock { $0.append(number) } }
    }
#endif
