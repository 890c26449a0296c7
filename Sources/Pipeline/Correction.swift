import Foundation
import Intake
import Mapping
import Repairs
import Review
import Schemas
import Spreadsheets
import Tables
import Templates
import Texts

/// The sender's own workbook, handed back: repaired cells coloured and commented, missing columns added at the right,
/// and a sheet of questions.
struct Correction {
    let prepared: Prepared
    let language: Language

    /// Beyond this many, cells are coloured but not commented: nobody reads them, and the file stays light.
    static let mostComments = 4_000

    /// The bytes of the corrected workbook. `original` is the file as it was sent.
    func workbook(original: URL) throws -> Data {
        let edits = cellEdits()
        let questions = QuestionsSheet(questionRows(), language: language, in: prepared.reception.workbook)
        let asksAnything = !prepared.reviewed.questions.isEmpty || !prepared.reviewed.confirmations.isEmpty
        if prepared.reception.workbook?.format == .xlsx, let name = prepared.reception.table.source.sheet {
            var patch = WorkbookPatch(language: language)
            for (cell, edit) in edits { patch.edit(sheet: name, cell: cell, edit) }
            if asksAnything { patch.add(sheet: questions.draft) }
            return try patch.apply(to: Data(contentsOf: original))
        }
        let clean = CleanWorkbook(
            table: prepared.reception.table, name: sheetName, edits: edits, questions: asksAnything ? questions : nil)
        return try clean.data()
    }

    private var schema: Schema { prepared.draft.schema }
    private var mapped: MappedTable { prepared.draft.mapped }

    /// A sheet is named after the schema; some marks may not stand in the name of a sheet.
    private var sheetName: String {
        String(schema.title.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
    }

    // MARK: Cells

    private func cellEdits() -> [CellAddress: CellEdit] {
        var edits: [CellAddress: CellEdit] = [:]
        let added = addedColumns()
        for change in prepared.reviewed.changes {
            guard let field = schema.index(of: change.field), added[field] == nil,
                let column = mapped.column(of: field)
            else { continue }
            let comment = edits.count < Self.mostComments ? comment(on: change) : nil
            edits[CellAddress(column: column.position, row: change.rowNumber)] = CellEdit(
                value: change.after, kind: kind(of: schema.fields[field]),
                highlight: change.degree == .certain ? .certain : .likely, comment: comment)
        }
        for question in prepared.reviewed.questions { mark(question, &edits) }
        for (field, position) in added { add(field, at: position, &edits) }
        return edits
    }

    private func mark(_ question: Question, _ edits: inout [CellAddress: CellEdit]) {
        guard let field = schema.index(of: question.field), let column = mapped.column(of: field) else { return }
        for row in question.rows {
            let comment = edits.count < Self.mostComments ? question.text.in(language) : nil
            edits[CellAddress(column: column.position, row: row)] = CellEdit(highlight: .question, comment: comment)
        }
    }

    private func comment(on change: ReviewedTable.Change) -> String {
        let before = change.before.isEmpty ? Text(fr: "(vide)", en: "(empty)") : Text(verbatim: "« \(change.before) »")
        let reason = RuleWords.sentence(of: change.rule)
        let likely =
            change.degree == .likely
            ? Text(fr: "\nÀ confirmer dans la feuille Questions.", en: "\nTo be confirmed in the sheet Questions.")
            : Text(verbatim: "")
        return Text(fr: "Avant : \(before.fr)\n\(reason.fr)\(likely.fr)", en: "Before: \(before.en)\n\(reason.en)\(likely.en)")
            .in(language)
    }

    private func kind(of field: Field) -> CellEdit.Kind {
        switch field.type {
        case .number, .integer, .year: .number
        case .date: .date
        default: .text
        }
    }

    // MARK: Columns that the file lacks

    /// The fields that get a column of their own at the right: those that were read from a part of a cell, those
    /// that were filled in by us, and those that are missing and asked for.
    private func addedColumns() -> [Int: Int] {
        let filled = Set(prepared.reviewed.changes.map(\.field))
        var position = (mapped.table.columns.map(\.position).max() ?? -1) + 1
        var added: [Int: Int] = [:]
        for (index, field) in schema.fields.enumerated() {
            let isWanted =
                switch mapped.sources[index] {
                case .part, .joined: true
                case .missing: field.isRequired || field.expected || filled.contains(field.name)
                case .column: false
                }
            guard isWanted else { continue }
            added[index] = position
            position += 1
        }
        return added
    }

    private func add(_ index: Int, at position: Int, _ edits: inout [CellAddress: CellEdit]) {
        let field = schema.fields[index]
        let values = prepared.reviewed.clean.columns[index]
        let isMissing = (0..<values.distinctCount).allSatisfy { values.kind(of: $0) == .blank }
        let header = CellAddress(column: position, row: prepared.reception.headerRow)
        edits[header] = CellEdit(
            value: field.name, highlight: isMissing ? .question : .certain, comment: headerComment(field))
        for (row, number) in mapped.table.rowNumbers.enumerated() where values[row].kind != .blank {
            edits[CellAddress(column: position, row: number)] = CellEdit(
                value: values[row].text, kind: kind(of: field), highlight: .certain)
        }
    }

    private func headerComment(_ field: Field) -> String {
        let example = field.example.map { Text(fr: "\nExemple : \($0)", en: "\nExample: \($0)") } ?? Text(verbatim: "")
        return "\(field.title)\n\(field.description)\(example.in(language))"
    }

    // MARK: Questions

    private func questionRows() -> [QuestionRow] {
        let asked = prepared.reviewed.questions.map { question in
            QuestionRow(
                id: question.id, cells: place(of: question.field, rows: question.rows), value: question.value,
                text: question.text.in(language),
                candidates: question.candidates + [Question.leaveEmpty.in(language)])
        }
        let confirmed = prepared.reviewed.confirmations.map { group in
            let title = schema.field(group.field)?.title ?? group.field
            let proposed = group.after.isEmpty ? Question.leaveEmpty.in(language) : group.after
            return QuestionRow(
                id: group.id, cells: place(of: group.field, rows: group.rows), value: group.before,
                text: Text(
                    fr: "« \(title) » : nous avons lu « \(proposed) ». Est-ce bien cela ? (sans réponse, c'est oui)",
                    en: "“\(title)”: we read “\(proposed)”. Is that right? (no answer means yes)"
                ).in(language),
                candidates: [group.before, Question.leaveEmpty.in(language)], proposed: proposed)
        }
        return asked + confirmed
    }

    /// `Colonne C « voie », lignes 12, 15, 18…`
    private func place(of name: String, rows: [Int]) -> String {
        let column = schema.index(of: name).flatMap { mapped.column(of: $0) }
        let shown = rows.prefix(12).map(String.init).joined(separator: ", ") + (rows.count > 12 ? "…" : "")
        let lines = rows.count == 1 ? Text(fr: "ligne", en: "row") : Text(fr: "lignes", en: "rows")
        let place = column.map { Text(fr: "Colonne \($0.letters) « \($0.header) », ", en: "Column \($0.letters) “\($0.header)”, ") }
            ?? Text(verbatim: "« \(name) », ")
        return place.in(language) + lines.in(language) + " " + shown
    }
}
