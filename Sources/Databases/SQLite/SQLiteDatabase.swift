public import Foundation
import GRDB

/// The embedded engine: one SQLite file, read by any number of processes while one writes (write-ahead log).
///
/// What is written is on disk (`synchronous = FULL`) before `write` returns; a writer waits for another for at most
/// ten seconds.
public final class SQLiteDatabase: Database {
    private let pool: DatabasePool

    /// Opens a file, and makes it where it does not exist.
    public init(file: URL) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY")
        }
        pool = try translated { try DatabasePool(path: file.path, configuration: configuration) }
    }

    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> Result
    ) async throws -> Result {
        try await translated { try await pool.read { try body(SQLiteSession($0)) } }
    }

    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (any Session) throws -> Result
    ) async throws -> Result {
        // Immediate: the state that the body reads is the one that it changes, also among several processes.
        try await translated {
            try await pool.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    result = try body(SQLiteSession(database))
                    return .commit
                }
                guard let result else { preconditionFailure("a transaction that ended has a result") }
                return result
            }
        }
    }

    public func close() async throws { try translated { try pool.close() } }
}
