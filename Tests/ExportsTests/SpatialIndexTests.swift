import CSQLite
import Exports
import Foundation
import GeoFiles
import Schemas
import Tables
import Testing

/// The index of places of a GeoPackage, as SQLite itself finds it.
@Suite(.enabled(if: GDALPrograms.installed != nil, "GDAL (gdal-bin) is not installed"))
struct SpatialIndexTests {
    private let schema: Schema

    init() throws {
        schema = try JSONDecoder().decode(
            Schema.self, from: Data(#"{"name": "l'été", "title": "L", "fields": [{"name": "nom"}]}"#.utf8))
    }

    /// Rows on a grid, every seventh without a place.
    private func table(_ count: Int) -> CleanTable {
        CleanTable(
            fields: ["nom"], columns: [Cells((0..<count).map { Value("n° \($0)") })], rowNumbers: Array(0..<count),
            geometries: (0..<count).map { row in
                guard row % 7 != 6 else { return nil }
                return .point(Coordinate(longitude: 4 + Double(row % 100) / 100, latitude: 45 + Double(row) / 100_000))
            })
    }

    /// The first column of the first row of a statement.
    private func first(_ sql: String, in file: URL) throws -> String {
        var connection: OpaquePointer?
        try #require(sqlite3_open_v2(file.path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
        defer { sqlite3_close_v2(connection) }
        var statement: OpaquePointer?
        try #require(sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK, "\(sql)")
        defer { sqlite3_finalize(statement) }
        try #require(sqlite3_step(statement) == SQLITE_ROW)
        return sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? ""
    }

    /// A root alone, two levels, three levels: a node has 51 cells.
    @Test(arguments: [1, 51, 60, 61, 3500])
    func theIndexIsInOrderAndWhole(count: Int) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "index-\(UUID()).gpkg")
        defer { try? FileManager.default.removeItem(at: file) }
        let export = try #require(Formats.named("gpkg"))
        try export.write(table(count), schema: schema, options: ExportOptions(), to: file)
        let name = try first("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'", in: file)
        #expect(try first("SELECT rtreecheck('\(name.replacing("'", with: "''"))')", in: file) == "ok")
        let places = (0..<count).count { $0 % 7 != 6 }
        #expect(try first("SELECT COUNT(*) FROM \"\(name)\"", in: file) == "\(places)")
        // A question finds just the rows that lie there.
        let asked = (0..<count).count { $0 % 7 != 6 && $0 % 100 <= 10 }
        #expect(try first("SELECT COUNT(*) FROM \"\(name)\" WHERE minx < 4.105", in: file) == "\(asked)")
        #expect(try first("PRAGMA integrity_check", in: file) == "ok")
    }
}
