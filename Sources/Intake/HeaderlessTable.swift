import Spelling
import Spreadsheets
import Tables

/// Tells a first row of data from a row of headers: headers are words that are not in the column they name, and no
/// figures. Asked only where no word of the row is known.
struct HeaderlessTable {
    let sheet: Sheet
    let row: Int

    /// Whether the row is data like those below.
    var isOne: Bool {
        guard row + 1 < sheet.rowCount else { return false }
        let held = sheet.columns.filter { $0[row].kind != .blank }
        let figures = held.count(where: holdsFigures)
        let repeated = held.count(where: isRepeated)
        // A header that is repeated down the sheet, page by page, is repeated whole.
        let signs = figures + (repeated < held.count ? repeated : 0)
        return signs >= 2 || signs == 1 && held.count <= 4
    }

    /// A figure above figures; a year may name the column of that year.
    private func holdsFigures(_ column: Cells) -> Bool {
        guard Self.isFigure(column[row].text), !Self.isYear(column[row].text) else { return false }
        let below = ((row + 1)..<min(column.count, row + 50)).map { column[$0].text }.filter { !$0.isEmpty }
        return !below.isEmpty && below.count(where: Self.isFigure) * 10 >= below.count * 8
    }

    private func isRepeated(_ column: Cells) -> Bool {
        let own = column.codes[row]
        return column.codes.dropFirst(row + 1).contains(own)
    }

    private static func isFigure(_ text: String) -> Bool {
        text.contains(where: \.isNumber) && !text.contains { $0.isLetter && $0 != "A" && $0 != "B" }
    }

    private static func isYear(_ text: String) -> Bool {
        Int(text).map { (1900...2100).contains($0) } ?? false
    }
}
