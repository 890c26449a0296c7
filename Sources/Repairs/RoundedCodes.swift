import Mapping
import Schemas
import Tables
import Texts

/// Codes of sixteen digits that end with a zero: one in ten does by itself, and each that a spreadsheet took for a number
/// does. They are published, and their owner is told to look.
enum RoundedCodes {
    static func findings(of index: Int, in draft: FieldDraft, mapped: MappedTable) -> [Finding] {
        let field = mapped.schema.fields[index]
        guard [.string, .integer].contains(field.type), field.meaning != .prose else { return [] }
        let rounded = draft.outcomes.indices.filter {
            draft.outcomes[$0].problem == nil && isOne(draft.outcomes[$0].value)
        }
        guard !rounded.isEmpty else { return [] }
        let rowsByCode = draft.cells.rowsByCode()
        let rows = rounded.flatMap { rowsByCode[$0] }.sorted()
        guard !rows.isEmpty else { return [] }
        return [
            Finding(
                rule: Repair.lostDigits.name, severity: .warning, rows: rows.map { mapped.table.rowNumbers[$0] },
                column: mapped.column(of: index)?.letters, field: field.name,
                text: Text(
                    fr: """
                        « \(field.title) » : ces codes de 16 chiffres finissent par 0. Si un tableur les a pris pour des \
                        nombres, le dernier chiffre est perdu : vérifiez-les.
                        """,
                    en: """
                        “\(field.title)”: these codes of 16 digits end with 0. If a spreadsheet took them for numbers, the \
                        last digit is lost: please check them.
                        """))
        ]
    }

    private static func isOne(_ value: String) -> Bool {
        value.utf8.count == 16 && value.utf8.last == 0x30 && value.isDigits && value.contains { $0 != "0" }
    }
}
