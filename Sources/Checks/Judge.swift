public import Schemas
public import Texts

/// Judges values of a schema: which checks a value of a field fails.
public struct Judge: Sendable {
    private let verdicts: [[(rule: String, problem: Check.Verdict)]]
    private let missingValues: Set<String>

    /// A judge for a schema. Whatever checks have to prepare is prepared here, once for each field.
    public init(schema: Schema, context: CheckContext) {
        missingValues = Set(schema.missingValues)
        verdicts = schema.fields.map { field in
            Check.all.filter { $0.serves(field) }.compactMap { check in
                check.prepare(field, context).map { (check.name, $0) }
            }
        }
    }

    /// What is wrong with a value.
    public struct Problem: Sendable, Hashable {
        /// The name of the check.
        public let rule: String
        /// What to tell its owner.
        public let text: Text

        /// A problem.
        public init(rule: String, text: Text) {
            self.rule = rule
            self.text = text
        }
    }

    /// The first problem of a value of a field, or nil. The empty value has none.
    public func problem(of value: String, field: Int) -> Problem? {
        guard !value.isEmpty, !missingValues.contains(value) else { return nil }
        for (rule, problem) in verdicts[field] {
            if let text = problem(value) { return Problem(rule: rule, text: text) }
        }
        return nil
    }

    /// Whether a value of a field respects every check.
    public func accepts(_ value: String, field: Int) -> Bool { problem(of: value, field: field) == nil }
}
