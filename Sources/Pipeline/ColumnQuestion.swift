import Mapping
import Privacy
import Repairs
import Schemas
import Spelling
import Tables
import Templates
import Texts

/// What can be asked about a column: which field it is. It is optional: without an answer, what was read stands.
struct ColumnQuestion {
    let mapped: MappedTable
    let language: Language

    /// What stands for the field in the name of such a question. No field of a schema may be called so.
    static let subject = "@column"
    private static let leftOut = Text(fr: "(ne pas publier cette colonne)", en: "(do not publish this column)")
    /// Below this, the sender is shown what the column was taken for.
    private static let surely = 0.9
    private static let mostCandidates = 20

    /// The field that an answer names, by its title or its name.
    static func field(meant answer: String, in schema: Schema) -> Field? {
        let key = answer.folded
        return key.isEmpty ? nil : schema.fields.first { $0.title.folded == key || $0.name.folded == key }
    }

    /// Whether an answer says that the column is not to be published.
    static func isLeftOut(_ answer: String) -> Bool {
        answer.isEmpty || [leftOut.fr.folded, leftOut.en.folded, "non", "no"].contains(answer.folded)
    }

    /// One row for each column that no field wants while fields are missing, and for each that was hard to read.
    var rows: [QuestionRow] {
        let missing = mapped.schema.fields.indices.filter { mapped.sources[$0] == .missing }
            .map { mapped.schema.fields[$0].title }
        return mapped.columns.compactMap { mapping in
            let column = mapped.table.columns[mapping.column]
            guard !column.header.folded.isEmpty, mapping.evidence != .remembered, holdsAnything(column),
                mapping.field != nil || !PersonalHeader.isOne(column.header)
            else { return nil }
            guard let field = mapping.field.flatMap(mapped.schema.field) else {
                return missing.isEmpty || isPlace(mapping.column) ? nil : row(column, unknown(column), missing)
            }
            return mapping.confidence < Self.surely
                ? row(column, doubtful(column, field), missing, proposed: field.title) : nil
        }
    }

    private func isPlace(_ column: Int) -> Bool {
        switch mapped.place {
        case .columns(let longitude, let latitude)?: [longitude, latitude].contains(column)
        case .pair(let pair)?: pair == column
        case nil: false
        }
    }

    private func holdsAnything(_ column: Column) -> Bool {
        (0..<column.cells.distinctCount).contains { column.cells.kind(of: $0) != .blank }
    }

    private func row(_ column: Column, _ text: Text, _ missing: [String], proposed: String? = nil) -> QuestionRow {
        QuestionRow(
            id: MemoryKey(field: Self.subject, value: column.header).identifier,
            cells: Text(fr: "Colonne \(column.letters)", en: "Column \(column.letters)").in(language),
            value: column.header, text: text.in(language),
            candidates: missing.prefix(Self.mostCandidates) + [Self.leftOut.in(language)], proposed: proposed)
    }

    private func unknown(_ column: Column) -> Text {
        Text(
            fr: """
                La colonne « \(column.header) » n'a pas été reconnue. Quel champ du modèle contient-elle ? (sans \
                réponse, elle n'est pas publiée)
                """,
            en: """
                The column “\(column.header)” was not recognised. Which field of the schema does it hold? (without an \
                answer it is not published)
                """)
    }

    private func doubtful(_ column: Column, _ field: Field) -> Text {
        Text(
            fr:
                "La colonne « \(column.header) » a été lue comme « \(field.title) ». Est-ce bien cela ? (sans réponse, c'est oui)",
            en: "The column “\(column.header)” was read as “\(field.title)”. Is that right? (no answer means yes)")
    }
}
