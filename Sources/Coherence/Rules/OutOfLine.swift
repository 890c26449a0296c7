import Schemas
import Tables
import Texts

extension CoherenceRule {
    /// A number a hundred times larger than nearly all others of its column lost its decimal point, or its unit.
    static let outOfLine = CoherenceRule(
        "out-of-line",
        Text(
            fr: "Un nombre reste dans l'ordre de grandeur des autres de sa colonne.",
            en: "A number stays within the order of magnitude of the others in its column.")
    ) { situation in
        situation.schema.fields.indices.filter { isMeasured(situation.schema.fields[$0]) }.compactMap { field in
            let cells = situation.table.columns[field]
            let numbers = (0..<situation.table.rowCount).compactMap { row in
                Double(cells[row].text).flatMap { $0 > 0 ? (row: row, value: $0) : nil }
            }
            guard numbers.count >= fewest else { return nil }
            let sorted = numbers.map(\.value).sorted()
            let limit = 100 * sorted[sorted.count * 9 / 10]
            let strange = numbers.filter { $0.value > limit }
            guard let first = strange.first else { return nil }
            return remark(situation, field, strange.map(\.row), example: cells[first.row].text)
        }
    }

    /// With fewer numbers there is no telling what is usual.
    private static let fewest = 20

    private static func isMeasured(_ field: Field) -> Bool {
        (field.type == .number || field.type == .integer) && field.meaning == nil && field.codes.isEmpty
    }

    private static func remark(_ situation: Situation, _ field: Int, _ rows: [Int], example: String) -> Finding {
        let title = situation.schema.fields[field].title
        return Finding(
            rule: "out-of-line", severity: .warning, rows: situation.numbers(rows),
            field: situation.schema.fields[field].name,
            text: Text(
                fr: "« \(title) » : \(example) est cent fois plus que presque toutes les autres lignes. Est-ce exact ?",
                en: "“\(title)”: \(example) is a hundred times more than nearly all other rows. Is that right?"))
    }
}
