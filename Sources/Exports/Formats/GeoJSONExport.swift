import Catalog
import Editions
public import Schemas
import Tables
public import Texts

/// GeoJSON (RFC 7946), one feature a line, always in WGS 84. Properties are typed as the schema says and stand in its
/// order; a row whose place is unknown has `"geometry":null`.
public struct GeoJSONExport: Export {
    public let fileExtension = "geojson"
    public let mediaType = "application/geo+json; charset=utf-8"
    public let title = Text(verbatim: "GeoJSON")
    public let purpose = Text(fr: "Pour les cartes et les SIG.", en: "For maps and GIS.")

    public init() {}

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var pieces = Pieces()
        pieces.write("{\"type\":\"FeatureCollection\",\"features\":[")
        var isFirst = true
        while let batch = try batches.next() {
            let features = Features(batch, schema: schema)
            for row in 0..<batch.rowCount {
                pieces.write(isFirst ? "\n" : ",\n")
                isFirst = false
                features.write(row, to: &pieces)
                try pieces.flush(to: output)
            }
        }
        pieces.write("\n]}\n")
        try pieces.flush(to: output, ifAbove: 0)
    }

    /// The rows of one batch as features.
    private struct Features {
        private let rows: JSONRows
        private let shapes: [Geometry?]
        private let ids: WrittenCells?

        init(_ batch: CleanTable, schema: Schema) {
            rows = JSONRows(batch, schema: schema)
            shapes = Positions(batch, schema: schema).all
            let identifier = schema.field(meaning: .uid).flatMap { batch.fields.firstIndex(of: $0.name) }
            ids = identifier.map { column in
                WrittenCells(batch.columns[column]) { value, bytes in
                    guard !value.isEmpty else { return }
                    bytes.append(contentsOf: ",\"id\":".utf8)
                    JSONText.write(string: value, to: &bytes)
                }
            }
        }

        func write(_ row: Int, to pieces: inout Pieces) {
            pieces.write("{\"type\":\"Feature\"")
            ids?.write(row, to: &pieces.bytes)
            pieces.write(",\"properties\":")
            rows.write(row, to: &pieces.bytes)
            pieces.write(",\"geometry\":")
            if let shape = shapes[row] {
                shape.wound.writeGeoJSON(to: &pieces.bytes)
            } else {
                pieces.write("null")
            }
            pieces.write("}")
        }
    }
}
