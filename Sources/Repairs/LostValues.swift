import Mapping
import Schemas
import Tables
import Texts

/// What was emptied although something had stood there: its owner is told, so that it can be written again.
enum LostValues {
    /// One finding for each field and each sign that was emptied.
    static func findings(of index: Int, in draft: FieldDraft, mapped: MappedTable) -> [Finding] {
        let field = mapped.schema.fields[index]
        let lost = draft.outcomes.indices.filter { isLost(draft.outcomes[$0], field) }
        guard !lost.isEmpty else { return [] }
        let rowsByCode = draft.cells.rowsByCode()
        let groups = Dictionary(grouping: lost) { draft.outcomes[$0].sent.text }
        return groups.sorted { $0.key < $1.key }.compactMap { sign, codes in
            let rows = codes.flatMap { rowsByCode[$0] }.filter { draft.rows[$0] == nil }.sorted()
            guard !rows.isEmpty else { return nil }
            return Finding(
                rule: draft.outcomes[codes[0]].rule ?? "error-cell", severity: .error,
                rows: rows.map { mapped.table.rowNumbers[$0] }, column: mapped.column(of: index)?.letters,
                field: field.name, text: text(sign, field, rows.count))
        }
    }

    /// A formula that failed, or a position of zero degrees.
    private static func isLost(_ outcome: Outcome, _ field: Field) -> Bool {
        guard outcome.problem == nil, outcome.value.isEmpty, let step = outcome.steps.last else { return false }
        if step.rule == Repair.errorCell.name { return true }
        let isPosition = field.meaning == .longitude || field.meaning == .latitude
        return isPosition && step.rule == Repair.placeholder.name && outcome.sent.text.contains("0")
    }

    private static func text(_ sign: String, _ field: Field, _ count: Int) -> Text {
        let rows = Text.rows(count)
        if sign.contains("0"), field.meaning == .longitude || field.meaning == .latitude {
            return Text(
                fr:
                    "« \(field.title) » vaut « \(sign) » sur \(rows.fr) : ce n'est pas une position d'ici. Écrivez la vraie, ou rien.",
                en:
                    "“\(field.title)” is “\(sign)” on \(rows.en): it is no position of these parts. Write the true one, or nothing."
            )
        }
        return Text(
            fr:
                "« \(field.title) » montre une erreur du tableur (« \(sign) ») sur \(rows.fr) : la valeur est perdue, écrivez-la de nouveau.",
            en:
                "“\(field.title)” shows an error of the spreadsheet (“\(sign)”) on \(rows.en): the value is lost, write it again."
        )
    }
}
