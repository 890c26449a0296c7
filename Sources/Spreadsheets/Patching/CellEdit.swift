/// What becomes of one cell of a workbook that goes back to its sender.
public struct CellEdit: Hashable, Sendable {
    /// How a new value is written.
    public enum Kind: String, Sendable {
        /// Text; where it looks like a number the cell becomes a text cell, so that zeros in front stay.
        case text
        /// A number in canonical writing (`1220.5`).
        case number
        /// A date in ISO 8601 (`2019-12-31`).
        case date
    }

    /// Why a cell is coloured.
    public enum Highlight: String, Sendable, CaseIterable {
        /// It was repaired; nothing else can be meant.
        case certain
        /// It was repaired; one value is by far the best.
        case likely
        /// Something is asked about it.
        case question
        /// Its value cannot be published.
        case error

        /// The background: light enough for dark letters (contrast above 12 : 1), and four tints that also differ
        /// for people who confuse red and green.
        public var fill: Colour {
            switch self {
            case .certain: 0xDDF2E0
            case .likely: 0xD6E6FA
            case .question: 0xFFEDB3
            case .error: 0xF9CFC9
            }
        }
    }

    /// The new value; nil keeps the old one, the empty text empties the cell.
    public var value: String?
    /// How the new value is written.
    public var kind: Kind
    /// The colour of the cell; nil keeps its look.
    public var highlight: Highlight?
    /// What to say about it, in a comment.
    public var comment: String?

    /// What becomes of a cell.
    public init(value: String? = nil, kind: Kind = .text, highlight: Highlight? = nil, comment: String? = nil) {
        self.value = value
        self.kind = kind
        self.highlight = highlight
        self.comment = comment
    }

    /// The dark letters that go with every highlight.
    public static let ink: Colour = 0x1F2933
}
