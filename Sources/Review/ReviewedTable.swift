public import Geocoding
public import Privacy
public import Repairs
public import Tables

/// A table with its accepted changes applied: what can be published, what was changed, what remains.
public struct ReviewedTable: Sendable {
    /// The table in canonical form. What is still asked about is empty in it.
    public let clean: CleanTable
    /// Every cell whose value was put right.
    public let changes: Changes
    /// What remains to be asked.
    public let questions: [Question]
    /// What should be known: from the reading to the last check.
    public private(set) var findings: [Finding]
    /// Where the objects are.
    public let locations: [Location]
    /// What was looked for and is not in the table, in a sentence.
    public let privacy: Statement

    /// The same table, with more that should be known.
    public func adding(_ more: [Finding]) -> ReviewedTable {
        var table = self
        table.findings += more
        return table
    }
}
