import Spelling
import Spreadsheets
import Tables

/// What a row of a sheet is, once the header is known.
enum RowRole: Hashable {
    case data, blank, title, units, total, repeatedHeader, note, heading
}

/// Tells the rows of data from everything else that people write in a sheet.
///
/// Every question is asked once per distinct value of a column, and rows are judged by the answers.
struct RowSorting {
    private let sheet: Sheet
    private let header: Int
    private let columns: [SortedColumn]
    private let named: [Int]
    private let spanned: Set<Int>

    /// `isData` says that the row of the header is data too: the sheet has none.
    init(sheet: Sheet, header: Int, isData: Bool = false) {
        self.sheet = sheet
        self.header = isData ? header - 1 : header
        let sorted = sheet.columns.map { SortedColumn($0, header: isData ? "" : $0[header].text) }
        columns = sorted
        named = sorted.indices.filter { sorted[$0].isNamed }
        let width = max(3, (named.count + 1) / 2)
        spanned = Set(
            sheet.merged.filter { $0.first.row == $0.last.row && $0.last.column - $0.first.column + 1 >= width }
                .map(\.first.row))
    }

    /// The role of every row, in the order of the sheet.
    func roles() -> [RowRole] {
        let blank = sheet.rowNumbers.indices.map(isBlank)
        let last = blank.lastIndex(of: false) ?? header
        return sheet.rowNumbers.indices.map { row in
            if blank[row] { return .blank }
            if row <= header { return row == header ? .repeatedHeader : .title }
            if repeatsHeader(row) { return .repeatedHeader }
            if isTotal(row, isLast: row == last) { return .total }
            if row - header <= 2, holdsUnits(row) { return .units }
            if isHeading(row) { return .heading }
            if last - row <= 10, isNote(row) { return .note }
            return .data
        }
    }

    private func isBlank(_ row: Int) -> Bool { columns.allSatisfy { $0.isBlank(row) } }

    private func repeatsHeader(_ row: Int) -> Bool {
        var filled = 0
        var same = 0
        for column in named where !columns[column].isBlank(row) {
            filled += 1
            if columns[column].isHeader(row) { same += 1 }
        }
        return same >= 2 && same * 10 >= filled * 8
    }

    /// The first word is a total, and what follows is numbers.
    private func isTotal(_ row: Int, isLast: Bool) -> Bool {
        guard let first = columns.firstIndex(where: { !$0.isBlank(row) }), columns[first].isTotal(row) else {
            return false
        }
        let rest = columns.dropFirst(first + 1).filter { !$0.isBlank(row) }
        guard !rest.isEmpty || isLast else { return false }
        return (isLast || rest.count < max(3, named.count / 2)) && rest.allSatisfy { $0.isNumeric(row) }
    }

    /// The row under the header that says how to write: units, `oui/non`, `texte`, `obligatoire`.
    private func holdsUnits(_ row: Int) -> Bool {
        let values = filledValues(row)
        guard !values.isEmpty, values.allSatisfy({ $0.kind == .text }) else { return false }
        return values.count { Self.unitWords.contains($0.text.folded) } * 10 >= values.count * 8
    }

    /// One text alone, in a cell that spans the table: the name of the group of rows below it.
    private func isHeading(_ row: Int) -> Bool {
        spanned.contains(sheet.rowNumbers[row]) && filledValues(row).count == 1
    }

    /// One remark alone at the foot of the table.
    private func isNote(_ row: Int) -> Bool {
        let values = filledValues(row)
        guard named.count >= 3, values.count == 1, let text = values.first?.text else { return false }
        return text.hasPrefix("*") || text.hasPrefix("(1") || Self.noteWords.contains(text.foldedWords.first ?? "")
    }

    private func filledValues(_ row: Int) -> [Value] {
        sheet.columns.map { $0[row] }.filter { $0.kind != .blank }
    }

    private static let noteWords: Set<String> = [
        "source", "sources", "note", "nb", "legende", "mise", "maj", "document", "fichier", "contact", "remarque",
        "mis", "derniere", "donnees", "actualisation", "edition",
    ]

    private static let unitWords: Set<String> = [
        "m2", "m", "km", "ha", "en m2", "en m", "en metres", "metres", "en ha", "euros", "en euros", "eur", "jours",
        "texte", "nombre", "date", "entier", "decimal", "booleen", "oui non", "o n", "annee", "aaaa", "jj mm aaaa",
        "aaaa mm jj", "lien", "url", "obligatoire", "facultatif", "optionnel", "requis", "chiffres", "5 chiffres",
        "nombre entier", "liste", "choix", "code", "texte libre", "degres", "wgs84", "degres decimaux", "numero",
        "decimal en metres", "booleen oui non", "format osm",
    ]
}

/// A column with what each of its distinct values means for the role of a row.
private struct SortedColumn {
    let isNamed: Bool
    private let codes: [UInt32]
    private let marks: [Marks]

    private struct Marks: OptionSet {
        let rawValue: UInt8
        static let blank = Marks(rawValue: 1)
        static let header = Marks(rawValue: 2)
        static let total = Marks(rawValue: 4)
        static let numeric = Marks(rawValue: 8)
    }

    init(_ cells: Cells, header: String) {
        let key = header.folded
        isNamed = !key.isEmpty
        codes = cells.codes
        marks = (0..<cells.distinctCount).map { code in
            if cells.kind(of: code) == .blank { return .blank }
            let bytes = cells.withBytes(of: code) { bytes in
                (
                    isSpace: bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A },
                    hasLetter: bytes.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A },
                    mayBeHeader: bytes.count <= header.utf8.count + 8,
                    mayBeTotal: bytes.count < 40 && (bytes.contains { $0 == 0x54 || $0 == 0x74 || $0 == 0x53 })
                )
            }
            if bytes.isSpace || !bytes.hasLetter && Self.isInvisible(cells.distinct(code).text) { return .blank }
            guard bytes.hasLetter else { return .numeric }
            var marks: Marks = cells.kind(of: code) == .number ? .numeric : []
            if !key.isEmpty, bytes.mayBeHeader, cells.distinct(code).text.folded == key { marks.insert(.header) }
            if bytes.mayBeTotal, Self.isTotal(cells.distinct(code).text.foldedWords) { marks.insert(.total) }
            return marks
        }
    }

    /// Only spaces of any kind, or signs without a width.
    private static func isInvisible(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.generalCategory == .format || $0.value < 0x20
        }
    }

    func isBlank(_ row: Int) -> Bool { marks[Int(codes[row])].contains(.blank) }
    func isHeader(_ row: Int) -> Bool { marks[Int(codes[row])].contains(.header) }
    func isTotal(_ row: Int) -> Bool { marks[Int(codes[row])].contains(.total) }
    func isNumeric(_ row: Int) -> Bool { marks[Int(codes[row])].contains(.numeric) }

    private static func isTotal(_ words: [String]) -> Bool {
        switch words.first {
        case "total", "totaux", "somme": words.count <= 4
        case "sous": words.dropFirst().first == "total"
        default: false
        }
    }
}
