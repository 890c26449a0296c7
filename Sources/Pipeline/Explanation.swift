import Checks
import Intake
import Mapping
import Repairs
import Review
import Schemas
public import Tables
public import Texts

/// What each room did to one cell.
public struct Explanation: Sendable {
    private let prepared: Prepared
    private let cell: CellAddress

    /// The explanation of a cell of a prepared file.
    public init(of cell: CellAddress, in prepared: Prepared) {
        self.cell = cell
        self.prepared = prepared
    }

    /// The story of the cell, one line for each room.
    public var lines: [Text] {
        let table = prepared.reception.table
        guard let column = table.columns.firstIndex(where: { $0.position == cell.column }) else { return [outside] }
        guard let row = table.rowNumbers.firstIndex(of: cell.row) else { return notData(column) }
        let value = table.columns[column].cells[row]
        let received = Text(
            fr:
                "Reçu : « \(value.text) » dans la colonne \(table.columns[column].letters) « \(table.columns[column].header) », ligne \(cell.row).",
            en:
                "Received: “\(value.text)” in column \(table.columns[column].letters) “\(table.columns[column].header)”, row \(cell.row)."
        )
        let fields = mapped.sources.indices.filter { mapped.sources[$0].reads(column) }
        guard !fields.isEmpty else { return [received, unread] }
        return [received] + fields.flatMap { story(of: $0, row: row, column: column) } + findings
    }

    private var mapped: MappedTable { prepared.draft.mapped }

    private func story(of field: Int, row: Int, column: Int) -> [Text] {
        let schema = prepared.draft.schema
        let outcome = prepared.draft.outcome(field: field, row: row)
        let mapping = mapped.columns[column]
        var lines = [
            Text(
                fr:
                    "Champ : « \(schema.fields[field].title) » (\(schema.fields[field].name)), d'après \(evidence(mapping.evidence).fr).",
                en:
                    "Field: “\(schema.fields[field].title)” (\(schema.fields[field].name)), by \(evidence(mapping.evidence).en)."
            )
        ]
        for step in outcome.steps {
            let degree =
                step.degree == .certain ? Text(fr: "certain", en: "certain") : Text(fr: "à confirmer", en: "to confirm")
            let reason = RuleWords.sentence(of: step.rule)
            lines.append(
                Text(
                    fr: "Réparation « \(step.rule) » (\(degree.fr)) : « \(step.after) ». \(reason.fr)",
                    en: "Repair “\(step.rule)” (\(degree.en)): “\(step.after)”. \(reason.en)"))
        }
        lines += questions(about: schema.fields[field].name, problem: outcome.problem?.text)
        let published = prepared.reviewed.clean.columns[field][row].text
        lines.append(
            published.isEmpty
                ? Text(fr: "Publié : vide (inconnu).", en: "Published: empty (unknown).")
                : Text(fr: "Publié : « \(published) ».", en: "Published: “\(published)”."))
        return lines
    }

    /// What is asked about the cell; its problem where the question is about more than the cell.
    private func questions(about field: String, problem: Text?) -> [Text] {
        let asked = prepared.reviewed.questions.filter { $0.rows.contains(cell.row) }
        let own = asked.filter { $0.field == field }
        guard own.isEmpty, let problem else {
            return own.map { Text(fr: "Question : \($0.text.fr)", en: "Question: \($0.text.en)") }
        }
        let whole = asked.first { $0.rule == "commune-coherence" }?.text ?? problem
        return [Text(fr: "Question : \(whole.fr)", en: "Question: \(whole.en)")]
    }

    private var findings: [Text] {
        let letters = CellAddress.letters(of: cell.column)
        return prepared.reviewed.findings
            .filter { $0.rows.contains(cell.row) && ($0.column == nil || $0.column == letters) }
            .map { Text(fr: "À savoir : \($0.text.fr)", en: "Note: \($0.text.en)") }
    }

    private func notData(_ column: Int) -> [Text] {
        let told = findings
        return told.isEmpty ? [outside] : told
    }

    private var outside: Text {
        Text(
            fr:
                "La cellule \(cell) n'est pas dans le tableau lu (en-têtes à la ligne \(prepared.reception.headerRow)).",
            en: "The cell \(cell) is not in the table that was read (headers in row \(prepared.reception.headerRow)).")
    }

    private var unread: Text {
        Text(
            fr: "Aucun champ du modèle ne correspond à cette colonne : elle n'est pas publiée.",
            en: "No field of the schema wants this column: it is not published.")
    }

    private func evidence(_ evidence: ColumnMapping.Evidence) -> Text {
        switch evidence {
        case .name: Text(fr: "son en-tête", en: "its header")
        case .alias: Text(fr: "un autre nom de ce champ en en-tête", en: "another name of the field in its header")
        case .content: Text(fr: "son contenu", en: "its content")
        case .remembered: Text(fr: "une décision retenue", en: "a remembered decision")
        case .none: Text(fr: "rien", en: "nothing")
        }
    }
}
