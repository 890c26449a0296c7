#if PostgreSQL
    import Databases
    import Foundation
    import TestDatabases
    import Testing

    @Suite(.enabled(if: PostgreSQLServer.shared != nil, "PostgreSQL is not installed"), .serialized)
    struct PostgreSQLLoadTests {
        private func database() async throws -> PostgreSQLDatabase {
            let database = try PostgreSQLDatabase(url: try #require(PostgreSQLServer.shared).url("pool=1"))
            try await database.write { try $0.run(script: "CREATE TABLE l (i BIGINT PRIMARY KEY, t TEXT)") }
            return database
        }

        @Test func aMillionRowsGoInAndOutInConstantMemory() async throws {
            let database = try await database()
            let text = String(repeating: "parc de l'été ", count: 20)
            let before = Self.residentBytes
            try await database.write { session in
                var number: Int64 = 0
                try session.load(into: "l", columns: ["i", "t"]) {
                    number += 1
                    return number > 1_000_000 ? nil : [.integer(number), .text(text)]
                }
            }
            let (sum, bytes) = try await database.read { session in
                var (sum, bytes): (Int64, Int) = (0, 0)
                try session.query("SELECT i, t FROM l", []) { row in
                    sum += row.integer(0)
                    bytes += row.withBytes(1) { $0.count }
                }
                return (sum, bytes)
            }
            #expect(sum == 1_000_000 * 1_000_001 / 2)
            #expect(bytes == 1_000_000 * text.utf8.count)
            // 300 MB went in and 300 MB came out; the other tests of this process need some too.
            #expect(Self.residentBytes - before < 250_000_000)
            await database.close()
        }

        @Test func whatTheServerRefusesIsToldAndNothingIsLoaded() async throws {
            let database = try await database()
            for bad in [[SQLValue.text("no number"), .null], [.integer(1), .null]] {
                await #expect(throws: DatabaseError.self) {
                    try await database.write { session in
                        var number: Int64 = 0
                        try session.load(into: "l", columns: ["i", "t"]) {
                            number += 1
                            return number > 500_000 ? nil : number == 3 ? bad : [.integer(number), .text("t")]
                        }
                    }
                }
            }
            await #expect {
                try await database.write { try $0.load(into: "nowhere", columns: ["i"]) { nil } }
            } throws: {
                ($0 as? DatabaseError)?.state == "42P01"
            }
            #expect(try await count(database) == 0)
            await database.close()
        }

        @Test func anErrorOfTheRowsIsHandedOn() async throws {
            struct Refusal: Error {}
            let database = try await database()
            await #expect(throws: Refusal.self) {
                try await database.write { try $0.load(into: "l", columns: ["i", "t"]) { throw Refusal() } }
            }
            await #expect(throws: DatabaseError.self) {
                try await database.write { session in
                    try session.load(into: "l", columns: ["i", "t"]) {
                        try session.run(script: "SELECT 1")
                        return nil
                    }
                }
            }
            #expect(try await count(database) == 0)
            await database.close()
        }

        @Test func namesAreFoldedAsWithoutQuotes() async throws {
            let database = try await database()
            try await database.write { session in
                try session.run(script: "CREATE TABLE Mixed (\"order\" BIGINT, Label TEXT)")
                var rows: [[SQLValue]] = [[.integer(1), .text("a")]]
                try session.load(into: "Mixed", columns: ["order", "Label"]) { rows.popLast() }
            }
            #expect(try await database.read { try $0.first("SELECT label FROM mixed") { $0.text(0) } } == "a")
            await database.close()
        }

        private func count(_ database: PostgreSQLDatabase) async throws -> Int64? {
            try await database.read { try $0.first("SELECT count(*) FROM l") { $0.integer(0) } }
        }

        private static var residentBytes: Int {
            let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
            return pages.flatMap { $0.count > 1 ? Int($0[1]) : nil }.map { $0 * Int(getpagesize()) } ?? 0
        }
    }
#endif
