public import Schemas
public import Texts

/// Judges values of a schema: which checks a value of a field fails.
public struct Judge: Sendable {
    private let schema: Schema
    private let checks: [[Check]]
    private let context: CheckContext

    /// A judge for a schema.
    public init(schema: Schema, context: CheckContext) {
        self.schema = schema
        self.context = context
        checks = schema.fields.map { field in Check.all.filter { $0.serves(field) } }
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
        guard !value.isEmpty, !schema.missingValues.contains(value) else { return nil }
        for check in checks[field] {
            if let text = check.problem(value, schema.fields[field], context) {
                return Problem(rule: check.name, text: text)
            }
        }
        return nil
    }

    /// Whether a value of a field respects every check.
    public func accepts(_ value: String, field: Int) -> Bool { problem(of: value, field: field) == nil }
}
