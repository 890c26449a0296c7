import Tables

/// The rows of a text file on their way into columns.
struct CSVRows {
    /// How many cells the rows have.
    private(set) var shapes = RecordShapes()
    private let delimiter: Delimiter
    private var builder: SheetBuilder
    private var row: Int

    init(delimiter: Delimiter, limits: ReadingLimits) {
        self.delimiter = delimiter
        row = delimiter.start > 0 ? 1 : 0
        builder = SheetBuilder(limits: limits, rowsBefore: row)
    }

    /// The finished columns and row numbers.
    mutating func finish() -> (columns: [Cells], rowNumbers: [Int]) { builder.finish() }

    /// Adds all rows of a text.
    mutating func add(_ text: UnsafeRawBufferPointer) throws(UnreadableFile) {
        var scanner = FieldScanner(
            text, delimiter: delimiter.byte, delimitersOfRow: delimiter.width - 1, from: delimiter.start)
        while !scanner.isAtEnd {
            row += 1
            try addRow(from: &scanner, of: text)
        }
    }

    private mutating func addRow(
        from scanner: inout FieldScanner, of text: UnsafeRawBufferPointer
    ) throws(UnreadableFile) {
        var column = 0
        var filled = 0
        var isLast = false
        while !isLast {
            let field = scanner.next()
            isLast = field.endsRecord
            if !field.range.isEmpty {
                let raw = UnsafeRawBufferPointer(rebasing: text[field.range])
                if field.hasDoubledQuotes {
                    if isLast, column == 0, try addWrappedRow(raw) { return }
                    try builder.place(Self.halvingQuotes(raw)[...], kind: .text, column: column, row: row)
                } else {
                    try builder.place(raw, kind: .text, column: column, row: row)
                }
                filled = column + 1
            }
            if field.isUnbalanced { shapes.unbalanced.append(row) }
            column += 1
        }
        shapes.add(width: column, filled: filled, row: row)
    }

    /// Adds a row that stands as a whole between quotes, as Excel leaves it when it takes every row for one cell.
    /// False if it is one text indeed: it must be cut into as many cells as the other rows have.
    private mutating func addWrappedRow(_ raw: UnsafeRawBufferPointer) throws(UnreadableFile) -> Bool {
        guard delimiter.width > 1 else { return false }
        return try Self.halvingQuotes(raw).withUnsafeBufferPointer { (inner) throws(UnreadableFile) in
            let text = UnsafeRawBufferPointer(inner)
            guard width(of: text) == delimiter.width else { return false }
            var scanner = FieldScanner(text, delimiter: delimiter.byte)
            try addRow(from: &scanner, of: text)
            shapes.wrapped.append(row)
            return true
        }
    }

    /// The number of cells of a text that is one row; 0 if it is not.
    private func width(of text: UnsafeRawBufferPointer) -> Int {
        var scanner = FieldScanner(text, delimiter: delimiter.byte)
        var width = 0
        while !scanner.isAtEnd {
            width += 1
            if scanner.next().endsRecord { return scanner.isAtEnd ? width : 0 }
        }
        return 0
    }

    /// A quoted text with each pair of quotes made one.
    private static func halvingQuotes(_ raw: UnsafeRawBufferPointer) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(raw.count)
        var isSecond = false
        for byte in raw {
            isSecond = byte == 0x22 && !isSecond && text.last == 0x22
            if !isSecond { text.append(byte) }
        }
        return text
    }
}
