import Checks
import Intake
import Mapping
import Repairs
import Review
import Schemas
import Spreadsheets
import Tables
import Templates
import Texts

/// What the sheet of questions of a corrected workbook asks.
extension Correction {
    /// The sheet of questions; where nothing is asked any more it takes the place of an earlier one.
    var questionsSheet: QuestionsSheet? {
        let rows =
            prepared.reviewed.questions.map(row) + prepared.reviewed.confirmations.map(row)
            + ColumnQuestion(mapped: mapped, language: language).rows
            + PositionQuestion(prepared: prepared, language: language).rows
        let hasOne = prepared.reception.workbook?.sheets.contains(where: QuestionsSheet.isQuestions) ?? false
        guard !rows.isEmpty || hasOne else { return nil }
        return QuestionsSheet(rows, language: language, in: prepared.reception.workbook)
    }

    private func row(_ question: Question) -> QuestionRow {
        QuestionRow(
            id: question.id, cells: place(of: question.field, rows: question.rows), value: question.value,
            text: question.text.in(language), candidates: question.candidates + leavingEmpty(question.field))
    }

    /// A likely repair already stands in its cells: the row says which they are, so that it can be taken back.
    private func row(_ group: Confirmation) -> QuestionRow {
        let title = schema.field(group.field)?.title ?? group.field
        let empty = Question.leaveEmpty.in(language)
        let proposed = group.after.isEmpty ? empty : group.after
        let place = writtenPlace(of: group.field)
        return QuestionRow(
            id: group.id, cells: self.place(of: group.field, rows: group.rows), value: group.before,
            text: reading(of: group, title: title).in(language),
            candidates: otherValues(of: group.field, than: group) + leavingEmpty(group.field), proposed: proposed,
            proposal: place.map {
                WrittenProposal(
                    sheet: prepared.reception.table.source.sheet ?? sheetName, column: $0.column, header: $0.header,
                    rows: group.rows, before: group.before, after: group.after)
            })
    }

    private func reading(of group: Confirmation, title: String) -> Text {
        let read =
            group.after.isEmpty
            ? Text(fr: "nous avons compris qu'il n'y a rien à écrire", en: "we took it for nothing to write")
            : Text(fr: "nous avons lu « \(group.after) »", en: "we read “\(group.after)”")
        return Text(
            fr: "« \(title) » : \(read.fr). Est-ce bien cela ? (sans réponse, c'est oui)",
            en: "“\(title)”: \(read.en). Is that right? (no answer means yes)")
    }

    /// Empty is an answer too, except where something must be written.
    private func leavingEmpty(_ name: String) -> [String] {
        schema.field(name)?.isRequired == true ? [] : [Question.leaveEmpty.in(language)]
    }

    /// What else it may be: the other values of its list; where there is none, what was sent if that can be published.
    private func otherValues(of name: String, than group: Confirmation) -> [String] {
        guard let index = schema.index(of: name) else { return [] }
        let field = schema.fields[index]
        if field.type == .boolean { return [field.trueValues, field.falseValues].compactMap(\.first) }
        if !field.codes.isEmpty { return field.separator == nil ? field.codes.prefix(30).map(\.value) : [] }
        let anyPlace = CheckContext(isCommuneCode: { _ in true }, isPostcode: { _ in true }, year: 9999)
        let isPublishable = Judge(schema: schema, context: anyPlace).accepts(group.before, field: index)
        return isPublishable && !field.isOfCommune ? [group.before] : []
    }

    /// Where the values of a field stand in the workbook: in their own column, or in one that is added.
    private func writtenPlace(of name: String) -> (column: String, header: String)? {
        guard let index = schema.index(of: name) else { return nil }
        if let position = addedColumns()[index] { return (CellAddress.letters(of: position), name) }
        return mapped.column(of: index).map { ($0.letters, $0.header) }
    }

    /// `Colonne C « voie », lignes 12, 15, 18…`
    private func place(of name: String, rows: [Int]) -> String {
        let column = schema.index(of: name).flatMap { mapped.column(of: $0) }
        let shown = rows.prefix(12).map(String.init).joined(separator: ", ") + (rows.count > 12 ? "…" : "")
        let lines = rows.count == 1 ? Text(fr: "ligne", en: "row") : Text(fr: "lignes", en: "rows")
        let place =
            column.map {
                Text(fr: "Colonne \($0.letters) « \($0.header) », ", en: "Column \($0.letters) “\($0.header)”, ")
            } ?? Text(verbatim: "« \(name) », ")
        return place.in(language) + lines.in(language) + " " + shown
    }
}
