import Tables
import Texts

/// One sheet of an OpenDocument spreadsheet while it is read. A row is kept until it closes, because one description
/// may stand for many rows; empty ones cost nothing, however many.
struct ODSTable {
    private struct Content {
        var column: Int
        var range: Range<Int>
        var kind: Value.Kind
    }

    private let reading: CellReading
    private let limits: ReadingLimits
    private var builder: SheetBuilder
    private var layout = SheetLayout()
    private var row = 1
    private var rowRepeated = 1
    private var column = 0
    private var describedColumns = 0
    private var contents: [Content] = []
    private var bytes: [UInt8] = []
    private var formulas: [(column: Int, isComputed: Bool)] = []
    private var placed = 0

    init(reading: CellReading, limits: ReadingLimits) {
        self.reading = reading
        self.limits = limits
        builder = SheetBuilder(limits: limits)
    }

    /// All that was read.
    mutating func finish() -> SheetLayout {
        (layout.columns, layout.rowNumbers) = builder.finish()
        return layout
    }

    mutating func addColumns(_ count: Int, isHidden: Bool) {
        let end = min(describedColumns + count, limits.columns)
        if isHidden, describedColumns < end { layout.hiddenColumns.append(describedColumns...end - 1) }
        describedColumns = end
    }

    mutating func openRow(repeated: Int, isHidden: Bool) throws(UnreadableFile) {
        rowRepeated = repeated
        column = 0
        contents.removeAll(keepingCapacity: true)
        formulas.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        if isHidden { layout.hideRows(row...row + repeated - 1) }
    }

    mutating func add(_ cell: ODSCell, shown: [UInt8]) throws(UnreadableFile) {
        defer { column += cell.repeated }
        try addSurroundings(of: cell)
        guard !cell.isCovered else { return }
        if cell.hasFormula { try addFormulas(cell, isComputed: cell.hasValue || !shown.isEmpty) }
        let value = reading == .meant ? cell.value(shown: shown) : cell.judged(shown: shown)
        guard value.kind != .blank else { return }
        guard column + cell.repeated <= limits.columns else { throw .tooManyColumns(limits.columns) }
        let start = bytes.count
        bytes.append(contentsOf: value.text.utf8)
        for place in column..<column + cell.repeated {
            contents.append(Content(column: place, range: start..<bytes.count, kind: value.kind))
        }
    }

    mutating func closeRow() throws(UnreadableFile) {
        defer { row += rowRepeated }
        guard !contents.isEmpty || !formulas.isEmpty else { return }
        guard row + rowRepeated - 1 <= limits.rows else { throw .tooManyRows(limits.rows) }
        placed += rowRepeated * (contents.count + formulas.count)
        guard placed <= limits.cells else { throw .tooManyCells(limits.cells) }
        for number in row..<row + rowRepeated {
            for formula in formulas {
                layout.formulas.insert(CellAddress(column: formula.column, row: number))
                if !formula.isComputed { layout.uncomputed.append(number) }
            }
            try placeContents(row: number)
        }
    }

    private mutating func placeContents(row: Int) throws(UnreadableFile) {
        for content in contents {
            try builder.place(bytes[content.range], kind: content.kind, column: content.column, row: row)
        }
    }

    private mutating func addSurroundings(of cell: ODSCell) throws(UnreadableFile) {
        guard layout.merged.count < limits.annotations, layout.comments.count < limits.annotations else {
            throw .tooLargeOnceOpened
        }
        let first = CellAddress(column: column, row: row)
        if !cell.comment.isEmpty { layout.comments[first] = cell.comment }
        guard cell.columnsSpanned > 1 || cell.rowsSpanned > 1 else { return }
        let last = CellAddress(
            column: column + min(cell.columnsSpanned, limits.columns) - 1,
            row: row + min(cell.rowsSpanned, limits.rows) - 1)
        layout.merged.append(CellRange(first: first, last: last))
    }

    private mutating func addFormulas(_ cell: ODSCell, isComputed: Bool) throws(UnreadableFile) {
        guard column + cell.repeated <= limits.columns else { throw .tooManyColumns(limits.columns) }
        for place in column..<column + cell.repeated {
            formulas.append((column: place, isComputed: isComputed))
        }
    }
}
