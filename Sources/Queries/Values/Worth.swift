import Tables

/// What an expression is worth while it is worked out.
enum Worth: Sendable {
    /// Nobody knows: an empty value, or what cannot be worked out.
    case unknown
    case boolean(Bool)
    case number(Double)
    case text(String)
    case moment(Moment)
    /// Boxed, because it is rare and would make every other value as large.
    indirect case span(Span)
    case list([Worth])
    /// One shape, or several that make one.
    case shape([Geometry])
}

/// A stretch of time between two moments; nil is open.
struct Span: Hashable, Sendable {
    var start: Moment?
    var end: Moment?
}

/// What kind of value an expression has, known before any row is looked at.
struct Kind: Equatable, Sendable {
    enum Base: String, Sendable {
        /// Nothing is known of it: the null literal.
        case any
        case boolean, number, text
        case moment = "date"
        case span = "interval"
        case shape = "geometry"
    }

    var base: Base
    /// Whether it is a list of such values.
    var isList = false

    static let any = Kind(base: .any)
    static let boolean = Kind(base: .boolean)
    static let number = Kind(base: .number)
    static let text = Kind(base: .text)
    static let moment = Kind(base: .moment)
    static let span = Kind(base: .span)
    static let shape = Kind(base: .shape)

    /// For messages.
    var words: String { isList ? "a list" : base == .any ? "nothing" : "a \(base.rawValue)" }
}

extension Worth {
    /// Whether it is the same, below or above another of its kind; nil where nobody can say.
    func compared(to other: Worth) -> Int? {
        switch (self, other) {
        case (.number(let one), .number(let two)): one < two ? -1 : one > two ? 1 : one == two ? 0 : nil
        case (.text(let one), .text(let two)): one.comparedBytes(to: two)
        case (.moment(let one), .moment(let two)): one.compared(to: two).signum().asInt
        case (.boolean(let one), .boolean(let two)): (one ? 1 : 0) - (two ? 1 : 0)
        default: nil
        }
    }

    /// What it says to a condition; nil is unknown.
    var truth: Bool? { if case .boolean(let truth) = self { truth } else { nil } }

    init(_ truth: Bool?) { self = truth.map(Worth.boolean) ?? .unknown }

    /// Its items, or itself as the only one.
    var items: [Worth] {
        switch self {
        case .list(let items): items
        case .unknown: []
        default: [self]
        }
    }

    var isUnknown: Bool { if case .unknown = self { true } else { false } }
}

extension Int64 {
    fileprivate var asInt: Int { Int(self) }
}

extension String {
    /// The order of their bytes, which is that of their scalars.
    func comparedBytes(to other: String) -> Int {
        if utf8.elementsEqual(other.utf8) { return 0 }
        return utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
    }
}
