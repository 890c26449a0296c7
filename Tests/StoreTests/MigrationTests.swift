import Catalog
import Databases
import Editions
import Foundation
import Store
import Tables
import Testing

/// Databases of every earlier version are brought up to date, and nothing of them is lost.
@Suite struct MigrationTests {
    /// The tables that Gabarit 0.1 made, with two releases of Bron, the first of which had been brought back.
    private static let first = """
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        INSERT INTO grdb_migrations VALUES ('releases');
        CREATE TABLE document (id INTEGER PRIMARY KEY, json BLOB NOT NULL UNIQUE);
        CREATE TABLE release (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, schema TEXT NOT NULL,
            schemaVersion TEXT NOT NULL, document INTEGER NOT NULL REFERENCES document(id), commune TEXT NOT NULL,
            communeName TEXT NOT NULL, publishedAt DOUBLE NOT NULL, rowCount INTEGER NOT NULL,
            openQuestions INTEGER NOT NULL, remainingErrors INTEGER NOT NULL, repaired INTEGER NOT NULL,
            isCurrent BOOLEAN NOT NULL
        );
        CREATE TABLE rows_1 (
            release INTEGER NOT NULL REFERENCES release(sequence), position INTEGER NOT NULL, number INTEGER NOT NULL,
            uid TEXT NOT NULL, place TEXT NOT NULL, words TEXT NOT NULL, shape BLOB, c0 TEXT NOT NULL,
            c1 TEXT NOT NULL, c2 TEXT NOT NULL, c3 TEXT NOT NULL, c4 TEXT NOT NULL, c5 TEXT NOT NULL,
            c6 TEXT NOT NULL, PRIMARY KEY (release, position)
        ) WITHOUT ROWID;
        """

    private static let firstRows = """
        INSERT INTO release VALUES
            (1, 'old1', 'parcs', '1.0.0', 1, '69029', 'Bron', 1.0, 2, 3, 4, 5, 1),
            (2, 'old2', 'parcs', '1.0.0', 1, '69029', 'Bron', 2.0, 1, 0, 0, 0, 0);
        INSERT INTO rows_1 VALUES
            (1, 0, 2, 'PAR-69029-001', '69029', '', NULL, 'PAR-69029-001', 'Parc', '69029', '9', '', 'Alix', ''),
            (1, 1, 5, 'PAR-69029-002', '69029', '', x'01010000000000000000001440000000000000F03F',
                'PAR-69029-002', 'Étang', '69029', '', '', '', ''),
            (2, 0, 2, 'PAR-69029-001', '69029', '', NULL, 'PAR-69029-001', 'Parc neuf', '69029', '9', '', '', '');
        """

    @Test func aDatabaseOfTheFirstVersionKeepsEverything() async throws {
        let folder = Example.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = try SQLiteDatabase(file: folder.appendingPathComponent("gabarit.sqlite"))
        try await database.write { session in
            try session.run(script: Self.first)
            try session.run(
                "INSERT INTO document (id, json) VALUES (1, ?)", [.bytes([UInt8](Example.document))])
            try session.run(script: Self.firstRows)
        }
        try await database.close()

        let store = try await ReleaseStore(folder: folder)
        let history = try await store.history(schema: "parcs", commune: "69029")
        #expect(history.dropFirst().map(\.id) == ["old2", "old1"], "the old ones, and one that brings the first back")
        #expect(history.last?.openQuestions == 3 && history.last?.repaired == 5)
        let edition = try #require(try await store.edition(of: "parcs"))
        #expect(edition.uids == ["PAR-69029-001", "PAR-69029-002"])
        #expect(edition.table.value("nom", row: 0) == "Parc" && edition.table.rowNumbers == [2, 5])
        #expect(edition.positions[1]?.coordinates.first?.longitude == 5)
        #expect(try await store.internalRows(release: "old2")?.value("nom", row: 0) == "Parc neuf")
        #expect(try await store.internalRows(release: "old1")?.value("gardien", row: 0) == "Alix")
        try await store.close()

        let again = try await ReleaseStore(folder: folder)
        #expect(try await again.history(schema: "parcs", commune: "69029").count == 3)
        try await again.close()
    }

    @Test func aDatabaseOfANewerVersionIsLeftAlone() async throws {
        try await Engine.sqlite.withStore { store in
            try await store.database.write { session in
                try session.run("INSERT INTO migration (name) VALUES (?)", [.text("9.0-unheard-of")])
            }
            await #expect(throws: StoreError.newer(step: "9.0-unheard-of")) {
                _ = try await ReleaseStore(store.database)
            }
        }
    }
}
