import Editions
public import Schemas
import Tables
public import Texts

/// JSON Lines (jsonlines.org): one row a line, each an object as in the JSON file.
public struct JSONLinesExport: Export {
    public let fileExtension = "jsonl"
    public let mediaType = "application/jsonl; charset=utf-8"
    public let title = Text(verbatim: "JSON Lines")
    public let purpose = Text(
        fr: "Pour les programmes qui lisent ligne après ligne.", en: "For programs that read line after line.")

    public init() {}

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var pieces = Pieces()
        while let batch = try batches.next() {
            let rows = JSONRows(batch, schema: schema)
            for row in 0..<batch.rowCount {
                rows.write(row, to: &pieces.bytes)
                pieces.bytes.append(0x0A)
                try pieces.flush(to: output)
            }
        }
        try pieces.flush(to: output, ifAbove: 0)
    }
}
