import Catalog
import Foundation
import GRDB
import Schemas
import Tables

/// A release as the database holds it.
struct ReleaseRecord: Codable, FetchableRecord, MutablePersistableRecord {
    static let databaseTableName = "release"

    var sequence: Int64?
    var id: String
    var schema: String
    var schemaVersion: String
    var document: Int64
    var commune: String
    var communeName: String
    var publishedAt: Double
    var rowCount: Int
    var openQuestions: Int
    var remainingErrors: Int
    var repaired: Int
    var isCurrent: Bool

    init(_ release: Release, document: Int64) {
        id = release.id
        schema = release.schema
        schemaVersion = release.schemaVersion
        self.document = document
        commune = release.commune.code
        communeName = release.commune.name
        publishedAt = release.publishedAt.timeIntervalSince1970
        rowCount = release.rowCount
        openQuestions = release.openQuestions
        remainingErrors = release.remainingErrors
        repaired = release.repaired
        isCurrent = false
    }

    mutating func didInsert(_ inserted: InsertionSuccess) { sequence = inserted.rowID }

    var release: Release {
        Release(
            ReleaseDraft(
                schema: schema, schemaVersion: schemaVersion, commune: Place(code: commune, name: communeName),
                publishedAt: Date(timeIntervalSince1970: publishedAt), openQuestions: openQuestions,
                remainingErrors: remainingErrors, repaired: repaired),
            id: id, rowCount: rowCount)
    }

    /// The current releases, by schema and name of commune.
    static func current(in database: Database) throws -> [ReleaseRecord] {
        try filter(Column("isCurrent")).order(Column("schema"), Column("communeName"), Column("commune"))
            .fetchAll(database)
    }

    /// Makes this release the current one of its commune and schema.
    func makeCurrent(in database: Database) throws {
        try database.execute(
            sql: "UPDATE release SET isCurrent = 0 WHERE schema = ? AND commune = ? AND isCurrent",
            arguments: [schema, commune])
        try database.execute(sql: "UPDATE release SET isCurrent = 1 WHERE id = ?", arguments: [id])
    }

    /// All rows with all fields, those that are not public included.
    func wholeTable(in database: Database) throws -> CleanTable {
        let table = try RowTable(number: document, in: database)
        let columns = table.schema.fields.indices.map { ", c\($0)" }.joined()
        let cursor = try Row.fetchCursor(
            database,
            sql: "SELECT number, shape\(columns) FROM \(table.name) WHERE release = ? ORDER BY position",
            arguments: [sequence])
        return try CleanTable(cursor, fields: table.schema.fields.map(\.name))
    }
}

extension RowTable {
    /// The table of a document.
    init(number: Int64, in database: Database) throws {
        let json = try Data.fetchOne(database, sql: "SELECT json FROM document WHERE id = ?", arguments: [number])
        self.init(document: number, schema: try JSONDecoder().decode(Schema.self, from: json ?? Data()))
    }
}

extension CleanTable {
    /// Reads rows of `number, shape, fields…`.
    init(_ cursor: RowCursor, fields: [String]) throws {
        var columns = [Cells](repeating: Cells(), count: fields.count)
        var numbers: [Int] = []
        var shapes: [Geometry?] = []
        while let row = try cursor.next() {
            numbers.append(row[0])
            shapes.append((row[1] as Data?).flatMap { Geometry(wkb: Array($0)) })
            for field in fields.indices { columns[field].append(Value(row[field + 2])) }
        }
        self.init(fields: fields, columns: columns, rowNumbers: numbers, geometries: shapes)
    }
}
