/// What an expression is worth in one row.
public enum QueryValue: Sendable, Hashable {
    /// Unknown, empty.
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    /// A day, month or year as it is written (`2019-12-31`).
    case date(String)
    /// An instant as it is written (RFC 3339).
    case timestamp(String)
    /// The items of a list field.
    case list([QueryValue])
    /// Numbers from a lower bound up to, but without, an upper one; nil is open.
    case range(from: Double?, to: Double?)
}
