public import Checks
public import Schemas
public import Tables
public import Texts

/// How sure a repair is. The promise of the house: a `certain` repair is never wrong.
public enum Degree: String, Sendable, Codable, Comparable {
    /// Only one value can be meant: applied, logged, reversible.
    case certain
    /// One value is by far the best: shown as a group, to be confirmed with one click.
    case likely

    /// The less sure comes first.
    public static func < (a: Degree, b: Degree) -> Bool { a == .likely && b == .certain }
}

/// How one kind of fault can be put right: one rule, in one file, with the examples that prove it.
///
/// A repair looks at one value, once per distinct value of a column, and only proposes. A proposal that does not
/// pass the checks of its field is dropped, so a repair can never make a value worse.
/// To add one, write a file in `Rules/` and name it in `Repair.all`.
public struct Repair: Sendable, CustomStringConvertible {
    /// The name, as reports give it.
    public let name: String
    /// What it does, for the documentation.
    public let purpose: Text
    /// What it does, case by case.
    public let examples: [Example]
    /// The name.
    public var description: String { name }
    /// Whether it also looks at values that respect their field (white space, placeholders).
    public let tidies: Bool
    /// Whether it has something to say about a field.
    let serves: @Sendable (Field) -> Bool
    /// How it works on the values of a column that it serves, prepared once for all of them.
    let prepare: @Sendable (RepairSetting) -> Work

    /// What is proposed for a value that is not empty.
    typealias Work = @Sendable (Value) -> Proposal?

    /// A repair that looks at each value by itself.
    init(
        _ name: String,
        _ purpose: Text,
        examples: [Example],
        tidies: Bool = false,
        serves: @escaping @Sendable (Field) -> Bool,
        propose: @escaping @Sendable (Value, RepairSetting) -> Proposal?
    ) {
        self.init(name, purpose, examples: examples, tidies: tidies, serves: serves) { setting in
            { value in propose(value, setting) }
        }
    }

    /// A repair that first looks at the field or at the whole column: a list to index, an order of dates to prove.
    init(
        _ name: String,
        _ purpose: Text,
        examples: [Example],
        tidies: Bool = false,
        serves: @escaping @Sendable (Field) -> Bool,
        prepare: @escaping @Sendable (RepairSetting) -> Work
    ) {
        self.name = name
        self.purpose = purpose
        self.examples = examples
        self.tidies = tidies
        self.serves = serves
        self.prepare = prepare
    }

    /// What the repair proposes for an example.
    public func proposal(for example: Example, in context: CheckContext) -> Proposal? {
        guard serves(example.field) else { return nil }
        let values = Set(example.others + [example.before.text.withoutOuterSpace])
        let judge = Judge(schema: .made(of: example.field), context: context)
        let setting = RepairSetting(
            field: example.field, context: context, values: values, trigram: example.trigram,
            accepts: { judge.accepts($0, field: 0) })
        return prepare(setting)(example.before)
    }

    /// A value, and what the repair must make of it.
    public struct Example: Sendable {
        /// The field.
        public let field: Field
        /// The value as it is sent.
        public let before: Value
        /// The other values of the column, where they matter.
        public let others: [String]
        /// The trigram of the schema, where it matters.
        public let trigram: String?
        /// What the repair must propose; nil where it must keep its hands off.
        public let expected: Proposal?

        /// An example of a value that nothing is expected of yet.
        public init(_ field: Field, _ before: String, others: [String]) {
            self.init(field, Value(before), others: others, nil)
        }

        init(
            _ field: Field, _ before: Value, others: [String] = [], trigram: String? = nil, _ expected: Proposal?
        ) {
            self.field = field
            self.before = before
            self.others = others
            self.trigram = trigram
            self.expected = expected
        }

        init(
            _ field: Field, _ before: String, others: [String] = [], trigram: String? = nil, _ expected: Proposal?
        ) {
            self.init(field, Value(before), others: others, trigram: trigram, expected)
        }
    }
}

/// What a repair proposes.
public enum Proposal: Sendable, Hashable {
    /// Another value; the empty one where nothing was said.
    case change(String, Degree)
    /// Only its owner knows; these are the values that come to mind, best first, and why it is asked, where the
    /// checks do not say it already.
    case ask(candidates: [String], because: Text? = nil)

    /// Only one value can be meant.
    static func certain(_ value: String) -> Proposal { .change(value, .certain) }
    /// One value is by far the best.
    static func likely(_ value: String) -> Proposal { .change(value, .likely) }

    /// The same proposal without its reason.
    public var withoutReason: Proposal {
        if case .ask(let candidates, _) = self { .ask(candidates: candidates) } else { self }
    }
}
