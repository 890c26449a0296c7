import Schemas
import Tables
import Texts

extension TableCheck {
    /// What must be known is known; what is asked for is told where it is missing.
    static let required = TableCheck(
        "required",
        Text(
            fr: "Les champs obligatoires sont remplis ; les champs attendus manquants sont signalés.",
            en: "Required fields are filled in; expected ones that are missing are told.")
    ) { table, schema in
        schema.fields.enumerated().compactMap { index, field in
            guard field.isRequired || field.expected || schema.primaryKey.contains(field.name) else { return nil }
            let cells = table.columns[index]
            let blank = (0..<cells.distinctCount).map { cells.kind(of: $0) == .blank }
            let rows = cells.codes.indices.filter { blank[Int(cells.codes[$0])] }.map { table.rowNumbers[$0] }
            guard !rows.isEmpty else { return nil }
            return Finding(
                rule: "required", severity: field.expected && !field.isRequired ? .warning : .error, rows: rows,
                field: field.name,
                text: TableCheckWords.unknown(field.title, rows: rows.count))
        }
    }
}
