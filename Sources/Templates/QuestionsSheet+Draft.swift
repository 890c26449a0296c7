public import Spreadsheets
import Tables
import Texts

extension QuestionsSheet {
    /// Five columns are seen; then, out of sight, what serves the machine and the answers to choose from.
    private static let widths = [7.0, 34, 30, 62, 44]
    static let answerColumn = 4
    static let headerRow = 4
    static let markerWords = "gabarit:questions"

    /// The sheet, to add to a workbook.
    public var draft: SheetDraft {
        let hidden = machineNames.count + (rows.map(\.choices.count).max() ?? 0)
        var sheet = SheetDraft(
            name: name,
            columns: Self.widths.map { ColumnDraft(width: $0) }
                + (0..<hidden).map { _ in ColumnDraft(width: 16, isHidden: true, style: .text) },
            rows: SheetRows(heading + rows.enumerated().map { cells(of: $1, number: $0 + 1) }))
        sheet.rowHeights = [1: 34, 2: 20, 3: 24, Self.headerRow: 24]
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
        let advice = rows.isEmpty ? Self.nothingToDo : Self.advice
        return [
            [title] + Array(repeating: CellDraft(""), count: 4) + [CellDraft(Self.markerWords, .text)],
            [CellDraft(advice.typeset(in: language), Palette.words)],
            [CellDraft("")] + legend,
            names.map { CellDraft($0, Palette.tableHead) } + machineNames.map { CellDraft($0, .text) },
        ]
    }

    private var legend: [CellDraft] {
        Self.colours.map { highlight, words in
            CellDraft(
                words.typeset(in: language),
                Palette.tableCell.with {
                    $0.fill = highlight.fill
                    $0.isAtTop = false
                })
        }
    }

    private func cells(of row: QuestionRow, number: Int) -> [CellDraft] {
        let answer = Palette.tableCell.with { $0.fill = CellEdit.Highlight.question.fill }
        let numbered = Palette.tableCell.with {
            $0.numberFormat = nil
            $0.isIndented = false
            $0.isCentred = true
        }
        return [
            CellDraft(.number(String(number)), numbered), CellDraft(row.cells, Palette.tableCell),
            CellDraft(row.value, Palette.tableCell.with { $0.isBold = true }),
            CellDraft(words(of: row), Palette.tableCell), CellDraft(.blank, answer),
        ] + machineWords(of: row).map { CellDraft($0, .text) } + row.choices.map { CellDraft($0, .text) }
    }

    private func words(of row: QuestionRow) -> String {
        let text = Text(verbatim: row.text).typeset(in: language)
        guard let proposed = row.proposed, row.proposal == nil else { return text }
        let proposal = Text(fr: "Nous proposons : « \(proposed) ».", en: "We suggest: “\(proposed)”.")
        return text + "\n" + proposal.typeset(in: language)
    }

    private func rule(for question: QuestionRow, row: Int) -> EntryRule {
        let cell = CellAddress(column: Self.answerColumn, row: row)
        let prompt = EntryRule.Advice(title: Self.answer.in(language), message: Self.hint.typeset(in: language))
        let here = CellRange(first: cell, last: cell)
        guard !question.choices.isEmpty else { return EntryRule(.anything, in: here, prompt: prompt) }
        let first = Self.widths.count + machineNames.count
        let choices = CellRange(
            first: CellAddress(column: first, row: row),
            last: CellAddress(column: first + question.choices.count - 1, row: row))
        return EntryRule(.choicesIn(choices), in: here, prompt: prompt)
    }
}

// MARK: - What serves the machine

extension QuestionsSheet {
    /// The headers of the columns out of sight. The rows of a proposal may need several cells.
    private var machineNames: [String] {
        let pieces = rows.compactMap { $0.proposal?.writtenRows.count }.max() ?? 0
        return ["id"] + (pieces == 0 ? [] : Self.proposalNames + Array(repeating: Self.rowsName, count: pieces))
    }

    static let proposalNames = ["sheet", "column", "header", "before", "after"]
    static let rowsName = "rows"

    private func machineWords(of row: QuestionRow) -> [String] {
        var words = [row.id]
        if let proposal = row.proposal {
            words += [proposal.sheet, proposal.column, proposal.header, proposal.before, proposal.after]
            words += proposal.writtenRows
        }
        return words + Array(repeating: "", count: machineNames.count - words.count)
    }
}
