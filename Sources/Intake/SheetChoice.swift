import Schemas
import Spelling
import Spreadsheets
import Tables
import Texts

/// Chooses the sheet that holds the data of a schema, and says what became of the others.
struct SheetChoice {
    let search: HeaderSearch

    /// The sheets that Gabarit itself puts in a workbook.
    static let ours: Set<String> = ["questions", "lisez moi", "listes", "gabarit", "read me"]

    /// The place of the sheet that holds the data, its header, and remarks about the other sheets.
    func choose(among sheets: [Sheet]) -> (sheet: Int, header: HeaderSearch.Candidate, findings: [Finding])? {
        // A sheet of the sender may bear the name of one of ours; it counts where there is no other.
        let theirs = sheets.indices.filter {
            !Self.ours.contains(sheets[$0].name.folded) && sheets[$0].visibility != .veryHidden
        }
        var candidates = headers(of: theirs, sheets)
        if candidates.isEmpty { candidates = headers(of: Array(sheets.indices), sheets) }
        let best = candidates.max { first, second in
            rank(sheets[first.index], first.header, first.index)
                < rank(sheets[second.index], second.header, second.index)
        }
        guard let best else { return nil }
        let others = candidates.filter { $0.index != best.index }.map {
            remark(sheets[$0.index], best: sheets[best.index])
        }
        return (best.index, best.header, others)
    }

    private func headers(of places: [Int], _ sheets: [Sheet]) -> [(index: Int, header: HeaderSearch.Candidate)] {
        places.compactMap { index in search.header(of: sheets[index]).map { (index, $0) } }
    }

    private func rank(_ sheet: Sheet, _ header: HeaderSearch.Candidate, _ index: Int) -> (Int, Int, Int, Int) {
        (header.known, sheet.visibility == .visible ? 1 : 0, sheet.rowCount, -index)
    }

    private func remark(_ sheet: Sheet, best: Sheet) -> Finding {
        let isHidden = sheet.visibility != .visible
        return Finding(
            rule: "other-sheet", severity: isHidden ? .info : .warning,
            text: Text(
                fr: """
                    La feuille « \(sheet.name) »\(isHidden ? " (masquée)" : "") n'a pas été reprise : les données ont \
                    été lues dans « \(best.name) ». Si elle contient aussi des données, envoyez-la à part.
                    """,
                en: """
                    The sheet “\(sheet.name)”\(isHidden ? " (hidden)" : "") was not taken: the data was read in \
                    “\(best.name)”. If it holds data as well, send it on its own.
                    """))
    }
}
