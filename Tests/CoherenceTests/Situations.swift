import Coherence
import Schemas
import Tables
import Testing

/// A clean table of a schema: `|` between cells, one line a row, names of fields first. `at` gives the shapes.
func clean(_ words: String, as schema: Schema, at shapes: [Geometry?]? = nil) throws -> CleanTable {
    let lines = words.split(separator: "\n").map { $0.split(separator: "|", omittingEmptySubsequences: false) }
    let names = try #require(lines.first).map(String.init)
    let rows = lines.dropFirst()
    return CleanTable(
        fields: schema.fields.map(\.name),
        columns: schema.fields.map { field in
            let place = names.firstIndex(of: field.name)
            return Cells(rows.map { row in Value(place.map { String(row[$0]) } ?? "") })
        },
        rowNumbers: Array(2..<rows.count + 2), geometries: shapes)
}

/// What is remarked of parks.
func remarks(
    _ words: String, at shapes: [Geometry?]? = nil, before: String? = nil, beforeAt: [Geometry?]? = nil,
    beside: [(schema: String, words: String, shapes: [Geometry?]?)] = []
) throws -> [Finding] {
    let schema = try SchemaLibrary.schema("parcs-jardins")
    let neighbours = try beside.map { other in
        let schema = try SchemaLibrary.schema(other.schema)
        return Situation.Neighbour(schema: schema, table: try clean(other.words, as: schema, at: other.shapes))
    }
    return CoherenceRule.findings(
        in: Situation(
            schema: schema, table: try clean(words, as: schema, at: shapes),
            previous: try before.map { try clean($0, as: schema, at: beforeAt) }, neighbours: neighbours))
}

/// A square whose south-west corner and side are given in degrees.
func square(_ longitude: Double, _ latitude: Double, side: Double) -> Geometry {
    .polygon([
        [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map {
            Coordinate(longitude: longitude + $0.0, latitude: latitude + $0.1)
        }
    ])
}
