import Spelling

/// What was asked about: a value of a field. Spellings that fold to the same key are one question.
public struct MemoryKey: Hashable, Sendable {
    /// The name of the field.
    public let field: String
    /// The value, folded; as it is where nothing of it folds.
    public let value: String

    /// The key of a value of a field.
    public init(field: String, value: String) {
        self.field = field
        let folded = value.folded
        self.value = Self.shortened(folded.isEmpty ? value : folded)
    }

    /// A long text is known by its beginning and a number made of the whole (FNV-1a, 64 bits), which is no longer
    /// than a cell of a workbook. What is short already stays as it is.
    private static func shortened(_ value: String) -> String {
        guard value.utf8.count > 400 else { return value }
        let hash = value.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(value.prefix(60)).folded + " " + String(hash, radix: 16)
    }

    /// The name of the question in reports and workbooks: the same for the same question in every file.
    public var identifier: String { "\(field):\(value)" }

    /// The key that an identifier names, or nil if it is none of ours.
    public init?(identifier: String) {
        guard let colon = identifier.firstIndex(of: ":"), colon != identifier.startIndex else { return nil }
        self.init(
            field: String(identifier[..<colon]), value: String(identifier[identifier.index(after: colon)...]))
    }
}

/// What people answered to earlier questions about files of a schema.
public struct Memory: Sendable {
    private let answers: [MemoryKey: String]
    private let fields: Set<String>

    /// A memory of answers.
    public init(_ answers: [MemoryKey: String] = [:]) {
        self.answers = answers
        fields = Set(answers.keys.map(\.field))
    }

    /// Whether anything was answered about values of a field.
    func knows(field: String) -> Bool { fields.contains(field) }

    /// The answer for a value of a field; empty when it is to be left empty, nil when nobody was asked.
    func answer(field: String, value: String) -> String? {
        answers[MemoryKey(field: field, value: value)].map { Question.isLeaveEmpty($0) ? "" : $0 }
    }
}
