public import Schemas
public import Tables
public import Texts

/// The canonical CSV: UTF-8 without byte order mark, comma, `\n`, quotes only where they are needed, the names of the
/// fields as header. Values are as they were released, to the byte.
public struct CSVExport: Export {
    public let fileExtension = "csv"
    public let mediaType = "text/csv; charset=utf-8; header=present"
    public let title = Text(verbatim: "CSV")
    public let purpose = Text(fr: "Pour les programmes et les validateurs.", en: "For programs and validators.")

    public init() {}

    public func write(_ table: CleanTable, schema: Schema, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        try DelimitedText(delimiter: 0x2C, lineEnd: "\n").write(table, to: output) { Array($1) }
    }
}
