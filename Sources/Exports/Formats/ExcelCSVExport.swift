import Editions
public import Schemas
public import Tables
public import Texts

/// The CSV that opens well with a double click in a French Excel: byte order mark, `;`, `\r\n`, decimal comma.
///
/// A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return)
/// gets an apostrophe in front: see OWASP, *CSV injection*. Excel still takes the zeros off `01053`; the XLSX file
/// keeps them.
public struct ExcelCSVExport: Export {
    public let fileExtension = "excel.csv"
    public let mediaType = "text/csv; charset=utf-8; header=present"
    public let title = Text(fr: "CSV pour Excel", en: "CSV for Excel")
    public let purpose = Text(
        fr: "S'ouvre d'un double-clic dans un tableur français.", en: "Opens with a double click in a French Excel.")

    public init() {}

    public func write(_ table: CleanTable, schema: Schema, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        let numeric = table.fields.map { name in
            schema.field(name).map { !$0.isList && [.number, .integer, .year].contains($0.type) } ?? false
        }
        let text = DelimitedText(delimiter: 0x3B, lineEnd: "\r\n", prefix: "\u{FEFF}")
        try text.write(table, to: output) { column, value in
            if numeric[column], JSONText.isNumber(value) { return value.map { $0 == 0x2E ? 0x2C : $0 } }
            return startsFormula(value) ? [0x27] + value : Array(value)
        }
    }

    private func startsFormula(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        value.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false
    }
}
