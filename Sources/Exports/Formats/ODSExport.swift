public import Schemas
import Spreadsheets
import Tables
public import Texts

/// An OpenDocument sheet, typed like the Excel workbook.
public struct ODSExport: Export {
    public let fileExtension = "ods"
    public let mediaType = "application/vnd.oasis.opendocument.spreadsheet"
    public let title = Text(verbatim: "LibreOffice")
    public let purpose = Text(
        fr: "Pour lire, trier et imprimer dans un tableur libre.", en: "To read, sort and print in a free spreadsheet.")

    public init() {}

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var workbook = ODSStream(SheetForm(batches.fields, schema: schema))
        while let batch = try batches.next() { try workbook.write(batch.columns, to: output) }
        try workbook.finish(to: output)
    }
}
