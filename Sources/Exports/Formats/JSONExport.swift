import Editions
public import Schemas
import Tables
public import Texts

/// JSON: `{"schema":{"name","version","title"},"rows":[…],"count":n}`, one row a line, typed like the properties of
/// the GeoJSON file.
public struct JSONExport: Export {
    public let fileExtension = "json"
    public let mediaType = "application/json; charset=utf-8"
    public let title = Text(verbatim: "JSON")
    public let purpose = Text(fr: "Pour les sites et les applications.", en: "For web sites and applications.")

    public init() {}

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var pieces = Pieces()
        pieces.write("{\"schema\":{\"name\":")
        pieces.write(JSONText.string(schema.name))
        pieces.write(",\"version\":")
        pieces.write(JSONText.string(schema.version))
        pieces.write(",\"title\":")
        pieces.write(JSONText.string(schema.title))
        pieces.write("},\"rows\":[")
        var count = 0
        while let batch = try batches.next() {
            let rows = JSONRows(batch, schema: schema)
            for row in 0..<batch.rowCount {
                pieces.write(count == 0 ? "\n" : ",\n")
                rows.write(row, to: &pieces.bytes)
                count += 1
                try pieces.flush(to: output)
            }
        }
        // How many there are is known at the end: nobody has counted rows that stream.
        pieces.write("\n],\"count\":")
        pieces.write(String(count).utf8)
        pieces.write("}\n")
        try pieces.flush(to: output, ifAbove: 0)
    }
}
