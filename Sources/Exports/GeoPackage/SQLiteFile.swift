import CSQLite
import Foundation

/// A file of SQLite that is written in one go, on the way to being a GeoPackage: nobody else sees it, and one that is
/// broken off is thrown away.
final class SQLiteFile {
    private var connection: OpaquePointer?

    /// It could not be written: the disk is full, or the file is none of SQLite.
    struct Failure: Error {
        let words: String
    }

    init(_ file: URL) throws {
        let state = sqlite3_open_v2(file.path, &connection, SQLITE_OPEN_READWRITE, nil)
        guard state == SQLITE_OK else { throw failure }
        try run("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA locking_mode = EXCLUSIVE")
    }

    deinit { sqlite3_close_v2(connection) }

    private var failure: Failure { Failure(words: String(cString: sqlite3_errmsg(connection))) }

    /// Runs statements, separated by semicolons.
    func run(_ script: String) throws {
        guard sqlite3_exec(connection, script, nil, nil, nil) == SQLITE_OK else { throw failure }
    }

    /// A statement that is run again and again with other values.
    func statement(_ sql: String) throws -> Statement { try Statement(sql, in: self) }

    final class Statement {
        private let file: SQLiteFile
        private var statement: OpaquePointer?

        fileprivate init(_ sql: String, in file: SQLiteFile) throws {
            self.file = file
            guard
                sqlite3_prepare_v3(file.connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
                    == SQLITE_OK
            else { throw file.failure }
        }

        deinit { sqlite3_finalize(statement) }

        /// Runs it with two numbers.
        func run(_ first: Int, _ second: Int) throws {
            sqlite3_bind_int64(statement, 2, Int64(second))
            try run(first)
        }

        /// Runs it with a number and some bytes.
        func run(_ first: Int, _ bytes: [UInt8]) throws {
            try bytes.withUnsafeBytes { raw in
                // They are read before this returns: SQLite need not copy them.
                sqlite3_bind_blob(statement, 2, raw.baseAddress, Int32(raw.count), nil)
                try run(first)
            }
        }

        private func run(_ first: Int) throws {
            sqlite3_bind_int64(statement, 1, Int64(first))
            let state = sqlite3_step(statement)
            sqlite3_reset(statement)
            guard state == SQLITE_DONE || state == SQLITE_ROW else { throw file.failure }
        }
    }
}
