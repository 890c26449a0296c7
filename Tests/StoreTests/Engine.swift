import Databases
import Foundation
import Store
import TestDatabases
import Testing

/// The engines on which the store is tested.
struct Engine: Sendable, CustomTestStringConvertible {
    let name: String
    private let open: @Sendable (URL) async throws -> (any Database)?

    var testDescription: String { name }

    static let all = [sqlite, postgreSQL]

    static let sqlite = Engine(name: "SQLite") { folder in
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try SQLiteDatabase(file: folder.appendingPathComponent("test.sqlite"))
    }

    static let postgreSQL = Engine(name: "PostgreSQL") { _ in try await temporaryDatabase() }

    /// A fresh store; nothing is done where the engine is not installed.
    func withStore(_ body: (ReleaseStore) async throws -> Void) async throws {
        let folder = Example.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        guard let database = try await open(folder) else { return }
        let store = try await ReleaseStore(database)
        try await body(store)
        try await store.close()
    }
}
