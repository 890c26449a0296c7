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
    /// Where the proposed answer already stands in the workbook; nil where nothing was written.
    public var proposal: WrittenProposal?

    /// A question.
    public init(
        id: String, cells: String, value: String, text: String, candidates: [String] = [], proposed: String? = nil,
        proposal: WrittenProposal? = nil
    ) {
        self.id = id
        self.cells = cells
        self.value = value
        self.text = text
        self.candidates = candidates
        self.proposed = proposed
        self.proposal = proposal
    }

    /// The answers in the order in which they are shown.
    var choices: [String] {
        guard let proposed, !proposed.isEmpty else { return candidates }
        return [proposed] + candidates.filter { $0 != proposed && !$0.isEmpty }
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
        let taken = workbook?.sheets.filter { !Self.isQuestions($0) }.map { $0.name.lowercased() } ?? []
        name = ["Questions", "Questions Gabarit"].first { !taken.contains($0.lowercased()) } ?? "Questions Gabarit 2"
    }
}
