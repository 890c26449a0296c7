import GRDB

/// The tables of the embedded database, step by step. A step that was released is never edited; a new one is added.
enum Migrations {
    static let all: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("releases") { database in
            try database.execute(
                sql: """
                    CREATE TABLE document (
                        id INTEGER PRIMARY KEY,
                        json BLOB NOT NULL UNIQUE
                    );
                    CREATE TABLE release (
                        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
                        id TEXT NOT NULL UNIQUE,
                        schema TEXT NOT NULL,
                        schemaVersion TEXT NOT NULL,
                        document INTEGER NOT NULL REFERENCES document(id),
                        commune TEXT NOT NULL,
                        communeName TEXT NOT NULL,
                        publishedAt DOUBLE NOT NULL,
                        rowCount INTEGER NOT NULL,
                        openQuestions INTEGER NOT NULL,
                        remainingErrors INTEGER NOT NULL,
                        repaired INTEGER NOT NULL,
                        isCurrent BOOLEAN NOT NULL
                    );
                    CREATE UNIQUE INDEX currentRelease ON release(schema, commune) WHERE isCurrent;
                    CREATE INDEX releaseHistory ON release(schema, commune, sequence);
                    """)
        }
        return migrator
    }()
}
