import Databases
import Foundation
import Store
import TestDatabases
import Testing

/// The engines on which the store is tested. Where PostgreSQL is not installed, that is said, and only SQLite is.
struct Engine: Sendable, CustomTestStringConvertible {
    /// One database, made when it is first opened.
    struct Home: Sendable {
        let open: @Sendable () throws -> any Database

        /// A store on the database; each has connections of its own.
        func store() async throws -> ReleaseStore { try await ReleaseStore(open()) }
    }

    let name: String
    private let newHome: @Sendable () -> Home

    var testDescription: String { name }

    static let all = PostgreSQLServer.shared == nil ? [sqlite] : [sqlite, postgreSQL]

    static let sqlite = Engine(name: "SQLite") {
        let folder = Example.folder()
        return Home {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try SQLiteDatabase(file: folder.appendingPathComponent("test.sqlite"))
        }
    }

    static let postgreSQL = Engine(name: "PostgreSQL") {
        let url = PostgreSQLServer.shared?.url() ?? ""
        return Home { try postgreSQLDatabase(url: url) }
    }

    /// A database that no other test uses.
    func home() -> Home { newHome() }

    /// A fresh store, closed afterwards.
    func withStore(_ body: (ReleaseStore) async throws -> Void) async throws {
        let store = try await home().store()
        try await body(store)
        try await store.close()
    }
}
