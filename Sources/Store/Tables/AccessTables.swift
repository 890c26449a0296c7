import Databases

/// The tables of whoever may see more than everybody, and of whoever wants to be told.
enum AccessTables {
    static func create(in session: any Session) throws {
        let words = session.dialect
        try session.run(
            script: """
                CREATE TABLE access_token (
                    id TEXT PRIMARY KEY,
                    digest TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    scope TEXT NOT NULL,
                    commune TEXT NOT NULL,
                    per_minute BIGINT NOT NULL,
                    made_at DOUBLE PRECISION NOT NULL,
                    ends_at DOUBLE PRECISION,
                    revoked_at DOUBLE PRECISION
                );
                CREATE TABLE access_log (
                    id \(words.counter),
                    token TEXT NOT NULL,
                    at DOUBLE PRECISION NOT NULL,
                    path TEXT NOT NULL,
                    status BIGINT NOT NULL,
                    bytes BIGINT NOT NULL
                );
                CREATE INDEX access_log_token ON access_log (token, at);
                CREATE TABLE webhook (
                    id TEXT PRIMARY KEY,
                    address TEXT NOT NULL,
                    secret TEXT NOT NULL,
                    schema_name TEXT NOT NULL,
                    cursor BIGINT NOT NULL,
                    failures BIGINT NOT NULL,
                    next_try DOUBLE PRECISION NOT NULL,
                    made_at DOUBLE PRECISION NOT NULL,
                    stopped_at DOUBLE PRECISION
                );
                """)
    }
}
