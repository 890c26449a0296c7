import Catalog
import Editions
import Foundation
import Queries
import Tables

/// Which rows of a collection answer each of many filters: what `compare.py` compares with other evaluators.
enum Answers {
    /// A collection with its questions.
    private struct Collection: Decodable {
        /// A Table Schema.
        var schema: String
        var fields: [String]
        var rows: [[String]]
        /// For each row a GeoJSON geometry, or nothing.
        var geometries: [String?]
        /// CQL2 text; JSON where it begins with a brace.
        var filters: [String]
    }

    /// Writes a line of JSON for each filter: the rows, or what is wrong with the filter.
    static func write(from file: URL) throws {
        let collection = try JSONDecoder().decode(Collection.self, from: Data(contentsOf: file))
        let edition = try self.edition(collection)
        for filter in collection.filters {
            do throws(QueryError) {
                let expression = filter.hasPrefix("{") ? try CQL2.json(Array(filter.utf8)) : try CQL2.text(filter)
                print(try edition.truth(of: expression).rows)
            } catch {
                print(String(decoding: try JSONEncoder().encode(["error": error.message]), as: UTF8.self))
            }
        }
    }

    private static func edition(_ collection: Collection) throws -> Edition {
        let structure = try PublicSchema(document: Data(collection.schema.utf8))
        let columns = collection.fields.indices.map { column in Cells(collection.rows.map { Value($0[column]) }) }
        let count = collection.rows.count
        return Edition(
            record: DatasetRecord(schema: structure.schema, publisher: "Territoire", releases: []),
            structure: structure, tag: "essai",
            table: CleanTable(
                fields: collection.fields, columns: columns, rowNumbers: Array(0..<count),
                geometries: collection.geometries.map { $0.flatMap { Geometry(geoJSON: $0) } }),
            uids: (0..<count).map { "ESS-\($0)" }, owners: Array(repeating: 0, count: count),
            changedAt: Array(repeating: 0, count: count))
    }
}
