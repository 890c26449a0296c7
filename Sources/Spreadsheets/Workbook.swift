public import Tables
import Texts

/// A spreadsheet file as it was sent: its sheets, cell for cell, with no idea of what they mean.
public struct Workbook: Sendable {
    /// How the file is written.
    public var format: Format
    /// The sheets, in the order of the file, hidden ones too. A CSV file has one sheet without a name.
    public var sheets: [Sheet]
    /// How the characters of a CSV file are written (`utf-8`, `utf-16le`, `utf-16be`, `windows-1252`,
    /// `macintosh`, `ibm850`).
    public var encoding: String?
    /// What separates the cells of a CSV file.
    public var delimiter: Character?
    /// What was remarked while reading: bad bytes, ragged rows, truncated content. Never a reason to refuse.
    public var findings: [Finding]

    /// The formats that are read.
    public enum Format: String, Sendable {
        case csv, xlsx, ods, xls
    }

    /// A workbook.
    public init(
        format: Format, sheets: [Sheet], encoding: String? = nil, delimiter: Character? = nil, findings: [Finding] = []
    ) {
        self.format = format
        self.sheets = sheets
        self.encoding = encoding
        self.delimiter = delimiter
        self.findings = findings
    }
}

/// One sheet: columns from `A`, rows from 1, every row of the sheet up to the last one that holds anything.
public struct Sheet: Sendable {
    /// The name on the tab; empty for CSV.
    public var name: String
    /// Whether its owner sees it.
    public var visibility: Visibility
    /// The columns from `A`. All have as many cells as `rowNumbers`.
    public var columns: [Cells]
    /// The number of each row, as the spreadsheet shows it. Runs of more than 1,000 empty rows are left out.
    public var rowNumbers: [Int]
    /// The merged ranges. Only the first cell of a range holds its value.
    public var merged: [CellRange]
    /// The numbers of the hidden rows (also those hidden by a filter).
    public var hiddenRows: Set<Int>
    /// The places of the hidden columns.
    public var hiddenColumns: Set<Int>
    /// The comments, by cell.
    public var comments: [CellAddress: String]
    /// The cells whose value is computed by a formula.
    public var formulas: Set<CellAddress>

    /// Whether the owner of a workbook sees a sheet.
    public enum Visibility: String, Sendable {
        case visible, hidden, veryHidden
    }

    /// An empty sheet.
    public init(name: String, visibility: Visibility = .visible) {
        self.name = name
        self.visibility = visibility
        columns = []
        rowNumbers = []
        merged = []
        hiddenRows = []
        hiddenColumns = []
        comments = [:]
        formulas = []
    }

    /// How many rows there are.
    public var rowCount: Int { rowNumbers.count }
}

/// A rectangle of cells.
public struct CellRange: Hashable, Sendable {
    /// The cell at the top left.
    public var first: CellAddress
    /// The cell at the bottom right.
    public var last: CellAddress

    /// The rectangle between two cells.
    public init(first: CellAddress, last: CellAddress) {
        self.first = first
        self.last = last
    }
}
