import Catalog
import Editions
public import Schemas
public import Tables
public import Texts

/// GeoJSON (RFC 7946), one feature a line. Properties are typed as the schema says and stand in its order; a row whose
/// place is unknown has `"geometry":null`.
public struct GeoJSONExport: Export {
    public let fileExtension = "geojson"
    public let mediaType = "application/geo+json; charset=utf-8"
    public let title = Text(verbatim: "GeoJSON")
    public let purpose = Text(fr: "Pour les cartes et les SIG.", en: "For maps and GIS.")

    public init() {}

    public func write(_ table: CleanTable, schema: Schema, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        let rows = JSONRows(table, schema: schema)
        let positions = Positions(table, schema: schema)
        let identifier = schema.field(meaning: .uid).flatMap { table.fields.firstIndex(of: $0.name) }
        var pieces = Pieces()
        pieces.write("{\"type\":\"FeatureCollection\",\"features\":[")
        for row in 0..<table.rowCount {
            pieces.write(row == 0 ? "\n" : ",\n")
            pieces.write("{\"type\":\"Feature\"")
            if let id = identifier.map({ table.columns[$0][row].text }), !id.isEmpty {
                pieces.write(",\"id\":")
                pieces.write(JSONText.string(id))
            }
            pieces.write(",\"properties\":")
            rows.write(row, to: &pieces.bytes)
            pieces.write(",\"geometry\":")
            if let shape = positions[row] { pieces.write(shape.wound.geoJSON.utf8) } else { pieces.write("null") }
            pieces.write("}")
            try pieces.flush(to: output)
        }
        pieces.write("\n]}\n")
        try pieces.flush(to: output, ifAbove: 0)
    }
}
