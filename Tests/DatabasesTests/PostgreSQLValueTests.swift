#if PostgreSQL
    import Databases
    import TestDatabases
    import Testing

    @Suite(.enabled(if: PostgreSQLServer.shared != nil, "PostgreSQL is not installed"))
    struct PostgreSQLValueTests {
        private func database() throws -> PostgreSQLDatabase {
            try PostgreSQLDatabase(url: try #require(PostgreSQLServer.shared).url())
        }

        @Test func valuesComeBackAsTheyWere() async throws {
            let texts = ["", "é", "e\u{301}", "漢字 👩‍👩‍👧", "tab\there", "line\nfeed\r\\ \\N \\. '\"", "\u{1}\u{1F}\u{7F}"]
            let integers: [Int64] = [.min, -1, 0, 1, .max]
            let reals = [
                0.1, -0.0, 1e300, 5e-324, .leastNormalMagnitude, .greatestFiniteMagnitude, .infinity, .pi, 1 / 3,
            ]
            let raws: [[UInt8]] = [[], [0], Array(0...255)]
            let database = try database()
            for loads in [true, false] {
                let rows: [[SQLValue]] =
                    texts.map { [.null, .null, .text($0), .null] }
                    + integers.map { [.integer($0), .null, .null, .null] }
                    + reals.map { [.null, .real($0), .null, .null] } + raws.map { [.null, .null, .null, .bytes($0)] }
                try await database.write { session in
                    try session.run(
                        script:
                            "DROP TABLE IF EXISTS v; CREATE TABLE v (n BIGINT, r DOUBLE PRECISION, t TEXT, b BYTEA, i BIGINT)"
                    )
                    if loads {
                        var at = -1
                        try session.load(into: "v", columns: ["n", "r", "t", "b", "i"]) {
                            at += 1
                            return at < rows.count ? rows[at] + [.integer(Int64(at))] : nil
                        }
                    } else {
                        for (at, row) in rows.enumerated() {
                            try session.run("INSERT INTO v VALUES (?, ?, ?, ?, ?)", row + [.integer(Int64(at))])
                        }
                    }
                }
                // As binary values, then (with a column of another type) as text.
                for more in ["", ", 1.5::numeric"] {
                    let back = try await database.read { session in
                        try session.all("SELECT n, r, t, b\(more) FROM v ORDER BY i") { row -> [SQLValue] in
                            [
                                row.isNull(0) ? .null : .integer(row.integer(0)),
                                row.isNull(1) ? .null : .real(row.real(1)),
                                row.isNull(2) ? .null : .text(row.text(2)),
                                row.isNull(3) ? .null : row.withBytes(3) { .bytes(Array($0)) },
                            ]
                        }
                    }
                    #expect(back == rows)
                    // A text must be the same scalars, not only a canonical equal.
                    let scalars = back.compactMap { if case .text(let text) = $0[2] { Array(text.utf8) } else { nil } }
                    #expect(scalars == texts.map { Array($0.utf8) })
                    #expect(back.contains { if case .real(let real) = $0[1] { real.sign == .minus } else { false } })
                }
            }
            await database.close()
        }

        @Test func nullsReadAsNothing() async throws {
            let database = try database()
            let seen = try await database.read { session in
                try session.first(
                    "SELECT CAST(NULL AS BIGINT), CAST(NULL AS DOUBLE PRECISION), CAST(NULL AS TEXT), CAST(NULL AS BYTEA), CAST(NULL AS BOOLEAN)"
                ) { row in
                    (0..<5).allSatisfy {
                        row.isNull($0) && row.integer($0) == 0 && row.real($0) == 0 && row.text($0).isEmpty
                            && row.withBytes($0) { $0.isEmpty }
                    }
                }
            }
            #expect(seen == true)
            await database.close()
        }

        @Test func otherTypesReadAsNumbersAndWords() async throws {
            let database = try database()
            let (numbers, words) = try await database.read { session in
                let numbers = try session.first(
                    "SELECT 2::smallint, 3::int, true, 1 = 2, 1.5::real, sum(x), 7.9 FROM (VALUES (9223372036854775800), (100)) v(x)"
                ) { row in (0..<7).map { row.integer($0) } }
                let words = try session.first(
                    "SELECT 2::smallint, true, DATE '2024-02-29', TIMESTAMPTZ '2024-01-01 01:00+01', 7.90, 'n'::name, '{\"a\":1}'::jsonb"
                ) { row in (0..<7).map { row.text($0) } }
                return (numbers, words)
            }
            // A sum beyond 64 bits is the nearest there is.
            #expect(numbers == [2, 3, 1, 0, 1, .max, 7])
            #expect(words == ["2", "1", "2024-02-29", "2024-01-01 00:00:00+00", "7.90", "n", "{\"a\": 1}"])
            await database.close()
        }

        @Test func zeroInTextIsRefusedBeforeItIsSent() async throws {
            let database = try database()
            try await database.write { try $0.run(script: "CREATE TABLE z (t TEXT)") }
            await #expect(throws: DatabaseError.self) {
                try await database.write { _ = try $0.run("INSERT INTO z VALUES (?)", [.text("a\0b")]) }
            }
            await #expect(throws: DatabaseError.self) {
                try await database.write { session in
                    var rows: [[SQLValue]] = [[.text("fine")], [.text("a\0b")]]
                    try session.load(into: "z", columns: ["t"]) { rows.isEmpty ? nil : rows.removeFirst() }
                }
            }
            await #expect(throws: DatabaseError.self) {
                try await database.read { try $0.run(script: "SELECT 'a\0b'") }
            }
            let count = try await database.read { try $0.first("SELECT count(*) FROM z") { $0.integer(0) } }
            #expect(count == 0)
            await database.close()
        }

        @Test(arguments: [
            ("SELECT ?, '?', \"?\" FROM (SELECT 1 AS \"?\") q", ["a", "?", "1"]),
            ("SELECT ? -- what?\n, /* no? /* nor? */ ? */ ?", ["a", "b"]),
            ("SELECT ?, 'it''s ?', E'it\\'s ?'", ["a", "it's ?", "it's ?"]),
            ("SELECT ?, $$?$$, $tag$ $$ ? $tag$, 'x' AS a$b, ?", ["a", "?", " $$ ? ", "x", "b"]),
            ("SELECT ?||?", ["ab"]),
            ("SELECT ?, 'type'?", []),
        ]) func questionMarksAreArgumentsOnlyOutOfQuotes(sql: String, expected: [String]) async throws {
            let database = try database()
            let arguments = ["a", "b"].map(SQLValue.text).prefix(
                sql.contains("?||?") || sql.contains("nor") || sql.contains("tag") || expected.isEmpty ? 2 : 1)
            let answer = try? await database.read { session in
                try session.first(sql, Array(arguments)) { row in expected.indices.map { row.text($0) } }
            }
            #expect((answer ?? []) == expected)
            await database.close()
        }

        @Test func theNumberOfArgumentsMustFit() async throws {
            let database = try database()
            let value = try await database.read { session in
                #expect(throws: DatabaseError.self) { try session.run("SELECT ?", []) }
                return try session.first("SELECT ?", [.integer(4)]) { $0.integer(0) }
            }
            #expect(value == 4)
            await database.close()
        }

        @Test func manyStatementsAreForgottenInTurn() async throws {
            let database = try database()
            let sum = try await database.read { session in
                var sum: Int64 = 0
                for turn in 0..<2 {
                    for number in 0..<400 {
                        sum += try session.first("SELECT \(number) + ?", [.integer(Int64(turn))]) { $0.integer(0) } ?? 0
                    }
                }
                return sum
            }
            #expect(sum == 2 * (399 * 400 / 2) + 400)
            await database.close()
        }

        @Test func aStatementMaySeeItsTableChanged() async throws {
            let database = try database()
            try await database.write { try $0.run(script: "CREATE TABLE c (a BIGINT); INSERT INTO c VALUES (1)") }
            // Every connection of the pool has prepared the statement.
            for _ in 0..<3 {
                _ = try await database.read { try $0.all("SELECT * FROM c") { $0.integer(0) } }
            }
            try await database.write { try $0.run(script: "ALTER TABLE c ADD b TEXT DEFAULT 'new'") }
            let seen = try await database.read { try $0.first("SELECT * FROM c") { $0.text(1) } }
            #expect(seen == "new")
            await database.close()
        }

        @Test func statementsMayRunInsideARow() async throws {
            let database = try database()
            let pairs = try await database.read { session in
                var pairs: [Int64] = []
                try session.query("SELECT generate_series(1, 1000)", []) { outer in
                    let number = outer.integer(0)
                    try session.query("SELECT ? * 2", [.integer(number)]) { pairs.append($0.integer(0)) }
                }
                return pairs
            }
            #expect(pairs == (1...1000).map { $0 * 2 })
            await database.close()
        }
    }
#endif
