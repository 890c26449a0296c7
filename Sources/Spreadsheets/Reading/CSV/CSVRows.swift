import Tables

/// The rows of a text file on their way into columns.
struct CSVRows {
    /// How many cells the rows have.
    private(set) var shapes = RecordShapes()
    private let delimiter: Delimiter
    private var builder: SheetBuilder
    private var row: Int
    private var spare: [UInt8] = []

    init(delimiter: Delimiter, limits: ReadingLimits) {
        self.delimiter = delimiter
        // Excel does not show the line `sep=;`: the row after it is row 1.
        row = 0
        builder = SheetBuilder(limits: limits)
    }

    /// The finished columns and row numbers.
    mutating func finish() -> (columns: [Cells], rowNumbers: [Int]) { builder.finish() }

    /// Adds all rows of a text.
    mutating func add(_ text: UnsafeRawBufferPointer) throws(UnreadableFile) {
        var cursor = RecordCursor(
            text, delimiter: delimiter.byte, delimitersOfRow: delimiter.width - 1, from: delimiter.start)
        while let record = cursor.next() {
            row += 1
            try add(record)
        }
    }

    private mutating func add(_ record: Record) throws(UnreadableFile) {
        var filled = 0
        for column in 0..<record.count {
            let raw = record[column]
            if record.isUnbalanced(column) { shapes.unbalanced.append(row) }
            guard !raw.isEmpty else { continue }
            if record.hasDoubledQuotes(column) {
                Record.halveQuotes(of: raw, into: &spare)
                if record.count == 1, try addWrappedRow(spare) { return }
                try builder.place(spare[...], kind: .text, column: column, row: row)
            } else {
                try builder.place(raw, kind: .text, column: column, row: row)
            }
            filled = column + 1
        }
        shapes.add(width: record.count, filled: filled, row: row)
    }

    /// Adds a row that stands as a whole between quotes, as Excel leaves it when it takes every row for one cell.
    /// False if it is one text indeed: it must be cut into as many cells as the other rows have.
    private mutating func addWrappedRow(_ text: [UInt8]) throws(UnreadableFile) -> Bool {
        guard delimiter.width > 1 else { return false }
        return try text.withUnsafeBufferPointer { (inner) throws(UnreadableFile) in
            let text = UnsafeRawBufferPointer(inner)
            guard width(of: text) == delimiter.width else { return false }
            var cursor = RecordCursor(text, delimiter: delimiter.byte)
            if let record = cursor.next() { try add(record) }
            shapes.wrapped.append(row)
            return true
        }
    }

    /// The number of cells of a text that is one row; 0 if it is not.
    private func width(of text: UnsafeRawBufferPointer) -> Int {
        var cursor = RecordCursor(text, delimiter: delimiter.byte)
        guard let record = cursor.next() else { return 0 }
        let width = record.count
        return cursor.next() == nil ? width : 0
    }
}
