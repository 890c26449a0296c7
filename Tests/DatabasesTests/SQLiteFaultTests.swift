import Databases
import Foundation
import Testing

/// What SQLite cannot do is said in the words of this room.
@Suite struct SQLiteFaultTests {
    private func file() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-faults-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appendingPathComponent("test.sqlite")
    }

    private func kind(_ work: () async throws -> Void) async -> DatabaseError.Kind? {
        do {
            try await work()
            return nil
        } catch {
            return (error as? DatabaseError)?.kind
        }
    }

    /// The kind of error that some statements end with.
    private func kind(of statements: [String]) async throws -> DatabaseError.Kind? {
        let file = try file()
        defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
        let database = try SQLiteDatabase(file: file)
        try await database.write { try $0.run(script: "CREATE TABLE t (n INTEGER PRIMARY KEY, x TEXT NOT NULL)") }
        let kind = await kind { try await database.write { for sql in statements { try $0.run(sql, []) } } }
        // Nothing of it has happened.
        #expect(try await database.read { try $0.first("SELECT COUNT(*) FROM t") { $0.integer(0) } } == 0)
        try await database.close()
        return kind
    }

    @Test func rulesOfTablesAndWrongStatements() async throws {
        let row = "INSERT INTO t VALUES (1, 'a')"
        #expect(try await kind(of: [row, row]) == .constraint)
        #expect(try await kind(of: [row, "INSERT INTO t VALUES (2, NULL)"]) == .constraint)
        #expect(try await kind(of: [row, "INSERT INTO nothing VALUES (1)"]) == .other)
    }

    @Test func aDatabaseThatMayOnlyBeRead() async throws {
        #expect(try await kind(of: ["PRAGMA query_only = 1", "INSERT INTO t VALUES (1, 'a')"]) == .readOnly)
    }

    @Test func aDiskThatIsFull() async throws {
        #expect(
            try await kind(of: ["PRAGMA max_page_count = 4", "INSERT INTO t VALUES (1, hex(zeroblob(100000)))"])
                == .full)
    }

    @Test func aFileThatIsNoDatabase() async throws {
        let file = try file()
        defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
        try Data(repeating: 0x41, count: 9000).write(to: file)
        #expect(await kind { _ = try SQLiteDatabase(file: file) } == .damaged)
    }

    @Test func aFolderThatIsNotThere() async throws {
        let file = try file().deletingLastPathComponent().appending(path: "nowhere/test.sqlite")
        #expect(await kind { _ = try SQLiteDatabase(file: file) } == .unreachable)
    }
}
