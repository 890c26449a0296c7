import Foundation
public import Spreadsheets
import Tables
import Texts

/// What the sender answered to a question.
public struct Answer: Hashable, Sendable {
    /// The question.
    public var id: String
    /// The answer, without spaces around it.
    public var answer: String
    /// What was written into the workbook before anybody agreed to it; nil where nothing was.
    public var proposal: WrittenProposal?

    /// An answer.
    public init(id: String, answer: String, proposal: WrittenProposal? = nil) {
        self.id = id
        self.answer = answer
        self.proposal = proposal
    }

    /// Whether the sender would have something else than what was proposed.
    public var refusesProposal: Bool { proposal.map { $0.after != answer } ?? false }
}

extension QuestionsSheet {
    /// The answers in a workbook that came back; blank ones are left out. Columns may have been moved or rows sorted.
    public static func answers(in workbook: Workbook) -> [Answer] {
        workbook.sheets.flatMap { sheet -> [Answer] in
            guard let header = header(of: sheet) else { return [] }
            return ((header.row + 1)..<max(header.row + 1, sheet.rowCount)).compactMap { row in
                let id = sheet.columns[header.id][row].text
                let answer = sheet.columns[header.answer][row].text.trimmingCharacters(in: .whitespacesAndNewlines)
                guard !id.isEmpty, !answer.isEmpty else { return nil }
                return Answer(id: id, answer: answer, proposal: proposal(in: sheet, row: row, header))
            }
        }
    }

    /// Whether a sheet is one of ours.
    public static func isQuestions(_ sheet: Sheet) -> Bool { header(of: sheet) != nil }

    /// Where the names of the columns are, if the sheet is one of ours.
    private static func header(of sheet: Sheet) -> Header? {
        let top = 0..<min(12, sheet.rowCount)
        guard sheet.columns.contains(where: { cells in top.contains { cells[$0].text == markerWords } }) else {
            return nil
        }
        return top.lazy.compactMap { Header(row: $0, of: sheet) }.first
    }

    private static func proposal(in sheet: Sheet, row: Int, _ header: Header) -> WrittenProposal? {
        let words = header.proposal.map { sheet.columns[$0][row].text }
        let rows = WrittenProposal.rows(written: header.rows.map { sheet.columns[$0][row].text })
        guard words.count == proposalNames.count, !rows.isEmpty else { return nil }
        return WrittenProposal(
            sheet: words[0], column: words[1], header: words[2], rows: rows, before: words[3], after: words[4])
    }

    /// The row of headers of a sheet of ours, and the place of each of its columns.
    private struct Header {
        let row: Int
        let id: Int
        let answer: Int
        let proposal: [Int]
        let rows: [Int]

        init?(row: Int, of sheet: Sheet) {
            func columns(_ names: String...) -> [Int] {
                sheet.columns.indices.filter { names.contains(sheet.columns[$0][row].text) }
            }
            guard let id = columns("id").first,
                let answer = columns(QuestionsSheet.answer.fr, QuestionsSheet.answer.en).first
            else { return nil }
            self.row = row
            self.id = id
            self.answer = answer
            proposal = proposalNames.compactMap { columns($0).first }
            rows = columns(rowsName)
        }
    }
}
