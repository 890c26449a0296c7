#if PostgreSQL
    import Databases
    import TestDatabases
    import Testing

    @Suite(.enabled(if: PostgreSQLServer.shared != nil, "PostgreSQL is not installed"))
    struct PostgreSQLNotificationTests {
        @Test func whatIsWrittenIsToldAndListeningBeginsAgainWhenItIsLost() async throws {
            let server = try #require(PostgreSQLServer.shared)
            let database = try PostgreSQLDatabase(url: server.url("application_name=listens"))
            let stranger = try PostgreSQLDatabase(url: server.url())
            var heard = database.notifications(on: "Releases").makeAsyncIterator()
            #expect(await heard.next() == "")
            try await stranger.write { try $0.notify("Releases", "of another schema") }
            try await database.write { session in
                try session.notify("Releases", "parcs « été »")
                try session.notify("others", "no")
            }
            await #expect(throws: CancellationError.self) {
                try await database.write { session in
                    try session.notify("Releases", "was rolled back")
                    throw CancellationError()
                }
            }
            #expect(await heard.next() == "parcs « été »")
            try await stranger.write {
                try $0.run(
                    script:
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'listens' AND query LIKE 'LISTEN%'"
                )
            }
            #expect(await heard.next() == "")
            try await database.write { try $0.notify("Releases", "toilettes") }
            #expect(await heard.next() == "toilettes")
            await database.close()
            #expect(await heard.next() == nil)
            await stranger.close()
        }
    }
#endif
