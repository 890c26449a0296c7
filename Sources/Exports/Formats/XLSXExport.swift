import Foundation
public import Schemas
import Spreadsheets
public import Tables
public import Texts

/// An Excel workbook: one sheet, text typed as text (codes keep their zeros, `=1+1` stays text), numbers as numbers.
/// A sheet of Excel ends at row 1,048,576; the other formats have no end.
public struct XLSXExport: Export {
    public let fileExtension = "xlsx"
    public let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    public let title = Text(verbatim: "Excel")
    public let purpose = Text(
        fr: "Pour lire, trier et imprimer dans un tableur.", en: "To read, sort and print in a spreadsheet.")

    public init() {}

    public func write(_ table: CleanTable, schema: Schema, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        let workbook = WorkbookDraft(sheets: [sheet(table, schema: schema)], title: schema.title)
        try workbook.data().withUnsafeBytes(output)
    }

    private static let header = CellStyle().with {
        $0.isBold = true
        $0.fill = 0xE1EDE5
        $0.isFramed = true
    }

    private func sheet(_ table: CleanTable, schema: Schema) -> SheetDraft {
        let numeric = table.fields.map { name in
            schema.field(name).map { !$0.isList && [.number, .integer, .year].contains($0.type) } ?? false
        }
        let header = table.fields.map { CellDraft($0, Self.header) }
        let cells = zip(table.columns, numeric).map(drafts)
        let codes = table.columns.map(\.codes)
        let rowCount = min(table.rowCount, 1_048_575)
        var sheet = SheetDraft(name: sheetName(schema))
        sheet.columns = zip(table.fields, table.columns).map { ColumnDraft(width: width(of: $1, under: $0)) }
        sheet.rows = SheetRows(count: rowCount + 1) { row in
            row == 0 ? header : cells.indices.map { cells[$0][Int(codes[$0][row - 1])] }
        }
        sheet.frozenRows = 1
        if !table.fields.isEmpty {
            sheet.filter = CellRange(
                first: CellAddress(column: 0, row: 1),
                last: CellAddress(column: table.fields.count - 1, row: rowCount + 1))
        }
        return sheet
    }

    /// One cell for each distinct value of a column.
    private func drafts(_ column: Cells, isNumeric: Bool) -> [CellDraft] {
        (0..<column.distinctCount).map { code in
            let text = column.distinct(code).text
            if isNumeric { return CellDraft(text.isEmpty ? .blank : .number(text)) }
            return text.isEmpty ? CellDraft(.blank) : CellDraft(String(text.prefix(32_767)), .text)
        }
    }

    /// The title of the schema, without what Excel forbids in the name of a sheet.
    private func sheetName(_ schema: Schema) -> String {
        let name = schema.title.filter { !"[]:*?/\\'".contains($0) }.prefix(31)
        return name.isEmpty ? "Données" : String(name)
    }

    /// Wide enough for most values, in signs.
    private func width(of cells: Cells, under header: String) -> Double {
        let widest = (0..<min(cells.distinctCount, 500)).map { cells.withBytes(of: $0) { $0.count } }.max() ?? 0
        return Double(min(max(widest, header.utf8.count, 8), 48)) + 3
    }
}
