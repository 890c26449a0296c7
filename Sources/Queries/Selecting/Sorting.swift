import Editions

extension Edition {
    /// Some rows in the order of some keys, the order of the edition between equals; only the first `count`.
    func sorted(_ rows: RowSet, by keys: [SortKey], first count: Int) throws(QueryError) -> [Int] {
        var orders: [(order: RowOrder, descending: Bool)] = []
        for key in keys { orders.append((try order(by: key.expression), key.descending)) }
        guard let (first, descending) = orders.first else { return Array(rows.rows.prefix(count)) }
        let candidates = Self.candidates(rows, first, descending, count)
        let sorted = orders.reversed().reduce(candidates) { $1.order.sorted($0, descending: $1.descending) }
        return sorted.count > count ? Array(sorted.prefix(count)) : sorted
    }

    /// The rows among which the first `count` are: those whose rank is not above that of the last of them.
    private static func candidates(_ rows: RowSet, _ order: RowOrder, _ descending: Bool, _ count: Int) -> [Int] {
        let total = rows.count
        guard count < total / 4 else { return rows.rows }
        var tally = [Int](repeating: 0, count: order.count + 1)
        rows.forEach { row in
            let rank = order.rank(row, descending: descending)
            tally[rank == RowOrder.last ? order.count : Int(rank)] += 1
        }
        var sum = 0
        guard
            let limit = tally.firstIndex(where: { amount in
                sum += amount
                return sum >= count
            }), limit < order.count
        else { return rows.rows }
        var candidates: [Int] = []
        candidates.reserveCapacity(sum)
        rows.forEach { row in if order.rank(row, descending: descending) <= UInt32(limit) { candidates.append(row) } }
        return candidates
    }
}

extension RowOrder {
    /// The rows in this order; equals stay as they are.
    fileprivate func sorted(_ rows: [Int], descending: Bool) -> [Int] {
        // Few rows are compared; many are laid into one place for each rank.
        guard rows.count > count / 8 else {
            return rows.enumerated().map { (rank($1, descending: descending), $0, $1) }
                .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        }
        var starts = [Int](repeating: 0, count: count + 2)
        func place(_ row: Int) -> Int {
            let rank = rank(row, descending: descending)
            return rank == Self.last ? count : Int(rank)
        }
        for row in rows { starts[place(row) + 1] += 1 }
        for rank in 0...count { starts[rank + 1] += starts[rank] }
        var sorted = [Int](repeating: 0, count: rows.count)
        for row in rows {
            let rank = place(row)
            sorted[starts[rank]] = row
            starts[rank] += 1
        }
        return sorted
    }
}
