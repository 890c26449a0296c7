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

    /// An answer.
    public init(id: String, answer: String) {
        self.id = id
        self.answer = answer
    }
}

extension QuestionsSheet {
    /// The answers in a workbook that came back; blank ones are left out. Columns may have been moved or rows sorted.
    public static func answers(in workbook: Workbook) -> [Answer] {
        workbook.sheets.flatMap { sheet -> [Answer] in
            guard let header = marker(in: sheet) else { return [] }
            return ((header.row + 1)..<max(header.row + 1, sheet.rowCount)).compactMap { row in
                let id = sheet.columns[header.id][row].text
                let answer = sheet.columns[header.answer][row].text.trimmingCharacters(in: .whitespacesAndNewlines)
                return id.isEmpty || answer.isEmpty ? nil : Answer(id: id, answer: answer)
            }
        }
    }

    /// Whether a sheet is one of ours.
    public static func isQuestions(_ sheet: Sheet) -> Bool { marker(in: sheet) != nil }

    /// Where the identifiers and the answers are, if the sheet is one of ours.
    static func marker(in sheet: Sheet) -> (row: Int, id: Int, answer: Int)? {
        let top = 0..<min(12, sheet.rowCount)
        guard sheet.columns.contains(where: { cells in top.contains { cells[$0].text == markerWords } }) else {
            return nil
        }
        let names: Set<String> = [answer.fr, answer.en]
        for row in top {
            guard let answer = sheet.columns.firstIndex(where: { names.contains($0[row].text) }),
                let id = sheet.columns.firstIndex(where: { $0[row].text == "id" })
            else { continue }
            return (row, id, answer)
        }
        return nil
    }
}
