public import Schemas
public import Texts

/// What a value must be: one rule, in one file, with the examples that prove it.
///
/// A check looks at one value in its canonical form and never changes it. It runs once per distinct value of a
/// column. The empty value is never looked at: whether it is allowed is the business of `required`.
/// To add one, write a file in `Rules/` and name it in `Check.all`.
public struct Check: Sendable, CustomStringConvertible {
    /// The name, as reports give it.
    public let name: String
    /// What it expects, for the documentation.
    public let expectation: Text
    /// Values that respect it and values that do not.
    public let examples: [Example]
    /// The name.
    public var description: String { name }
    /// Whether it has something to say about a field.
    let serves: @Sendable (Field) -> Bool
    /// The verdict on the values of a field that it serves, prepared once for all of them; nil where it has none.
    let prepare: @Sendable (Field, CheckContext) -> Verdict?

    /// What is wrong with a value, or nil.
    typealias Verdict = @Sendable (String) -> Text?

    /// Values of a field that the check accepts or rejects.
    public struct Example: Sendable {
        /// The field.
        public let field: Field
        /// Values that respect the check.
        public let accepts: [String]
        /// Values that do not.
        public let rejects: [String]

        init(_ field: Field, accepts: [String], rejects: [String]) {
            self.field = field
            self.accepts = accepts
            self.rejects = rejects
        }
    }

    /// A check that needs nothing but the value, its field and what is known of the world.
    init(
        _ name: String,
        _ expectation: Text,
        examples: [Example],
        serves: @escaping @Sendable (Field) -> Bool,
        problem: @escaping @Sendable (String, Field, CheckContext) -> Text?
    ) {
        self.init(name, expectation, examples: examples, serves: serves) { field, context in
            { value in problem(value, field, context) }
        }
    }

    /// A check that has something to prepare for each field: an expression to compile, a list to sort.
    init(
        _ name: String,
        _ expectation: Text,
        examples: [Example],
        serves: @escaping @Sendable (Field) -> Bool,
        prepare: @escaping @Sendable (Field, CheckContext) -> Verdict?
    ) {
        self.name = name
        self.expectation = expectation
        self.examples = examples
        self.serves = serves
        self.prepare = prepare
    }

    /// Whether a value of a field respects the check.
    public func accepts(_ value: String, of field: Field, in context: CheckContext) -> Bool {
        !serves(field) || prepare(field, context)?(value) == nil
    }
}

/// What checks may know beside the value. Values, not services.
public struct CheckContext: Sendable {
    /// Whether an INSEE code is or was that of a commune.
    public var isCommuneCode: @Sendable (String) -> Bool
    /// Whether a postcode is in use.
    public var isPostcode: @Sendable (String) -> Bool
    /// The year in which we are.
    public var year: Int

    /// A context.
    public init(
        isCommuneCode: @escaping @Sendable (String) -> Bool, isPostcode: @escaping @Sendable (String) -> Bool, year: Int
    ) {
        self.isCommuneCode = isCommuneCode
        self.isPostcode = isPostcode
        self.year = year
    }
}
