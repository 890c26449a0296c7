public import Tables

/// A table of any length as a workbook: what is known before the first row.
public struct SheetForm: Sendable {
    /// The title, in the properties of the file; the tab is named after it.
    public var title: String
    /// The header.
    public var header: [String]
    /// For each column, whether its values are numbers where they look so. All other values are text, whatever they
    /// look like: codes keep their zeros, and nothing becomes a formula.
    public var isNumeric: [Bool]

    /// How many rows a sheet can have, the header among them; the rows after them go on a sheet of their own.
    public var rowLimit: Int

    /// A table to write. `rowLimit` is that of Excel and LibreOffice where nothing else is said.
    public init(title: String, header: [String], isNumeric: [Bool], rowLimit: Int = 1_048_576) {
        precondition(header.count == isNumeric.count, "a column misses its kind")
        precondition(rowLimit > 1, "a sheet must hold more than its header")
        self.rowLimit = rowLimit
        self.title = title
        self.header = header
        self.isNumeric = isNumeric
    }

    /// The name of a tab: the title without what spreadsheets forbid, at most 31 characters.
    func tabName(_ number: Int) -> String {
        let end = number == 1 ? "" : " (\(number))"
        let name = title.filter { !"[]:*?/\\'".contains($0) && $0.isXML }
        let words = String(decoding: Array(name.utf16.prefix(31 - end.utf16.count)), as: UTF16.self)
            .replacing("\u{FFFD}", with: "")
        return (words.isEmpty ? "Données" : words) + end
    }

    /// Wide enough for most values, in signs.
    func widths(_ columns: [Cells]) -> [Int] {
        header.indices.map { column in
            let cells = columns.indices.contains(column) ? columns[column] : Cells()
            let widest = (0..<min(cells.distinctCount, 500)).map { cells.withBytes(of: $0) { $0.count } }.max() ?? 0
            return min(max(widest, header[column].utf8.count, 8), 48) + 3
        }
    }
}

extension Character {
    fileprivate var isXML: Bool { unicodeScalars.allSatisfy(isXMLCharacter) }
}

/// Whether the bytes are a number that a spreadsheet keeps as it is: written as JSON writes numbers, of at most fifteen
/// digits.
func isSpreadsheetNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    var point: Int?
    for (place, byte) in bytes.enumerated() {
        switch byte {
        case 0x30...0x39: digits += 1
        case 0x2D where place == 0: break
        case 0x2E where point == nil && digits > 0: point = digits
        default: return false
        }
    }
    let whole = point ?? digits
    let first = bytes.first == 0x2D ? bytes.dropFirst().first : bytes.first
    return (1...15).contains(digits) && point != digits && (whole == 1 || first != 0x30)
}

extension [UInt8] {
    mutating func write(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds a whole number.
    mutating func write(_ number: Int) {
        let start = count
        var rest = number.magnitude
        repeat {
            append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        if number < 0 { append(0x2D) }
        self[start...].reverse()
    }
}
