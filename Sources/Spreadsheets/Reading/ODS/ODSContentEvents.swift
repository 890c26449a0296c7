import Tables
import Texts

/// Walks through the content of an OpenDocument spreadsheet: styles first, then sheet after sheet.
final class ODSContentEvents: XMLEvents {
    private(set) var sheets: [Sheet] = []
    private(set) var findings: [Finding] = []
    private let reading: CellReading
    private let limits: ReadingLimits
    private var hiddenStyles: Set<String> = []
    private var style: String?
    private var name = ""
    private var visibility = Sheet.Visibility.visible
    private var table: ODSTable?
    private var paragraph = ODSParagraphs()
    private var comment = ODSParagraphs()
    private var cell: ODSCell?
    /// How deep the reader is in what is no part of the cells: deleted content, drawings, tables in tables.
    private var aside = 0
    private var isInComment = false
    private var hiddenGroups: [Bool] = []

    init(reading: CellReading, limits: ReadingLimits) {
        self.reading = reading
        self.limits = limits
    }

    override func start(_ element: XMLElement) throws(UnreadableFile) {
        if aside > 0 || Self.isAside(element.name, inCell: cell != nil) {
            aside += 1
        } else if cell != nil {
            startInCell(element)
        } else if table != nil {
            try startInTable(element)
        } else {
            try startOutside(element)
        }
    }

    override func end(_ name: XMLName) throws(UnreadableFile) {
        if aside > 0 {
            aside -= 1
        } else if cell != nil {
            try endInCell(name)
        } else {
            try endOutsideCell(name)
        }
    }

    override func text(_ bytes: UnsafeRawBufferPointer) {
        guard aside == 0, cell != nil else { return }
        if isInComment { comment.add(bytes) } else { paragraph.add(bytes) }
    }

    private static func isAside(_ name: XMLName, inCell: Bool) -> Bool {
        switch name {
        case "tracked-changes", "shapes", "ruby-text", "dde-links": true
        case "frame", "custom-shape", "rect", "line", "g", "control", "connector", "table": inCell
        default: false
        }
    }
}

// MARK: - Sheets, rows and columns

extension ODSContentEvents {
    private func startOutside(_ element: XMLElement) throws(UnreadableFile) {
        switch element.name {
        case "style": style = element["name"]
        case "table-properties":
            if element["display"] == "false", let style { hiddenStyles.insert(style) }
        case "table":
            guard sheets.count < limits.sheets else { throw .tooManySheets(limits.sheets) }
            name = element["name"] ?? ""
            let isHidden = element["style-name"].map(hiddenStyles.contains) ?? false
            visibility = isHidden || element["display"] == "false" ? .hidden : .visible
            table = ODSTable(reading: reading, limits: limits)
        default: break
        }
    }

    private func startInTable(_ element: XMLElement) throws(UnreadableFile) {
        switch element.name {
        case "table-column": table?.addColumns(count(element, "number-columns-repeated"), isHidden: isHidden(element))
        case "table-row":
            try table?.openRow(repeated: count(element, "number-rows-repeated"), isHidden: isHidden(element))
        case "table-cell", "covered-table-cell":
            cell = ODSCell(element)
            paragraph.clear()
        case "table-row-group", "table-column-group":
            hiddenGroups.append(element["display"] == "false")
        default: break
        }
    }

    private func endOutsideCell(_ element: XMLName) throws(UnreadableFile) {
        switch element {
        case "table-row": try table?.closeRow()
        case "table-row-group", "table-column-group": _ = hiddenGroups.popLast()
        case "table": closeTable()
        default: break
        }
    }

    private func closeTable() {
        guard let finished = table?.finish() else { return }
        table = nil
        hiddenGroups = []
        findings += finished.findings(sheet: name)
        sheets.append(finished.sheet(name: name, visibility: visibility))
    }

    private func isHidden(_ element: XMLElement) -> Bool {
        let visibility = element["visibility"]
        return visibility == "collapse" || visibility == "filter" || hiddenGroups.contains(true)
    }

    private func count(_ element: XMLElement, _ name: StaticString) -> Int {
        min(max(1, element.integer(name) ?? 1), limits.rows)
    }
}

// MARK: - What a cell holds

extension ODSContentEvents {
    private func startInCell(_ element: XMLElement) {
        if isInComment { return comment.start(element) }
        guard "annotation" ~= element.name else { return paragraph.start(element) }
        isInComment = true
        comment.clear()
    }

    private func endInCell(_ name: XMLName) throws(UnreadableFile) {
        switch name {
        case "annotation":
            isInComment = false
            cell?.comment = comment.text
        case "p", "h":
            if isInComment { comment.endParagraph() } else { paragraph.endParagraph() }
        case "table-cell", "covered-table-cell":
            guard let closed = cell else { return }
            cell = nil
            try table?.add(closed, shown: paragraph.bytes)
        default: break
        }
    }
}
