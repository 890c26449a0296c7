public import Geocoding
public import Repairs
public import Tables

/// A table with its accepted changes applied: what can be published, what was changed, what remains.
public struct ReviewedTable: Sendable {
    /// The table in canonical form. What is still asked about is empty in it.
    public let clean: CleanTable
    /// Every cell whose value was put right.
    public let changes: [Change]
    /// What remains to be asked.
    public let questions: [Question]
    /// What should be known: from the reading to the last check.
    public let findings: [Finding]
    /// Where the objects are.
    public let locations: [Location]

    /// A change that was applied to one cell.
    public struct Change: Sendable, Hashable {
        /// The place of the row in the table, from 0.
        public let row: Int
        /// The number of the row, as the spreadsheet shows it.
        public let rowNumber: Int
        /// The letters of the column; nil where the file had none for the field.
        public let column: String?
        /// The field.
        public let field: String
        /// What was sent.
        public let before: String
        /// What is published.
        public let after: String
        /// The rule.
        public let rule: String
        /// How sure it is.
        public let degree: Degree
    }
}
