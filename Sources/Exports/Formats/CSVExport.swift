public import Schemas
public import Texts

/// The canonical CSV: UTF-8 without byte order mark, comma, `\n`, quotes only where they are needed, the names of the
/// fields as header. Values are as they were released, to the byte. A row of which no field is known is left out: to
/// every validator it is a mistake, and it tells nobody anything.
public struct CSVExport: Export {
    public let fileExtension = "csv"
    public let mediaType = "text/csv; charset=utf-8; header=present"
    public let title = Text(verbatim: "CSV")
    public let purpose = Text(fr: "Pour les programmes et les validateurs.", en: "For programs and validators.")
    private let keepsBlankRows: Bool

    /// The format. `keepsBlankRows` is for whoever counts lines: the row of line 2 is the first of the table.
    public init(keepsBlankRows: Bool = false) { self.keepsBlankRows = keepsBlankRows }

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let text = DelimitedText(delimiter: 0x2C, lineEnd: "\n", keepsBlankRows: keepsBlankRows)
        try text.write(batches, to: output) { $2.append(contentsOf: $1) }
    }
}
