import Tables

/// What the cells of a sheet refer to elsewhere in the file.
struct SheetSurroundings {
    var strings: SharedStrings
    var styles: CellStyles
    var dates: SerialDate
}

/// Reads the XML of one worksheet: cells go to their columns as they come.
final class WorksheetEvents: XMLEvents {
    private let shared: SheetSurroundings
    private let limits: ReadingLimits
    private var builder: SheetBuilder
    private var layout = SheetLayout()
    private var content: [UInt8] = []
    private var row = 0
    private var column = -1
    private var cell = CellTag()
    private var isInCell = false
    private var isListening = false
    private var hasValue = false
    private var hasFormula = false
    private var phonetic = 0

    init(shared: SheetSurroundings, limits: ReadingLimits) {
        self.shared = shared
        self.limits = limits
        builder = SheetBuilder(limits: limits)
    }

    /// All that was read.
    func finish() -> SheetLayout {
        (layout.columns, layout.rowNumbers) = builder.finish()
        return layout
    }

    override func start(_ element: XMLElement) throws(UnreadableFile) {
        if isInCell { return startInCell(element) }
        switch element.name {
        case "c": try openCell(element)
        case "row": try openRow(element)
        case "col": readColumn(element)
        case "mergeCell": try readMerge(element)
        case "sheetFormatPr": layout.hidesMissingRows = element.flag("zeroHeight")
        default: break
        }
    }

    override func end(_ name: XMLName) throws(UnreadableFile) {
        guard isInCell else { return }
        switch name {
        case "v", "t": isListening = false
        case "rPh": phonetic -= 1
        case "c":
            isInCell = false
            try closeCell()
        default: break
        }
    }

    override func text(_ bytes: UnsafeRawBufferPointer) {
        if isListening { content.append(contentsOf: bytes) }
    }

    private func startInCell(_ element: XMLElement) {
        switch element.name {
        case "v":
            isListening = cell.type != .inline
            hasValue = true
        case "t":
            isListening = cell.type == .inline && phonetic == 0
            hasValue = true
        case "f": hasFormula = true
        case "rPh": phonetic += 1
        default: break
        }
    }
}

// MARK: - Rows, columns, merged ranges

extension WorksheetEvents {
    private func openRow(_ element: XMLElement) throws(UnreadableFile) {
        row = element.integer("r") ?? row + 1
        column = -1
        guard row > 0 else { throw .damaged }
        guard row <= limits.rows else { throw .tooManyRows(limits.rows) }
        if layout.hidesMissingRows { layout.describedRows.insert(row) }
        let isFlat = element["ht"].flatMap(Double.init) == 0
        if element.flag("hidden") || isFlat { layout.hideRows(row...row) }
    }

    private func readColumn(_ element: XMLElement) {
        let isFlat = element["width"].flatMap(Double.init) == 0
        guard element.flag("hidden") || isFlat, let first = element.integer("min"), first > 0 else { return }
        let last = min(element.integer("max") ?? first, limits.columns)
        if first <= last { layout.hiddenColumns.append(first - 1...last - 1) }
    }

    private func readMerge(_ element: XMLElement) throws(UnreadableFile) {
        guard layout.merged.count < limits.annotations else { throw .tooLargeOnceOpened }
        let corners = element["ref"]?.split(separator: ":").compactMap { CellAddress($0) } ?? []
        guard let first = corners.first, let last = corners.last, first != last else { return }
        layout.merged.append(
            CellRange(
                first: CellAddress(column: min(first.column, last.column), row: min(first.row, last.row)),
                last: CellAddress(column: max(first.column, last.column), row: max(first.row, last.row))))
    }
}

// MARK: - Cells

extension WorksheetEvents {
    private func openCell(_ element: XMLElement) throws(UnreadableFile) {
        cell = CellTag(element)
        column = cell.column ?? column + 1
        row = cell.row ?? row
        guard row <= limits.rows else { throw .tooManyRows(limits.rows) }
        content.removeAll(keepingCapacity: true)
        isInCell = true
        hasValue = false
        hasFormula = false
        phonetic = 0
    }

    private func closeCell() throws(UnreadableFile) {
        if row == 0 { row = 1 }
        if hasFormula {
            let address = CellAddress(column: column, row: row)
            layout.formulas.insert(address)
            // A formula whose result is an empty text is computed.
            if content.isEmpty, !hasValue || cell.type != .text { layout.uncomputed.append(row) }
        }
        guard !content.isEmpty else { return }
        switch cell.type {
        case .number: try placeNumber()
        case .shared: try placeShared()
        case .text, .inline:
            content.decodeEscapes()
            try place(.text)
        case .error: try place(.error)
        case .boolean:
            let isTrue = content == [0x31] || content == Array("true".utf8)
            content = Array((isTrue ? "true" : "false").utf8)
            try place(.boolean)
        case .date: try place(Value.isoDate(String(decoding: content, as: UTF8.self)))
        }
    }

    private func placeNumber() throws(UnreadableFile) {
        let format = shared.styles[cell.style]
        if format == .plain, content.withUnsafeBytes(PlainNumber.isPlain) { return try place(.number) }
        try place(format.value(of: content, dates: shared.dates))
    }

    private func placeShared() throws(UnreadableFile) {
        guard let place = Int(String(decoding: content, as: UTF8.self)), place >= 0, place < shared.strings.count else {
            throw .damaged
        }
        try shared.strings.with(place) { (bytes) throws(UnreadableFile) in
            try builder.place(bytes, kind: .text, column: column, row: row)
        }
    }

    private func place(_ value: Value) throws(UnreadableFile) {
        content = Array(value.text.utf8)
        try place(value.kind)
    }

    private func place(_ kind: Value.Kind) throws(UnreadableFile) {
        try builder.place(content[...], kind: kind, column: column, row: row)
    }
}
