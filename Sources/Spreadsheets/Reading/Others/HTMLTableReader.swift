import Tables
import Texts

/// Reads the tables of a web page, which many programs write and name `.xls`: one sheet for each table that stands
/// on its own. Anything that is no table is passed over.
struct HTMLTableReader {
    private let limits: ReadingLimits
    private let fileName: String

    init(limits: ReadingLimits, fileName: String) {
        self.limits = limits
        self.fileName = fileName
    }

    func read(_ bytes: UnsafeRawBufferPointer) throws(UnreadableFile) -> Workbook {
        let text = DecodedText(bytes)
        let sheets = try text.withBytes(of: bytes) { (utf8) throws(UnreadableFile) in try tables(in: utf8) }
        guard sheets.contains(where: { $0.rowCount > 0 }) else { throw .webPage(fileName) }
        return Workbook(format: .xls, sheets: sheets, encoding: text.encoding.rawValue)
    }

    private func tables(in text: UnsafeRawBufferPointer) throws(UnreadableFile) -> [Sheet] {
        var tags = HTMLTags(text)
        var sheets: [Sheet] = []
        var table: HTMLTable?
        var depth = 0
        while let piece = tags.next() {
            switch piece {
            case .text(let range): table?.add(UnsafeRawBufferPointer(rebasing: text[range]))
            case .opens("table", _):
                depth += 1
                if depth == 1 { table = HTMLTable(limits: limits) }
            case .closes("table"):
                depth = max(0, depth - 1)
                guard depth == 0, let sheet = try table?.sheet(number: sheets.count + 1) else { continue }
                guard sheets.count < limits.sheets else { throw .tooManySheets(limits.sheets) }
                sheets.append(sheet)
                table = nil
            case .opens(let name, let tag) where depth == 1: try table?.open(name, attributes: text[tag])
            case .opens("br", _): table?.breakLine()
            case .closes(let name) where depth == 1: try table?.close(name)
            default: break
            }
        }
        if let sheet = try table?.sheet(number: sheets.count + 1) { sheets.append(sheet) }
        return sheets
    }
}

/// One table of a web page while it is read.
private struct HTMLTable {
    private let limits: ReadingLimits
    private var builder: SheetBuilder
    private var merged: [CellRange] = []
    /// For each column, the last row that a cell above reaches down to.
    private var reached: [Int: Int] = [:]
    private var row = 0
    private var column = 0
    private var span = 1
    private var cell: [UInt8]?

    init(limits: ReadingLimits) {
        self.limits = limits
        builder = SheetBuilder(limits: limits)
    }

    mutating func open(_ name: String, attributes: Slice<UnsafeRawBufferPointer>) throws(UnreadableFile) {
        switch name {
        case "tr":
            try closeCell()
            row += 1
            column = 0
        case "td", "th":
            try closeCell()
            openCell(String(decoding: attributes, as: UTF8.self).lowercased())
        case "br": breakLine()
        case "p", "div": if cell?.isEmpty == false { breakLine() }
        default: break
        }
    }

    mutating func close(_ name: String) throws(UnreadableFile) {
        if ["td", "th", "tr"].contains(name) { try closeCell() }
    }

    mutating func add(_ text: UnsafeRawBufferPointer) {
        guard cell != nil else { return }
        for byte in HTMLEntities.decoded(text) {
            let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
            if isSpace, cell?.last.map({ $0 == 0x20 || $0 == 0x0A }) ?? true { continue }
            cell?.append(isSpace ? 0x20 : byte)
        }
    }

    mutating func breakLine() {
        guard cell != nil else { return }
        if cell?.last == 0x20 { cell?.removeLast() }
        cell?.append(0x0A)
    }

    mutating func sheet(number: Int) throws(UnreadableFile) -> Sheet? {
        try closeCell()
        let (columns, rowNumbers) = builder.finish()
        var sheet = Sheet(name: "Table \(number)")
        sheet.columns = columns
        sheet.rowNumbers = rowNumbers
        sheet.merged = merged
        return rowNumbers.isEmpty ? nil : sheet
    }

    private mutating func openCell(_ attributes: String) {
        if row == 0 { row = 1 }
        while let end = reached[column], end >= row { column += 1 }
        span = min(max(1, Self.number("colspan", in: attributes)), limits.columns)
        let rows = min(max(1, Self.number("rowspan", in: attributes)), limits.rows)
        if span > 1 || rows > 1, merged.count < limits.annotations {
            merged.append(
                CellRange(
                    first: CellAddress(column: column, row: row),
                    last: CellAddress(column: column + span - 1, row: row + rows - 1)))
            if rows > 1 { for place in column..<column + span { reached[place] = row + rows - 1 } }
        }
        cell = []
    }

    private mutating func closeCell() throws(UnreadableFile) {
        guard var text = cell else { return }
        while text.last == 0x20 || text.last == 0x0A { text.removeLast() }
        cell = nil
        try builder.place(text[...], kind: .text, column: column, row: row)
        column += span
    }

    private static func number(_ name: String, in attributes: String) -> Int {
        guard let start = attributes.firstRange(of: name + "=")?.upperBound else { return 1 }
        let digits = attributes[start...].drop { $0 == "\"" || $0 == "'" }.prefix { $0.isASCII && $0.isNumber }
        return Int(digits) ?? 1
    }
}
