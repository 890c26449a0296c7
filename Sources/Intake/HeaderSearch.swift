import Spelling
import Spreadsheets
import Tables

/// Finds the row that names the columns, wherever it is: under titles, logos and notes.
struct HeaderSearch {
    /// How many rows from the top may hold the header.
    static let depth = 60

    let vocabulary: HeaderVocabulary
    /// The rows that were decided upon before, by folded name of the sheet.
    var decided: [String: Int] = [:]

    /// A row that may be the header.
    struct Candidate {
        /// The place of the row in the sheet, from 0.
        let index: Int
        /// How many of its cells are headers of the schema.
        let known: Int
        /// How well it looks like a header otherwise, from 0 to 1.
        let shape: Double
        /// Whether it is no header at all, but the first row of data of a table that has none.
        var isData = false
    }

    /// The header row of a sheet, or nil when the sheet holds nothing.
    func header(of sheet: Sheet) -> Candidate? {
        if let row = decided[sheet.name.folded], let index = sheet.rowNumbers.firstIndex(of: row),
            let candidate = candidate(index, in: sheet)
        {
            return candidate
        }
        let candidates = (0..<min(Self.depth, sheet.rowCount)).compactMap { candidate($0, in: sheet) }
        if let best = candidates.max(by: { ($0.known, -$0.index) < ($1.known, -$1.index) }), best.known >= 2 {
            return best
        }
        // No word is known: the first row that is shaped like a header for the width of the table.
        var best = candidates.max {
            ($0.shape + Double($0.known), -$0.index) < ($1.shape + Double($1.known), -$1.index)
        }
        if best?.known == 0, var first = firstRow(of: sheet, candidates),
            HeaderlessTable(sheet: sheet, row: first.index).isOne
        {
            first.isData = true
            best = first
        }
        return best
    }

    private func candidate(_ index: Int, in sheet: Sheet) -> Candidate? {
        let values = sheet.columns.map { $0[index] }.filter { $0.kind != .blank }
        guard values.contains(where: { $0.text.contains { $0.isLetter || $0.isNumber } }) else { return nil }
        let known = Set(values.filter { vocabulary.knows($0.text) }.map(\.text)).count
        let words = values.filter { $0.kind == .text && isName($0.text) }
        let filled = Double(words.count) / Double(max(1, usedColumns(of: sheet)))
        let distinct = Double(Set(words.map(\.text)).count) / Double(max(1, words.count))
        return Candidate(index: index, known: known, shape: filled * distinct)
    }

    /// The first row that is as wide as the table.
    private func firstRow(of sheet: Sheet, _ candidates: [Candidate]) -> Candidate? {
        let width = usedColumns(of: sheet)
        return candidates.first { candidate in
            sheet.columns.count { $0[candidate.index].kind != .blank } * 2 > width
        }
    }

    private func usedColumns(of sheet: Sheet) -> Int {
        sheet.columns.count { column in column.distinctCount > 1 || column.count == 1 }
    }

    /// A header is a few words, not a number.
    private func isName(_ text: String) -> Bool {
        text.utf8.count <= 80 && text.contains(where: \.isLetter)
    }
}
