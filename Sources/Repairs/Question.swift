public import Texts

/// Something that only its owner can say, asked once for all the rows in which it stands.
public struct Question: Sendable, Hashable {
    /// A name that stays the same from file to file.
    public var id: String
    /// The rule that asks.
    public var rule: String
    /// The field concerned.
    public var field: String
    /// The numbers of the rows, as the spreadsheet shows them.
    public var rows: [Int]
    /// What was sent.
    public var value: String
    /// The answers that come to mind, best first.
    public var candidates: [String]
    /// The question.
    public var text: Text

    init(rule: String, field: String, rows: [Int], value: String, candidates: [String], text: Text) {
        self.init(
            about: MemoryKey(field: field, value: value), rule: rule, field: field, rows: rows, value: value,
            candidates: candidates, text: text)
    }

    /// A question about something else than the value that is shown.
    public init(
        about key: MemoryKey, rule: String, field: String, rows: [Int], value: String, candidates: [String], text: Text
    ) {
        id = key.identifier
        self.rule = rule
        self.field = field
        self.rows = rows
        self.value = value
        self.candidates = candidates
        self.text = text
    }

    /// The answer that means: I do not know, leave it empty.
    public static let leaveEmpty = Text(fr: "(laisser vide)", en: "(leave empty)")

    /// Whether an answer means: leave it empty.
    public static func isLeaveEmpty(_ answer: String) -> Bool {
        answer.isEmpty || [leaveEmpty.fr, leaveEmpty.en].contains(answer.lowercased())
    }
}
