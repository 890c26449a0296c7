import Editions
public import Schemas
public import Texts

/// The CSV that opens well with a double click in a French Excel: byte order mark, `;`, `\r\n`, decimal comma.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe in front: see ``FormulaText``. Excel still takes
/// the zeros off `01053`; the XLSX file keeps them.
public struct ExcelCSVExport: Export {
    public let fileExtension = "excel.csv"
    public let mediaType = "text/csv; charset=utf-8; header=present"
    public let title = Text(fr: "CSV pour Excel", en: "CSV for Excel")
    public let purpose = Text(
        fr: "S'ouvre d'un double-clic dans un tableur français.", en: "Opens with a double click in a French Excel.")

    public init() {}

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let numeric = batches.fields.map { schema.field($0)?.isNumeric ?? false }
        let text = DelimitedText(delimiter: 0x3B, lineEnd: "\r\n", prefix: "\u{FEFF}")
        try text.write(batches, to: output) { column, value, bytes in
            if let column, numeric[column], JSONText.isNumber(value) {
                bytes.append(contentsOf: value.lazy.map { $0 == 0x2E ? 0x2C : $0 })
            } else {
                if FormulaText.begins(value) { bytes.append(0x27) }
                bytes.append(contentsOf: value)
            }
        }
    }
}

extension Field {
    /// Whether spreadsheets should take its values as numbers.
    var isNumeric: Bool { !isList && [.number, .integer, .year].contains(type) }
}
