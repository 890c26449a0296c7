public import Tables

/// A sheet to write.
public struct SheetDraft: Sendable {
    /// The name on the tab: at most 31 characters, none of `[ ] : * ? / \`.
    public var name: String
    /// Whether people see it. A sheet that is *very hidden* is written as hidden.
    public var visibility: Sheet.Visibility = .visible
    /// The columns from `A`.
    public var columns: [ColumnDraft] = []
    /// The rows from row 1.
    public var rows: SheetRows
    /// The heights of rows, in points, by row number. The others fit what they hold.
    public var rowHeights: [Int: Double] = [:]
    /// How many rows stay in view at the top.
    public var frozenRows = 0
    /// The range with filter buttons in its first row.
    public var filter: CellRange?
    /// The comments, by cell.
    public var comments: [CellAddress: String] = [:]
    /// What may be typed where.
    public var rules: [EntryRule] = []
    /// The colour of the tab.
    public var tabColour: Colour?
    /// Whether the grey grid is drawn.
    public var showsGrid = true
    /// Whether the cells are locked against typing (without a password: it prevents slips, nothing else).
    public var isProtected = false

    /// A sheet.
    public init(name: String, columns: [ColumnDraft] = [], rows: SheetRows = []) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }
}

/// A column of a sheet to write.
public struct ColumnDraft: Sendable {
    /// The width, in characters.
    public var width: Double
    /// Whether it is hidden.
    public var isHidden: Bool
    /// How the cells look that are not written.
    public var style: CellStyle

    /// A column.
    public init(width: Double, isHidden: Bool = false, style: CellStyle = .plain) {
        self.width = width
        self.isHidden = isHidden
        self.style = style
    }
}

/// The rows of a sheet to write, made one after the other, so that a large table is never held twice.
public struct SheetRows: Sendable, ExpressibleByArrayLiteral {
    /// How many rows there are.
    public let count: Int
    /// The cells of a row, from column `A`; the first row is 0.
    public let cells: @Sendable (Int) -> [CellDraft]

    /// So many rows, each made when it is written.
    public init(count: Int, cells: @escaping @Sendable (Int) -> [CellDraft]) {
        self.count = count
        self.cells = cells
    }

    /// Rows that are already there.
    public init(_ rows: [[CellDraft]]) {
        self.init(count: rows.count) { rows[$0] }
    }

    public init(arrayLiteral rows: [CellDraft]...) { self.init(rows) }
}
