public import Schemas
import Spreadsheets
import Tables
public import Texts

/// An Excel workbook: text typed as text (codes keep their zeros, `=1+1` stays text), numbers as numbers. A sheet of
/// Excel ends at row 1,048,576: the rows after it go on a second one.
public struct XLSXExport: Export {
    public let fileExtension = "xlsx"
    public let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    public let title = Text(verbatim: "Excel")
    public let purpose = Text(
        fr: "Pour lire, trier et imprimer dans un tableur.", en: "To read, sort and print in a spreadsheet.")

    public init() {}

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var workbook = XLSXStream(SheetForm(batches.fields, schema: schema))
        while let batch = try batches.next() { try workbook.write(batch.columns, to: output) }
        try workbook.finish(to: output)
    }
}

extension SheetForm {
    /// The form of rows that respect a schema. Dates and truth values are text, as the CSV file writes them.
    init(_ fields: [String], schema: Schema) {
        self.init(
            title: schema.title, header: fields, isNumeric: fields.map { schema.field($0)?.isNumeric ?? false })
    }
}
