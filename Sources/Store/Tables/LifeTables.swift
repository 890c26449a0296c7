import Databases

/// The tables of rows that have a life.
///
/// A row of a dataset is an *object*, which keeps its identifier for ever, in one *version* after another. A version
/// holds from the release that brought it (`since`) until the release that changed or removed it (`until`), so that
/// any state of the past can be read, and a row that did not change takes no room again.
enum LifeTables {
    static func create(in session: any Session) throws {
        let words = session.dialect
        try session.run(
            script: """
                CREATE TABLE schema_document (
                    id \(words.counter),
                    name TEXT NOT NULL,
                    version TEXT NOT NULL,
                    json \(words.bytes) NOT NULL
                );
                CREATE INDEX document_name ON schema_document (name, version);
                CREATE TABLE release_log (
                    sequence \(words.counter),
                    id TEXT NOT NULL UNIQUE,
                    kind TEXT NOT NULL,
                    schema_name TEXT NOT NULL,
                    schema_version TEXT NOT NULL,
                    document BIGINT NOT NULL REFERENCES schema_document (id),
                    commune TEXT NOT NULL,
                    commune_name TEXT NOT NULL,
                    published_at DOUBLE PRECISION NOT NULL,
                    row_count BIGINT NOT NULL,
                    open_questions BIGINT NOT NULL,
                    remaining_errors BIGINT NOT NULL,
                    repaired BIGINT NOT NULL,
                    agent TEXT NOT NULL,
                    file TEXT NOT NULL,
                    before BIGINT,
                    is_current BIGINT NOT NULL
                );
                CREATE UNIQUE INDEX release_now ON release_log (schema_name, commune) WHERE is_current = 1;
                CREATE INDEX release_history ON release_log (schema_name, commune, sequence);
                CREATE TABLE object (
                    id \(words.counter),
                    schema_name TEXT NOT NULL,
                    commune TEXT NOT NULL,
                    uid TEXT NOT NULL
                );
                CREATE UNIQUE INDEX object_uid ON object (schema_name, commune, uid);
                CREATE TABLE row_version (
                    id \(words.counter),
                    schema_name TEXT NOT NULL,
                    commune TEXT NOT NULL,
                    uid TEXT NOT NULL,
                    object BIGINT NOT NULL REFERENCES object (id),
                    since BIGINT NOT NULL REFERENCES release_log (sequence),
                    until BIGINT REFERENCES release_log (sequence),
                    document BIGINT NOT NULL REFERENCES schema_document (id),
                    position BIGINT NOT NULL,
                    number BIGINT NOT NULL,
                    visibility TEXT NOT NULL,
                    cells TEXT NOT NULL,
                    shape \(words.bytes),
                    origins TEXT
                );
                CREATE UNIQUE INDEX version_now ON row_version (schema_name, commune, uid) WHERE until IS NULL;
                CREATE INDEX version_order ON row_version (schema_name, commune, position, id) WHERE until IS NULL;
                CREATE INDEX version_life ON row_version (schema_name, uid, since);
                CREATE INDEX version_since ON row_version (since, object);
                CREATE INDEX version_until ON row_version (until, object);
                CREATE TABLE place_in_file (
                    version BIGINT NOT NULL,
                    position BIGINT NOT NULL,
                    number BIGINT NOT NULL
                );
                """)
    }

    /// Few rows are hidden: to count them, no other row is looked at.
    static func indexHiddenRows(in session: any Session) throws {
        try session.run(
            script: """
                CREATE INDEX version_hidden ON row_version (schema_name, commune, visibility)
                WHERE until IS NULL AND visibility <> 'public'
                """)
    }
}
