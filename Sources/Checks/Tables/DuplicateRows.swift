import Schemas
import Tables
import Texts

extension TableCheck {
    /// Two rows that say the same of everything but their identifier.
    static let duplicateRows = TableCheck(
        "duplicate-rows", Text(fr: "Deux lignes ne disent pas la même chose.", en: "No two rows say the same.")
    ) { table, schema in
        let uid = schema.fields.firstIndex { $0.meaning == .uid }
        let number = schema.fields.firstIndex { $0.meaning == .uidNumber }
        let compared = schema.fields.indices.filter { $0 != uid && $0 != number }
        // A number that only repeats the end of the identifier tells two rows apart no better than the identifier.
        func ownNumber(_ row: Int) -> String {
            guard let number, let uid else { return "" }
            let own = table.columns[number][row].text
            return table.columns[uid][row].text.hasSuffix("-" + own) ? "" : own
        }
        var first: [Content: Int] = [:]
        var again: [Int: [Int]] = [:]
        for row in 0..<table.rowCount {
            let key = Content(codes: compared.map { table.columns[$0].codes[row] }, number: ownNumber(row))
            if let known = first[key], table.geometries[known] == table.geometries[row] {
                again[known, default: []].append(row)
            } else {
                first[key] = row
            }
        }
        return again.sorted { $0.key < $1.key }.map { row, copies in
            Finding(
                rule: "duplicate-rows", severity: .warning, rows: copies.map { table.rowNumbers[$0] },
                text: Text(
                    fr: "Même contenu que la ligne \(table.rowNumbers[row]) : est-ce le même objet ?",
                    en: "Same content as row \(table.rowNumbers[row]): is it the same object?"))
        }
    }
}

/// What a row says, for comparing.
private struct Content: Hashable {
    let codes: [UInt32]
    let number: String
}
