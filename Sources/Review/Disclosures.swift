public import Privacy
public import Repairs
import Schemas

/// What people decided about personal data in files of a schema.
public struct Disclosures: Sendable {
    /// By field and kind of data, whether it is published, and why.
    public var answers: [MemoryKey: Disclosure]
    /// The single values that somebody decided to keep as they are.
    public var kept: Set<MemoryKey>

    /// Decisions; none by default.
    public init(answers: [MemoryKey: Disclosure] = [:], kept: Set<MemoryKey> = []) {
        self.answers = answers
        self.kept = kept
    }

    /// What was decided about what a detector finds in a field.
    func decision(on detector: Detector, in field: Field) -> Disclosure? {
        answers[Self.key(of: detector, in: field)]
    }

    /// Whether a value was kept as it is.
    func isKept(_ value: String, in field: Field) -> Bool {
        kept.contains(MemoryKey(field: field.name, value: value))
    }

    /// By which a decision is remembered.
    static func key(of detector: Detector, in field: Field) -> MemoryKey {
        MemoryKey(field: field.name, value: Disclosure.subject(of: detector))
    }
}
