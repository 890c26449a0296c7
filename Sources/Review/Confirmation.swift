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
    /// given are not asked about.
    public var confirmations: [Confirmation] {
        let likely = changes.filter { $0.degree == .likely && !$0.rule.hasPrefix("uid") }
        let groups = Dictionary(grouping: likely) { [$0.field, $0.before, $0.after] }
        return groups.values.map { group in
            Confirmation(
                id: MemoryKey(field: group[0].field, value: group[0].before).identifier,
                field: group[0].field, before: group[0].before, after: group[0].after, rows: group.map(\.rowNumber),
                column: group[0].column)
        }.sorted { ($0.rows.count, $1.before) > ($1.rows.count, $0.before) }
    }
}
