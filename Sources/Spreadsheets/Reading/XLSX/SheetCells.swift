import Tables

/// What the cells of a sheet refer to elsewhere in the file.
struct SheetSurroundings {
    var strings: SharedStrings
    var styles: CellStyles
    var dates: SerialDate
}

/// The cells of a worksheet on their way to their columns, whoever reads the XML.
struct SheetCells {
    let limits: ReadingLimits
    var layout = SheetLayout()
    /// Whether a row is open for the reader by hand.
    var isInRow = false
    private let shared: SheetSurroundings
    private var builder: SheetBuilder
    private var numbers = ShownNumbers()
    private var row = 0
    private var column = -1

    init(shared: SheetSurroundings, limits: ReadingLimits) {
        self.shared = shared
        self.limits = limits
        builder = SheetBuilder(limits: limits)
    }

    /// All that was read.
    mutating func finish() -> SheetLayout {
        (layout.columns, layout.rowNumbers) = builder.finish()
        return layout
    }

    /// A row opens; without a number it follows the one before it.
    mutating func openRow(_ number: Int?, isHidden: Bool) throws(UnreadableFile) {
        row = number ?? row + 1
        column = -1
        guard row > 0 else { throw .damaged }
        guard row <= limits.rows else { throw .tooManyRows(limits.rows) }
        if layout.hidesMissingRows { layout.describedRows.insert(row) }
        if isHidden { layout.hideRows(row...row) }
    }

    /// A cell opens: it has a place, even if nothing follows.
    @inline(__always)
    mutating func open(_ cell: CellTag) throws(UnreadableFile) {
        column = cell.column ?? column + 1
        row = cell.row ?? row
        guard row <= limits.rows else { throw .tooManyRows(limits.rows) }
    }

    /// A cell closes.
    @inline(__always)
    mutating func close(
        _ cell: CellTag, content: UnsafeRawBufferPointer, hasValue: Bool, hasFormula: Bool
    ) throws(UnreadableFile) {
        if row == 0 { row = 1 }
        if hasFormula { addFormula(isComputed: !content.isEmpty || (hasValue && cell.type == .text)) }
        guard !content.isEmpty else { return }
        switch cell.type {
        case .shared: try placeShared(content)
        case .number: try placeNumber(content, style: cell.style)
        case .text, .inline: try placeText(content)
        case .error: try builder.place(content, kind: .error, column: column, row: row)
        case .boolean:
            let truth = content.elementsEqual("1".utf8) || content.elementsEqual("true".utf8)
            try place(shared.styles[cell.style].value(of: truth))
        case .date: try place(Value.isoDate(String(decoding: content, as: UTF8.self)))
        }
    }

    /// A formula whose result is an empty text is computed.
    private mutating func addFormula(isComputed: Bool) {
        layout.formulas.insert(CellAddress(column: column, row: row))
        if !isComputed { layout.uncomputed.append(row) }
    }

    private mutating func placeNumber(_ content: UnsafeRawBufferPointer, style: Int) throws(UnreadableFile) {
        if shared.styles.isPlain(style), PlainNumber.isPlain(content) {
            return try builder.place(content, kind: .number, column: column, row: row)
        }
        let shown = numbers.shown(content, style: style) { shared.styles[style].value(of: $0, dates: shared.dates) }
        try place(shown)
    }

    private mutating func placeShared(_ content: UnsafeRawBufferPointer) throws(UnreadableFile) {
        guard let place = content.wholeNumber, place < shared.strings.count else { throw .damaged }
        try builder.place(shared: place, of: shared.strings, column: column, row: row)
    }

    private mutating func placeText(_ content: UnsafeRawBufferPointer) throws(UnreadableFile) {
        guard content.contains(0x5F) else {
            return try builder.place(content, kind: .text, column: column, row: row)
        }
        var text = Array(content)
        text.decodeEscapes()
        try builder.place(text[...], kind: .text, column: column, row: row)
    }

    private mutating func place(_ value: Value) throws(UnreadableFile) {
        var text = value.text
        let (kind, column, row) = (value.kind, column, row)
        let placed = text.withUTF8 { bytes in
            Result { () throws(UnreadableFile) in
                try builder.place(UnsafeRawBufferPointer(bytes), kind: kind, column: column, row: row)
            }
        }
        try placed.get()
    }
}

extension UnsafeRawBufferPointer {
    /// The number that digits write; nil if other signs are among them, or too many digits.
    @inline(__always)
    var wholeNumber: Int? {
        guard count > 0, count < 18 else { return nil }
        var number = 0
        for byte in self {
            guard byte &- 0x30 <= 9 else { return nil }
            number = number &* 10 &+ Int(byte &- 0x30)
        }
        return number
    }
}
