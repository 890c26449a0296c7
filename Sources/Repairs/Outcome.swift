public import Checks
public import Tables
import Texts

/// What a value became on its way to the canonical form, step by step.
public struct Outcome: Sendable {
    /// What was sent.
    public var sent: Value
    /// The canonical value that is proposed; empty where it is unknown.
    public var value: String
    /// What was done to it, in order. Empty when it was right as it was.
    public var steps: [Step]
    /// What is still wrong with it, or nil.
    public var problem: Judge.Problem?
    /// The values that come to mind where its owner must be asked.
    public var candidates: [String]
    /// Why it is asked, where a repair knows it better than the checks.
    var reason: Text?

    /// One step of a repair.
    public struct Step: Sendable, Hashable {
        /// The name of the rule.
        public let rule: String
        /// How sure it is.
        public let degree: Degree
        /// The value after it.
        public let after: String

        init(_ rule: String, _ degree: Degree, _ after: String) {
            self.rule = rule
            self.degree = degree
            self.after = after
        }
    }

    /// A value that nobody has looked at yet.
    init(_ sent: Value) {
        self.sent = sent
        value = sent.text
        steps = []
        candidates = []
    }

    /// How sure the whole repair is: as its least sure step. Nil when nothing was done.
    public var degree: Degree? { steps.map(\.degree).min() }

    /// The rule that made the value: the least sure one, the last among equals.
    public var rule: String? { steps.last { $0.degree == degree }?.rule }

    /// Whether the value that will be published differs from the one that was sent.
    public var isRepaired: Bool { !steps.isEmpty && !value.isWritten(like: sent.text) }

    /// What was only likely has been confirmed by the rest of the row.
    mutating func confirm() {
        steps = steps.map { Step($0.rule, .certain, $0.after) }
    }

    /// Takes one more step.
    mutating func take(_ rule: String, _ degree: Degree, _ after: String) {
        guard !after.isWritten(like: value) else { return }
        steps.append(Step(rule, degree, after))
        value = after
    }
}

extension String {
    /// Whether two texts are the same bytes. Strings are equal in Swift whatever the form of their accents.
    func isWritten(like other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
