import Privacy
import Schemas
import Tables
import Texts

/// Says which columns no field wants and which fields no column answers.
struct MappingRemarks {
    let table: Table
    let schema: Schema
    let columns: [ColumnMapping]
    let sources: [FieldSource]
    let places: [Int]

    func findings() -> [Finding] { unusedColumns() + missingFields() }

    private func unusedColumns() -> [Finding] {
        columns.filter { $0.field == nil && !places.contains($0.column) && !isOurEmptyColumn($0) }.map { mapping in
            let column = table.columns[mapping.column]
            let name = column.header.isEmpty ? column.letters : column.header
            if PersonalHeader.isOne(column.header) { return Self.personal(name, column.letters) }
            return Finding(
                rule: "extra-column", severity: .info, column: column.letters,
                text: Text(
                    fr:
                        "La colonne « \(name) » n'est pas dans le modèle : elle reste dans votre fichier, sans être publiée.",
                    en: "The column “\(name)” is not in the schema: it stays in your file and is not published."))
        }
    }

    /// A column to fill in that we added to the workbook, and that another column answers by now.
    private func isOurEmptyColumn(_ mapping: ColumnMapping) -> Bool {
        let column = table.columns[mapping.column]
        return schema.field(column.header) != nil
            && !(0..<column.cells.distinctCount).contains { column.cells.kind(of: $0) != .blank }
    }

    private static func personal(_ name: String, _ letters: String) -> Finding {
        Finding(
            rule: "personal-column", severity: .info, column: letters,
            text: Text(
                fr: """
                    La colonne « \(name) » semble porter sur des personnes. Elle n'est pas dans le modèle : elle n'est \
                    pas publiée. Mieux vaut ne pas nous l'envoyer.
                    """,
                en: """
                    The column “\(name)” seems to be about persons. It is not in the schema: it is not published. \
                    Better not to send it to us.
                    """))
    }

    private func missingFields() -> [Finding] {
        schema.fields.indices.filter { sources[$0] == .missing }.compactMap { index in
            let field = schema.fields[index]
            guard field.isRequired || field.expected else { return nil }
            return Finding(
                rule: "missing-column", severity: .warning, field: field.name,
                text: Text(
                    fr: """
                        Aucune colonne ne donne « \(field.title) » (\(field.name)). Le classeur corrigé contient une \
                        colonne à remplir.
                        """,
                    en: """
                        No column gives “\(field.title)” (\(field.name)). The corrected workbook holds a column to \
                        fill in.
                        """))
        }
    }
}
