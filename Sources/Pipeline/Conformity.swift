import Exports
import Review
import Schemas
import Tables
import Texts
import Validation

/// Judges the clean table as any validator will judge the published file: what no single cell shows (two columns that
/// contradict each other, a sum) is told before it is published.
struct Conformity {
    let validator: Validator
    let schema: Schema

    /// What does not respect the schema, and the places of the rows concerned.
    func judge(_ table: CleanTable) -> (findings: [Finding], rows: Set<Int>) {
        var rows: [Cause: [Int]] = [:]
        var order: [Cause] = []
        validator.verdict(onText: Self.text(of: table, schema)).forEachFault { fault in
            guard let row = fault.rowNumber.map({ $0 - 2 }), table.rowNumbers.indices.contains(row),
                !Self.toldElsewhere.contains(fault.title)
            else { return }
            let cause = Cause(type: fault.type, field: fault.fieldName, message: fault.message)
            if rows[cause] == nil { order.append(cause) }
            rows[cause, default: []].append(row)
        }
        let findings = order.map { cause in
            Finding(
                rule: cause.type, severity: .error, rows: rows[cause, default: []].map { table.rowNumbers[$0] },
                field: cause.field, text: cause.text)
        }
        return (findings, Set(rows.values.joined()))
    }

    private struct Cause: Hashable {
        let type: String
        let field: String?
        let message: String

        /// What explains a pattern to programmers is left out.
        var text: Text {
            let advice = message.split(separator: "\n\n**Détails").first.map(String.init) ?? message
            let plain = advice.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("**", with: "")
            return Text(
                fr: plain + " Ces lignes ne sont pas publiées tant que cela n'est pas corrigé.",
                en: "Does not respect the schema (\(type.replacing("-", with: " "))): \(plain) These rows are not "
                    + "published until this is corrected.")
        }
    }

    /// Missing and repeated values are told by the checks of the table, in words that know what is being asked.
    private static let toldElsewhere: Set<String> = [
        "Valeur manquante", "Valeur dupliquée", "Clé primaire", "Ligne vide",
    ]

    private static func text(of table: CleanTable, _ schema: Schema) -> [UInt8] {
        var bytes: [UInt8] = []
        // Writing into memory cannot fail.
        try? CSVExport(keepsBlankRows: true).write(table, schema: schema) { bytes += $0 }
        return bytes
    }
}
