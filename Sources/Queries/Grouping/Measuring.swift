import Editions

/// What is worked out of the values of each group.
struct Measuring {
    private let edition: Edition
    private let grouped: Grouped
    private var count: Int { grouped.keys.count }

    init(_ grouped: Grouped, _ edition: Edition) {
        self.grouped = grouped
        self.edition = edition
    }

    /// How many rows each group has.
    var counts: [Int] {
        var counts = [Int](repeating: 0, count: count)
        for group in grouped.groups { counts[Int(group)] += 1 }
        return counts
    }

    /// A measure for each group.
    func callAsFunction(_ measure: Measure) throws(QueryError) -> [QueryValue] {
        switch measure {
        case .count: return counts.map { .number(Double($0)) }
        case .countOf(let expression):
            let worked = WorkedOut(try Resolver(edition).value(expression).node, edition)
            var counts = [Int](repeating: 0, count: count)
            for (row, group) in zip(grouped.rows, grouped.groups) where !worked[row].isUnknown {
                counts[Int(group)] += 1
            }
            return counts.map { .number(Double($0)) }
        case .countDistinct(let expression): return try countDistinct(expression)
        case .sum(let expression): return try sums(expression).map { $0.count > 0 ? .number($0.total) : .null }
        case .average(let expression):
            return try sums(expression).map { $0.count > 0 ? .number($0.total / Double($0.count)) : .null }
        case .minimum(let expression): return try extremes(expression, greatest: false)
        case .maximum(let expression): return try extremes(expression, greatest: true)
        case .median(let expression): return try percentiles(expression, 50)
        case .percentile(let expression, let percent):
            guard (0...100).contains(percent) else { throw QueryError("A percentile lies between 0 and 100.") }
            return try percentiles(expression, percent)
        }
    }

    /// The numbers of an expression: for each row, not a number where it is unknown.
    private func numbers(_ expression: FilterExpression) throws(QueryError) -> (codes: [UInt32]?, numbers: [Double]) {
        let value = try Resolver(edition).value(expression)
        guard value.kind == .number else { throw QueryError("\(value.name) is \(value.kind.words), not a number.") }
        let worked = WorkedOut(value.node, edition)
        return (worked.codes, worked.worths.map { if case .number(let number) = $0 { number } else { .nan } })
    }

    private func visit(_ expression: FilterExpression, _ visit: (Int, Double) -> Void) throws(QueryError) {
        let (codes, numbers) = try numbers(expression)
        for (row, group) in zip(grouped.rows, grouped.groups) {
            let number = numbers[codes.map { Int($0[row]) } ?? row]
            if !number.isNaN { visit(Int(group), number) }
        }
    }

    private func sums(_ expression: FilterExpression) throws(QueryError) -> [Sum] {
        var sums = [Sum](repeating: Sum(), count: count)
        try visit(expression) { sums[$0].add($1) }
        return sums
    }

    private func percentiles(_ expression: FilterExpression, _ percent: Double) throws(QueryError) -> [QueryValue] {
        var values = [[Double]](repeating: [], count: count)
        try visit(expression) { values[$0].append($1) }
        return values.map { values in
            guard !values.isEmpty else { return .null }
            let sorted = values.sorted()
            let place = percent / 100 * Double(sorted.count - 1)
            let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
            return .number(sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low]))
        }
    }

    private func extremes(_ expression: FilterExpression, greatest: Bool) throws(QueryError) -> [QueryValue] {
        let order = try edition.order(by: expression)
        var best = [(rank: UInt32, row: Int)](repeating: (RowOrder.last, -1), count: count)
        for (row, group) in zip(grouped.rows, grouped.groups) {
            let rank = order.rank(row, descending: greatest)
            if rank < best[Int(group)].rank { best[Int(group)] = (rank, row) }
        }
        let values = try edition.values(of: expression, in: best.map(\.row).filter { $0 >= 0 })
        var next = values.makeIterator()
        return best.map { $0.row < 0 ? .null : next.next() ?? .null }
    }

    private func countDistinct(_ expression: FilterExpression) throws(QueryError) -> [QueryValue] {
        let column = try KeyColumn.of(.value(expression), edition)
        let unknown = column.values.firstIndex(of: .null).map(UInt32.init)
        var seen = Pairs(count, column.values.count)
        var counts = [Int](repeating: 0, count: count)
        for (number, group) in zip(column.onlyNumbers(grouped.rows) ?? [], grouped.groups) where number != unknown {
            if seen.insert(Int(group), Int(number)) { counts[Int(group)] += 1 }
        }
        return counts.map { .number(Double($0)) }
    }
}

/// Pairs of a group and a value that were seen: in an array of bits while few are possible, else in a set.
private struct Pairs {
    private let width: Int
    private var bits: [UInt64] = []
    private var set: Set<UInt64> = []

    init(_ groups: Int, _ values: Int) {
        width = values
        let (possible, overflows) = groups.multipliedReportingOverflow(by: values)
        if !overflows, possible <= 1 << 28 { bits = [UInt64](repeating: 0, count: possible / 64 + 1) }
    }

    /// Whether the pair is seen for the first time.
    mutating func insert(_ group: Int, _ value: Int) -> Bool {
        guard !bits.isEmpty else { return set.insert(UInt64(group) << 32 | UInt64(value)).inserted }
        let place = group * width + value
        let bit: UInt64 = 1 &<< UInt64(place & 63)
        defer { bits[place >> 6] |= bit }
        return bits[place >> 6] & bit == 0
    }
}

/// A sum in which the errors of rounding are added up too (Neumaier).
private struct Sum {
    private(set) var count = 0
    private var sum = 0.0
    private var lost = 0.0
    var total: Double { sum + lost }

    mutating func add(_ number: Double) {
        count += 1
        let next = sum + number
        lost += sum.magnitude >= number.magnitude ? (sum - next) + number : (number - next) + sum
        sum = next
    }
}
