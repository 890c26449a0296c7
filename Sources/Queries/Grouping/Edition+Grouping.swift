public import Editions

extension Edition {
    /// The rows in groups, the groups in the order of their first row. Without keys there is one group of all rows,
    /// even where there is no row.
    public func groups(
        by keys: [GroupKey], measures: [Measure], among rows: [Int]? = nil
    ) throws(QueryError) -> [Group] {
        let rows = rows.map { $0.filter { $0 >= 0 && $0 < rowCount } } ?? Array(0..<rowCount)
        // The facets of a portal: how many rows have each value.
        if keys.count == 1, measures.allSatisfy({ $0 == .count }) {
            let column = try KeyColumn.of(keys[0], self)
            let (counts, order) = column.tally(rows)
            return order.map { number in
                let count = QueryValue.number(Double(counts[number]))
                return Group(
                    keys: [column.values[number]], measures: measures.map { _ in count }, count: counts[number])
            }
        }
        let grouped = try Grouped(rows, by: keys, self)
        let measuring = Measuring(grouped, self)
        var columns: [[QueryValue]] = []
        for measure in measures { columns.append(try measuring(measure)) }
        let counts = measuring.counts
        return grouped.keys.indices.map { group in
            Group(keys: grouped.keys[group], measures: columns.map { $0[group] }, count: counts[group])
        }
    }
}
