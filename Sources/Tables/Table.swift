/// Rows and columns whose every cell still knows where it came from.
public struct Table: Sendable {
    /// Where the table was read.
    public var source: Source
    /// The columns, in the order of the sheet.
    public var columns: [Column]
    /// For each row, the row number that the spreadsheet shows.
    public var rowNumbers: [Int]
    /// For each row, its geometry in WGS 84, where the file holds geometries.
    public var geometries: [Geometry?]?

    /// A table. Every column must have as many cells as there are row numbers.
    public init(source: Source, columns: [Column], rowNumbers: [Int], geometries: [Geometry?]? = nil) {
        precondition(columns.allSatisfy { $0.cells.count == rowNumbers.count }, "a column misses rows")
        precondition(geometries.map { $0.count == rowNumbers.count } ?? true, "a row misses its geometry")
        self.source = source
        self.columns = columns
        self.rowNumbers = rowNumbers
        self.geometries = geometries
    }

    /// How many rows there are.
    public var rowCount: Int { rowNumbers.count }
}

/// One column of a table.
public struct Column: Sendable {
    /// What stands above the column, as it was sent.
    public var header: String
    /// The place of the column in the sheet, from 0 (`A` is 0).
    public var position: Int
    /// What is in it.
    public var cells: Cells

    /// A column.
    public init(header: String, position: Int, cells: Cells) {
        self.header = header
        self.position = position
        self.cells = cells
    }

    /// The letters that the spreadsheet shows above the column.
    public var letters: String { CellAddress.letters(of: position) }
}

/// Where a table was read.
public struct Source: Hashable, Sendable {
    /// The name of the file, without its folders.
    public var file: String
    /// The name of the sheet, if the file has sheets.
    public var sheet: String?
    /// How the characters were written, where the file does not say (`utf-8`, `windows-1252`…).
    public var encoding: String?

    /// A place.
    public init(file: String, sheet: String? = nil, encoding: String? = nil) {
        self.file = file
        self.sheet = sheet
        self.encoding = encoding
    }
}
