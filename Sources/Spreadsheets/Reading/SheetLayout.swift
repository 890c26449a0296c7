import Tables
import Texts

/// What was read of one sheet, before what lies outside its cells is cut off.
struct SheetLayout {
    var columns: [Cells] = []
    var rowNumbers: [Int] = []
    var merged: [CellRange] = []
    var hiddenColumns: [ClosedRange<Int>] = []
    var comments: [CellAddress: String] = [:]
    var formulas: Set<CellAddress> = []
    /// The rows of the formulas whose value the file does not hold.
    var uncomputed: [Int] = []
    /// Whether rows that the file does not describe are hidden.
    var hidesMissingRows = false
    /// The rows that the file describes, kept only where the others are hidden.
    var describedRows: Set<Int> = []
    private var hiddenRows: [ClosedRange<Int>] = []

    /// Hides rows. Ranges come in the order of the file; a million rows in one range cost nothing.
    mutating func hideRows(_ rows: ClosedRange<Int>) {
        if let last = hiddenRows.last, last.upperBound + 1 == rows.lowerBound {
            hiddenRows[hiddenRows.count - 1] = last.lowerBound...rows.upperBound
        } else {
            hiddenRows.append(rows)
        }
    }

    /// The sheet, without the hidden rows and columns beyond its last cell.
    func sheet(name: String, visibility: Sheet.Visibility) -> Sheet {
        var sheet = Sheet(name: name, visibility: visibility)
        sheet.columns = columns
        sheet.rowNumbers = rowNumbers
        sheet.merged = merged
        sheet.comments = comments
        sheet.formulas = formulas
        sheet.hiddenRows = shownAsHidden()
        for range in hiddenColumns where range.lowerBound < columns.count {
            sheet.hiddenColumns.formUnion(range.lowerBound...min(range.upperBound, columns.count - 1))
        }
        return sheet
    }

    /// What there is to say about the sheet.
    func findings(sheet: String) -> [Finding] {
        guard !uncomputed.isEmpty else { return [] }
        let rows = Array(Set(uncomputed)).sorted()
        return [.uncomputedFormulas(rows, sheet: sheet)]
    }

    private func shownAsHidden() -> Set<Int> {
        var hidden: Set<Int> = []
        var ranges = hiddenRows.sorted { $0.lowerBound < $1.lowerBound }[...]
        for row in rowNumbers {
            while let range = ranges.first, range.upperBound < row { ranges = ranges.dropFirst() }
            let isHidden = ranges.first?.contains(row) ?? false
            if isHidden || (hidesMissingRows && !describedRows.contains(row)) { hidden.insert(row) }
        }
        return hidden
    }
}

extension Finding {
    fileprivate static func uncomputedFormulas(_ rows: [Int], sheet: String) -> Finding {
        Finding(
            rule: "uncomputed-formula", severity: .warning, rows: rows,
            text: Text(
                fr: "Feuille «\u{A0}\(sheet)\u{A0}»\u{202F}: le résultat de certaines formules n’est pas dans le "
                    + "fichier. Ouvrez-le dans votre tableur, enregistrez-le, puis renvoyez-le.",
                en: "Sheet “\(sheet)”: the result of some formulas is not in the file. Open it in your spreadsheet "
                    + "program, save it, then resend it."
            ))
    }
}
