public import Spreadsheets
import Tables
public import Texts

/// One question about the file, as the sender reads it.
public struct QuestionRow: Hashable, Sendable {
    /// By which the answer is recognised.
    public var id: String
    /// Where it is, in the sender's words (`Colonne C « voie », lignes 12, 15`).
    public var cells: String
    /// What was received.
    public var value: String
    /// What is asked.
    public var text: String
    /// The answers to choose from.
    public var candidates: [String]
    /// The answer that seems best. It stands first in the drop-down; it is never filled in, so that an answer is
    /// always somebody's own.
    public var proposed: String?

    /// A question.
    public init(
        id: String, cells: String, value: String, text: String, candidates: [String] = [], proposed: String? = nil
    ) {
        self.id = id
        self.cells = cells
        self.value = value
        self.text = text
        self.candidates = candidates
        self.proposed = proposed
    }

    /// The answers in the order in which they are shown.
    var choices: [String] {
        guard let proposed, !proposed.isEmpty else { return candidates }
        return [proposed] + candidates.filter { $0 != proposed }
    }
}

/// The sheet of questions that goes back with a corrected workbook: one question a row, answers in a drop-down, any
/// other answer allowed. It is recognised when it comes back, whatever happened to its order.
public struct QuestionsSheet: Sendable {
    let rows: [QuestionRow]
    let language: Language
    let name: String

    /// The sheet for some questions. `workbook` is the sender's: a sheet of theirs that only happens to bear our name
    /// is left alone, one of ours from an earlier round gives way.
    public init(_ rows: [QuestionRow], language: Language = .french, in workbook: Workbook? = nil) {
        self.rows = rows
        self.language = language
        let taken = workbook?.sheets.filter { Self.marker(in: $0) == nil }.map { $0.name.lowercased() } ?? []
        name = ["Questions", "Questions Gabarit"].first { !taken.contains($0.lowercased()) } ?? "Questions Gabarit 2"
    }

    /// Five columns are seen; then the identifier; then the answers to choose from, out of sight.
    private static let widths = [7.0, 34, 30, 62, 44]
    static let idColumn = 5
    static let answerColumn = 4
    static let headerRow = 4
    static let markerWords = "gabarit:questions"

    /// The sheet, to add to a workbook.
    public var draft: SheetDraft {
        let width = rows.map(\.choices.count).max() ?? 0
        var sheet = SheetDraft(
            name: name,
            columns: Self.widths.map { ColumnDraft(width: $0) }
                + (0...width).map { _ in ColumnDraft(width: 16, isHidden: true, style: .text) },
            rows: SheetRows(heading + rows.enumerated().map { cells(of: $1, number: $0 + 1) }))
        sheet.rowHeights = [1: 34, 2: 20, Self.headerRow: 24]
        for (place, row) in rows.enumerated() {
            let texts = [row.cells, row.value, words(of: row)]
            sheet.rowHeights[Self.headerRow + 1 + place] = max(
                34, height(of: Array(zip(texts, Self.widths.dropFirst()))))
        }
        sheet.frozenRows = Self.headerRow
        sheet.showsGrid = false
        sheet.tabColour = 0xF0A202
        sheet.rules = rows.enumerated().map { rule(for: $1, row: Self.headerRow + 1 + $0) }
        return sheet
    }

    private var heading: [[CellDraft]] {
        let names = [Self.number, Self.place, Self.received, Self.question, Self.answer].map { $0.in(language) }
        let title = CellDraft(title.typeset(in: language), Palette.title.with { $0.size = 18 })
        return [
            [title] + Array(repeating: CellDraft(""), count: 4) + [CellDraft(Self.markerWords, .text)],
            [CellDraft(Self.advice.typeset(in: language), Palette.words)],
            [],
            names.map { CellDraft($0, Palette.tableHead) } + [CellDraft("id", .text)],
        ]
    }

    private var title: Text {
        Text.count(rows.count, fr: ("question", "questions"), en: ("question", "questions"))
    }

    private func cells(of row: QuestionRow, number: Int) -> [CellDraft] {
        let answer = Palette.tableCell.with { $0.fill = CellEdit.Highlight.question.fill }
        return [
            CellDraft(
                .number(String(number)),
                Palette.tableCell.with {
                    $0.numberFormat = nil
                    $0.isIndented = false
                    $0.isCentred = true
                }),
            CellDraft(row.cells, Palette.tableCell), CellDraft(row.value, Palette.tableCell.with { $0.isBold = true }),
            CellDraft(words(of: row), Palette.tableCell), CellDraft(.blank, answer), CellDraft(row.id, .text),
        ] + row.choices.map { CellDraft($0, .text) }
    }

    private func words(of row: QuestionRow) -> String {
        let proposal = row.proposed.map { Text(fr: "Nous proposons : « \($0) ».", en: "We suggest: “\($0)”.") }
        return [row.text, proposal?.typeset(in: language)].compactMap(\.self).joined(separator: "\n")
    }

    private func rule(for question: QuestionRow, row: Int) -> EntryRule {
        let cell = CellAddress(column: Self.answerColumn, row: row)
        let prompt = EntryRule.Advice(title: Self.answer.in(language), message: Self.hint.typeset(in: language))
        let here = CellRange(first: cell, last: cell)
        guard !question.choices.isEmpty else { return EntryRule(.anything, in: here, prompt: prompt) }
        let choices = CellRange(
            first: CellAddress(column: Self.idColumn + 1, row: row),
            last: CellAddress(column: Self.idColumn + question.choices.count, row: row))
        return EntryRule(.choicesIn(choices), in: here, prompt: prompt)
    }
}

// MARK: - The words of the sheet

extension QuestionsSheet {
    static let number = Text(fr: "N°", en: "No.")
    static let place = Text(fr: "Où", en: "Where")
    static let received = Text(fr: "Valeur reçue", en: "Value received")
    static let question = Text(fr: "Question", en: "Question")
    static let answer = Text(fr: "Votre réponse", en: "Your answer")
    static let advice = Text(
        fr: """
            Répondez dans les cases jaunes : choisissez dans la liste ou écrivez votre réponse. Vous ne savez pas ? \
            Laissez vide. Puis renvoyez ce fichier.
            """,
        en: """
            Answer in the yellow cells: choose from the list or write your answer. You do not know? Leave it empty. \
            Then send this file back.
            """)
    static let hint = Text(
        fr: "Choisissez dans la liste, ou écrivez votre réponse. Vous ne savez pas ? Laissez vide.",
        en: "Choose from the list, or write your answer. You do not know? Leave it empty.")
}
