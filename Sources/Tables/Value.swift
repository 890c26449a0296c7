/// What a cell holds, as its owner sees it, and what the file says it is.
public struct Value: Hashable, Sendable {
    /// What kind of cell the file declares. A CSV file knows only `blank` and `text`.
    public enum Kind: UInt8, Sendable {
        /// Nothing in the cell.
        case blank
        /// Typed text.
        case text
        /// A number. `text` is the displayed digits where the number format pads with zeros (`01053`), else the
        /// shortest decimal writing with a point, never in scientific notation.
        case number
        /// A date, or date and time: `text` is ISO 8601 (`2019-12-31`, `2019-12-31T08:30:00`).
        case date
        /// A time of day: `text` is `08:30:00`.
        case time
        /// A truth value: `text` is `true` or `false`.
        case boolean
        /// A formula that failed: `text` is the sign that the spreadsheet shows (`#N/A`).
        case error
    }

    /// The value as text.
    public let text: String
    /// What the file says it is.
    public let kind: Kind

    /// A value of a kind.
    public init(_ text: String, kind: Kind = .text) {
        self.text = text
        self.kind = text.isEmpty ? .blank : kind
    }

    /// The empty cell.
    public static let blank = Value("", kind: .blank)
}
