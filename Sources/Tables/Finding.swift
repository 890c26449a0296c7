public import Texts

/// Something a person should know about the file: what is wrong or remarkable, where, and what to do.
///
/// Bad data is a finding, which is returned; only bytes that cannot be read are an error, which is thrown.
public struct Finding: Hashable, Sendable {
    /// How much it matters.
    public enum Severity: String, Sendable, Codable, Comparable {
        /// Good to know; nothing to do.
        case info
        /// To be looked at; the file can be published.
        case warning
        /// The value does not respect the schema.
        case error

        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .info: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// The name of the rule that speaks (`commune-name`).
    public var rule: String
    /// How much it matters.
    public var severity: Severity
    /// The rows concerned, as the spreadsheet numbers them. Empty when the whole file is meant.
    public var rows: [Int]
    /// The letters of the column concerned.
    public var column: String?
    /// The field of the schema concerned.
    public var field: String?
    /// What to say.
    public var text: Text

    /// A finding.
    public init(
        rule: String, severity: Severity, rows: [Int] = [], column: String? = nil, field: String? = nil, text: Text
    ) {
        self.rule = rule
        self.severity = severity
        self.rows = rows
        self.column = column
        self.field = field
        self.text = text
    }
}
