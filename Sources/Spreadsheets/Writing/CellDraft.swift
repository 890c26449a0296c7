/// One cell to write.
public struct CellDraft: Hashable, Sendable {
    /// What a cell holds. There is no case for formulas: what somebody sent never becomes one.
    public enum Content: Hashable, Sendable {
        /// Nothing but the style.
        case blank
        /// Text, written as text even where it looks like a number or a formula.
        case text(String)
        /// A number in canonical writing (`1220.5`). What is no number is written as text.
        case number(String)
        /// A date in ISO 8601 (`2019-12-31`). What is no date is written as text.
        case date(String)
    }

    /// What it holds.
    public var content: Content
    /// How it looks.
    public var style: CellStyle

    /// A cell.
    public init(_ content: Content, _ style: CellStyle = .plain) {
        self.content = content
        self.style = style
    }

    /// A cell of text.
    public init(_ words: String, _ style: CellStyle = .plain) {
        self.init(words.isEmpty ? .blank : .text(words), style)
    }

    /// What the cell holds, once numbers and dates that are none have become text.
    var written: Written {
        switch content {
        case .blank: return .blank
        case .text(let words): return .text(cellText(words))
        case .number(let digits):
            guard let number = Double(digits), number.isFinite else { return .text(cellText(digits)) }
            return .number(number, digits)
        case .date(let day):
            guard let serial = serialDay(of: day) else { return .text(cellText(day)) }
            return .number(Double(serial), String(serial))
        }
    }

    enum Written {
        case blank
        case text(String)
        case number(Double, String)
    }
}
