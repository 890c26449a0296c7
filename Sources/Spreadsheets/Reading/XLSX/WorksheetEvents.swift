import Tables

/// Reads the XML of one worksheet: cells go to their columns as they come, by hand where the XML is plain.
final class WorksheetEvents: XMLStretchEvents {
    private var cells: SheetCells
    private var content: [UInt8] = []
    private var cell = CellTag()
    private var isInCell = false
    private var isListening = false
    private var hasValue = false
    private var hasFormula = false
    private var phonetic = 0
    private var isInData = false
    /// Expat is about to see a row again that is known.
    private var ignoresRow = false

    init(shared: SheetSurroundings, limits: ReadingLimits) {
        cells = SheetCells(shared: shared, limits: limits)
    }

    /// All that was read.
    func finish() -> SheetLayout { cells.finish() }

    override func start(_ element: XMLElement) throws(UnreadableFile) {
        if isInCell { return startInCell(element) }
        switch element.name {
        case "c":
            cell = CellTag(element)
            try cells.open(cell)
            startCell()
        case "row": try openRow(element)
        case "col": readColumn(element)
        case "mergeCell": try readMerge(element)
        case "sheetFormatPr": cells.layout.hidesMissingRows = element.flag("zeroHeight")
        case "sheetData": isInData = true
        default: break
        }
    }

    override func end(_ name: XMLName) throws(UnreadableFile) {
        guard isInCell else {
            if case "sheetData" = name { isInData = false }
            return
        }
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

    // MARK: Reading by hand

    override var opening: StaticString { "<sheetData" }
    override var innerDepth: Int { 2 }
    override var isOpened: Bool { isInData }
    override var itemEnd: StaticString { cells.isInRow ? "</c>" : "</row>" }
    override var openTag: StaticString { cells.isInRow ? "<row>" : "" }
    override var closeTag: StaticString { cells.isInRow ? "</row>" : "" }

    override func readPlain(_ xml: inout PlainXML) throws(UnreadableFile) -> Bool { try cells.readPlain(&xml) }

    override func handOver() { ignoresRow = cells.isInRow }
}

// MARK: - Rows, columns, merged ranges

extension WorksheetEvents {
    private func openRow(_ element: XMLElement) throws(UnreadableFile) {
        guard !ignoresRow else {
            ignoresRow = false
            return
        }
        let isFlat = element["ht"].flatMap(Double.init) == 0
        try cells.openRow(element.integer("r"), isHidden: element.flag("hidden") || isFlat)
    }

    private func readColumn(_ element: XMLElement) {
        let isFlat = element["width"].flatMap(Double.init) == 0
        guard element.flag("hidden") || isFlat, let first = element.integer("min"), first > 0 else { return }
        let last = min(element.integer("max") ?? first, cells.limits.columns)
        if first <= last { cells.layout.hiddenColumns.append(first - 1...last - 1) }
    }

    private func readMerge(_ element: XMLElement) throws(UnreadableFile) {
        guard cells.layout.merged.count < cells.limits.annotations else { throw .tooLargeOnceOpened }
        let corners = element["ref"]?.split(separator: ":").compactMap { CellAddress($0) } ?? []
        guard let first = corners.first, let last = corners.last, first != last else { return }
        cells.layout.merged.append(
            CellRange(
                first: CellAddress(column: min(first.column, last.column), row: min(first.row, last.row)),
                last: CellAddress(column: max(first.column, last.column), row: max(first.row, last.row))))
    }
}

// MARK: - Cells

extension WorksheetEvents {
    private func startCell() {
        content.removeAll(keepingCapacity: true)
        isInCell = true
        hasValue = false
        hasFormula = false
        phonetic = 0
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

    private func closeCell() throws(UnreadableFile) {
        try content.withUnsafeBufferPointer { (bytes) throws(UnreadableFile) in
            try cells.close(
                cell, content: UnsafeRawBufferPointer(bytes), hasValue: hasValue, hasFormula: hasFormula)
        }
    }
}
