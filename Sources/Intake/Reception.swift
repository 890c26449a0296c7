public import Spreadsheets
public import Tables

/// A file as it was received: the table that answers the schema, whose cells keep their address, and everything
/// that was remarked on the way. Nothing that stood in the file is lost without a word.
public struct Reception: Sendable {
    /// The rows of data under their headers.
    public var table: Table
    /// The row number of the header, as the spreadsheet shows it; 0 where the file has none.
    public var headerRow: Int
    /// The whole workbook, where the file is one.
    public var workbook: Workbook?
    /// What was remarked: title rows, totals, hidden columns, other sheets…
    public var findings: [Finding]

    /// A received file.
    public init(table: Table, headerRow: Int, workbook: Workbook? = nil, findings: [Finding] = []) {
        self.table = table
        self.headerRow = headerRow
        self.workbook = workbook
        self.findings = findings
    }
}
