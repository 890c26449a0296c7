public import Catalog
public import Foundation
import GRDB
import Schemas
import Spelling
public import Tables

/// The embedded store: one SQLite file, `gabarit.sqlite`, in the data folder.
///
/// Any number of processes may read while one publishes (write-ahead log); a writer waits for another for at most
/// ten seconds. A release is on disk (`synchronous = FULL`) before `publish` returns.
public struct SQLiteStore: ReleaseStore {
    private let pool: DatabasePool

    /// Whether a data folder holds a store already.
    public static func exists(in folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: file(in: folder).path)
    }

    private static func file(in folder: URL) -> URL { folder.appendingPathComponent("gabarit.sqlite") }

    /// Opens the store of a data folder, and makes both where they do not exist.
    public init(folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            database.add(function: Self.plain)
        }
        pool = try DatabasePool(
            path: Self.file(in: folder).path, configuration: configuration)
        try Migrations.all.migrate(pool)
    }

    /// `plain('Étang')` is `etang`: the key for searching and sorting as people do.
    private static let plain = DatabaseFunction("plain", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0])?.folded ?? ""
    }

    public func publish(_ draft: ReleaseDraft, rows: CleanTable, schemaDocument: Data) async throws -> Release {
        let schema = try JSONDecoder().decode(Schema.self, from: schemaDocument)
        return try await pool.write { database in
            try Publication(draft: draft, rows: rows, schema: schema, document: schemaDocument).run(in: database)
        }
    }

    public func releases() async throws -> [Release] {
        try await pool.read { try ReleaseRecord.current(in: $0).map(\.release) }
    }

    public func history(schema: String, commune: String) async throws -> [Release] {
        try await pool.read { database in
            try ReleaseRecord
                .filter(Column("schema") == schema && Column("commune") == commune)
                .order(Column("sequence").desc)
                .fetchAll(database).map(\.release)
        }
    }

    public func restore(release id: String) async throws -> Release? {
        try await pool.write { database in
            guard let record = try ReleaseRecord.filter(Column("id") == id).fetchOne(database) else { return nil }
            try record.makeCurrent(in: database)
            return record.release
        }
    }

    public func schema(_ name: String) async throws -> PublicSchema? {
        try await pool.read { try Dataset(name, in: $0)?.publicSchema }
    }

    public func rows(_ query: RowQuery) async throws -> RowPage {
        try await pool.read { database in
            guard let dataset = try Dataset(query.schema, in: database) else {
                return RowPage(table: CleanTable(fields: [], columns: [], rowNumbers: []), total: 0)
            }
            return try RowSelection(dataset: dataset, query: query).page(in: database)
        }
    }

    public func object(uid: String) async throws -> PublishedObject? {
        guard !uid.isEmpty, uid.utf8.count <= 200 else { return nil }
        return try await pool.read { database in
            for name in try Dataset.names(in: database) {
                guard let dataset = try Dataset(name, in: database) else { continue }
                if let object = try RowSelection(dataset: dataset, uid: uid).object(in: database) { return object }
            }
            return nil
        }
    }

    public func internalRows(release id: String) async throws -> CleanTable? {
        try await pool.read { database in
            guard let record = try ReleaseRecord.filter(Column("id") == id).fetchOne(database) else { return nil }
            return try record.wholeTable(in: database)
        }
    }
}
