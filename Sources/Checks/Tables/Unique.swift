import Schemas
import Tables
import Texts

extension TableCheck {
    /// A value that must be unique stands only once.
    static let unique = TableCheck(
        "unique", Text(fr: "Les valeurs uniques ne se répètent pas.", en: "Unique values are not repeated.")
    ) { table, schema in
        schema.fields.enumerated().flatMap { index, field -> [Finding] in
            let isKey = schema.primaryKey == [field.name]
            guard field.constraints.unique || isKey else { return [] }
            let cells = table.columns[index]
            return cells.rowsByCode().enumerated().compactMap { code, rows in
                guard rows.count > 1, cells.kind(of: code) != .blank else { return nil }
                let value = cells.distinct(code).text
                return Finding(
                    rule: "unique", severity: .error, rows: rows.map { table.rowNumbers[$0] }, field: field.name,
                    text: Text(
                        fr: "« \(field.title) » doit être unique, mais « \(value) » est écrit \(rows.count) fois.",
                        en: "“\(field.title)” must be unique, but “\(value)” is written \(rows.count) times."))
            }
        }
    }
}
