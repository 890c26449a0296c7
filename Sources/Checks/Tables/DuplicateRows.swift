import Schemas
import Tables
import Texts

extension TableCheck {
    /// Two rows that say the same of everything but their identifier.
    static let duplicateRows = TableCheck(
        "duplicate-rows", Text(fr: "Deux lignes ne disent pas la même chose.", en: "No two rows say the same.")
    ) { table, schema in
        let compared = schema.fields.indices.filter {
            ![Field.Meaning.uid, .uidNumber].contains(schema.fields[$0].meaning)
        }
        var first: [[UInt32]: Int] = [:]
        var again: [Int: [Int]] = [:]
        for row in 0..<table.rowCount {
            let key = compared.map { table.columns[$0].codes[row] }
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
