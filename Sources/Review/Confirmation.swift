public import Repairs

/// A group of identical likely repairs, to be agreed to with one click.
public struct Confirmation: Sendable, Hashable {
    /// A name that stays the same from file to file.
    public let id: String
    /// The field.
    public let field: String
    /// What was sent.
    public let before: String
    /// What is proposed.
    public let after: String
    /// The numbers of the rows.
    public let rows: [Int]
    /// The letters of the column.
    public let column: String?
}

extension ReviewedTable {
    /// The likely repairs, grouped: one for each value of a field, the largest group first. Identifiers that were
    /// given, and positions that the address base
    /// gave, are not asked about one by one.
    public var confirmations: [Confirmation] {
        let likely = changes.groups.filter {
            $0.cause.degree == .likely && !$0.cause.rule.hasPrefix("uid") && $0.cause.rule != Review.locatedRule
        }
        return likely.map { group in
            Confirmation(
                id: MemoryKey(field: group.cause.field, value: group.cause.before).identifier, field: group.cause.field,
                before: group.cause.before, after: group.cause.after, rows: group.rows.map(changes.rowNumber),
                column: group.cause.column)
        }.sorted { ($0.rows.count, $1.before) > ($1.rows.count, $0.before) }
    }
}
