import Foundation
public import Spreadsheets
public import Tables
import Texts

/// Takes back what was written into a workbook before anybody agreed to it, where its owner answered otherwise.
///
/// Between the two journeys rows may have been sorted, added or edited. The comment of a changed cell follows it, so it
/// says best which cells are meant; without comments the rows must all stand where they stood. A cell that no longer
/// holds what we wrote is never touched: it is its owner's.
public struct Refusals {
    private let answers: [Answer]
    private let words: (Answer, WrittenProposal) -> String

    /// The refusals among the answers of a workbook. `words` says what a cell holds once its proposal is refused.
    public init(_ answers: [Answer], writing words: @escaping (Answer, WrittenProposal) -> String = { $1.before }) {
        self.answers = answers.filter(\.refusesProposal)
        self.words = words
    }

    /// A workbook without the refused proposals.
    public struct Outcome: Sendable {
        /// The workbook.
        public internal(set) var workbook: Workbook
        /// By sheet, the cells that were given something back, and what.
        public internal(set) var cells: [String: [CellAddress: String]] = [:]
        /// The proposals that could not be found again.
        public internal(set) var findings: [Finding] = []
    }

    /// Takes the refused proposals out of a workbook.
    public func takeBack(from workbook: Workbook) -> Outcome {
        var outcome = Outcome(workbook: workbook)
        for answer in answers {
            guard let proposal = answer.proposal, let place = Self.sheet(of: proposal, in: workbook) else { continue }
            guard let cells = outcome.workbook.sheets[place].cells(of: proposal) else {
                outcome.findings.append(Self.lost(proposal, answer.answer))
                continue
            }
            let words = words(answer, proposal)
            for (cell, row) in cells {
                outcome.workbook.sheets[place].columns[cell.column].set(Value(words), row: row)
                outcome.cells[workbook.sheets[place].name, default: [:]][cell] = words
            }
        }
        return outcome
    }

    /// The sheet of a proposal; if its tab was renamed, the only one with such a column.
    private static func sheet(of proposal: WrittenProposal, in workbook: Workbook) -> Int? {
        if let named = workbook.sheets.firstIndex(where: { $0.name == proposal.sheet }) { return named }
        let fitting = workbook.sheets.indices.filter { place in
            !QuestionsSheet.isQuestions(workbook.sheets[place]) && workbook.sheets[place].column(of: proposal) != nil
        }
        return fitting.count == 1 ? fitting.first : nil
    }

    private static func lost(_ proposal: WrittenProposal, _ answer: String) -> Finding {
        Finding(
            rule: "answer-not-placed", severity: .warning, rows: proposal.rows, column: proposal.column,
            text: Text(
                fr: """
                    Vous avez répondu « \(answer) » pour « \(proposal.before) », mais les lignes ont changé de place \
                    depuis : vérifiez les cellules « \(proposal.after) » de la colonne « \(proposal.header) ».
                    """,
                en: """
                    You answered “\(answer)” for “\(proposal.before)”, but the rows have moved since: check the cells \
                    “\(proposal.after)” of the column “\(proposal.header)”.
                    """))
    }
}

extension Sheet {
    /// The cells that still hold a proposal, each with the place of its row; nil if there is no telling which they are.
    fileprivate func cells(of proposal: WrittenProposal) -> [CellAddress: Int]? {
        guard let column = column(of: proposal) else { return nil }
        let places = Dictionary(rowNumbers.enumerated().map { ($1, $0) }) { first, _ in first }
        func holding(_ rows: some Sequence<Int>) -> [Int] {
            rows.filter { row in places[row].map { holds(proposal.after, columns[column][$0]) } ?? false }
        }
        let told = rowsTold(of: proposal, column)
        let listed = holding(proposal.rows)
        // Rows without a comment count only while nothing has moved.
        let isUnmoved = told.isEmpty ? listed.count == proposal.rows.count : told.isSubset(of: proposal.rows)
        let silent = isUnmoved ? listed.filter { comments[CellAddress(column: column, row: $0)] == nil } : []
        let rows = Set(holding(told)).union(silent)
        if rows.isEmpty, told.isEmpty, !listed.isEmpty { return nil }
        return Dictionary(uniqueKeysWithValues: rows.map { (CellAddress(column: column, row: $0), places[$0] ?? 0) })
    }

    /// Where the column is now: under its header, wherever that was moved.
    fileprivate func column(of proposal: WrittenProposal) -> Int? {
        let known = CellAddress(proposal.column + "1")?.column
        let top = 0..<min(60, rowCount)
        func isHeaded(_ cells: Cells) -> Bool { top.contains { cells[$0].text == proposal.header } }
        if let known, known < columns.count, proposal.header.isEmpty || isHeaded(columns[known]) { return known }
        let headed = columns.indices.filter { isHeaded(columns[$0]) }
        return headed.count == 1 ? headed.first : nil
    }

    /// The rows whose comment tells of the proposal.
    private func rowsTold(of proposal: WrittenProposal, _ column: Int) -> Set<Int> {
        let remarks = [
            WrittenProposal.remark(before: proposal.before).fr, WrittenProposal.remark(before: proposal.before).en,
        ].map(\.plainSpaces)
        let told = comments.filter { address, words in
            guard address.column == column else { return false }
            let words = words.plainSpaces
            return remarks.contains(where: words.contains)
        }
        return Set(told.keys.map(\.row))
    }

    /// Whether a cell still holds what was written into it; a number may be written otherwise.
    private func holds(_ words: String, _ value: Value) -> Bool {
        if value.text == words { return true }
        guard let number = Double(words), let held = Double(value.text) else { return false }
        return number == held
    }
}

extension String {
    /// The words with one plain space for each run of blanks, however a program wrote them.
    fileprivate var plainSpaces: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
