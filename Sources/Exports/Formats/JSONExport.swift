import Editions
public import Schemas
public import Tables
public import Texts

/// JSON: `{"schema":{"name","version","title"},"count":n,"rows":[…]}`, one row a line, typed like the properties of
/// the GeoJSON file.
public struct JSONExport: Export {
    public let fileExtension = "json"
    public let mediaType = "application/json; charset=utf-8"
    public let title = Text(verbatim: "JSON")
    public let purpose = Text(fr: "Pour les sites et les applications.", en: "For web sites and applications.")

    public init() {}

    public func write(_ table: CleanTable, schema: Schema, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        let rows = JSONRows(table, schema: schema)
        var pieces = Pieces()
        pieces.write("{\"schema\":{\"name\":")
        pieces.write(JSONText.string(schema.name))
        pieces.write(",\"version\":")
        pieces.write(JSONText.string(schema.version))
        pieces.write(",\"title\":")
        pieces.write(JSONText.string(schema.title))
        pieces.write("},\"count\":")
        pieces.write(String(table.rowCount).utf8)
        pieces.write(",\"rows\":[")
        for row in 0..<table.rowCount {
            pieces.write(row == 0 ? "\n" : ",\n")
            rows.write(row, to: &pieces.bytes)
            try pieces.flush(to: output)
        }
        pieces.write("\n]}\n")
        try pieces.flush(to: output, ifAbove: 0)
    }
}
