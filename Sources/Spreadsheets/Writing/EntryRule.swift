import Tables

/// What may be typed in some cells, and what the spreadsheet says about it (in Excel, *data validation*).
public struct EntryRule: Sendable {
    /// What is accepted.
    public enum Accepted: Sendable, Hashable {
        /// Everything; only the advice is shown.
        case anything
        /// One of these, in a drop-down.
        case choices([String])
        /// One of the values of these cells of the same sheet, in a drop-down.
        case choicesIn(CellRange)
        /// A number between two bounds.
        case number(min: Double?, max: Double?, whole: Bool)
        /// A date.
        case date
        /// A text of at most so many characters.
        case text(max: Int)
    }

    /// What happens to anything else.
    public enum Strictness: Sendable, Hashable {
        /// It is accepted without a word.
        case silent
        /// The person is told, and may keep it.
        case advice
        /// The person is asked whether to keep it.
        case warning
        /// It is refused.
        case refusal
    }

    /// A title of at most 32 characters and a message of at most 255 (the limits of Excel). Longer ones are cut.
    public struct Advice: Sendable, Hashable {
        /// The title.
        public let title: String
        /// The message.
        public let message: String

        /// A title and a message.
        public init(title: String, message: String) {
            self.title = cellText(title).shortened(to: 32)
            self.message = cellText(message).shortened(to: 255)
        }
    }

    /// Where the rule holds.
    public var cells: CellRange
    /// What is accepted.
    public var accepted: Accepted
    /// What happens to anything else.
    public var strictness: Strictness
    /// What is shown as soon as the cell is chosen.
    public var prompt: Advice?
    /// What is said about anything else.
    public var objection: Advice?

    /// A rule.
    public init(
        _ accepted: Accepted, in cells: CellRange, strictness: Strictness = .silent, prompt: Advice? = nil,
        objection: Advice? = nil
    ) {
        self.accepted = accepted
        self.cells = cells
        self.strictness = strictness
        self.prompt = prompt
        self.objection = objection
    }
}
