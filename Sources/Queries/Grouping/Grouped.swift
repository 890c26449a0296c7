import Editions

/// Rows with the groups that they stand in.
struct Grouped {
    /// The rows; one that stands in several groups comes several times.
    private(set) var rows: [Int]
    /// For each of ``rows`` its group.
    private(set) var groups: [UInt32]
    /// For each group its keys.
    private(set) var keys: [[QueryValue]] = [[]]

    init(_ rows: [Int], by keys: [GroupKey], _ edition: Edition) throws(QueryError) {
        self.rows = rows
        groups = [UInt32](repeating: 0, count: rows.count)
        for key in keys { try split(by: try KeyColumn.of(key, edition)) }
    }

    /// Splits every group by one key more. New groups are numbered in the order of their first row.
    private mutating func split(by column: KeyColumn) throws(QueryError) {
        if column.onlyNumbers([]) == nil { try spread(by: column) }
        let numbers = column.onlyNumbers(rows) ?? spreadNumbers
        let width = column.values.count
        var made: [[QueryValue]] = []
        var places = Places(keys.count, width)
        for place in rows.indices {
            let parent = Int(groups[place])
            let number = Int(numbers[place])
            let group = places.number(parent * width + number) ?? places.add(parent * width + number)
            if group == made.count { made.append(keys[parent] + [column.values[number]]) }
            groups[place] = UInt32(group)
        }
        keys = made
        spreadNumbers = []
    }

    /// Where rows have several values or none, each becomes as many rows.
    private mutating func spread(by column: KeyColumn) throws(QueryError) {
        var rows: [Int] = []
        var groups: [UInt32] = []
        for (place, row) in self.rows.enumerated() {
            guard rows.count < 1 << 25 else { throw QueryError("There are too many groups of items.") }
            for number in column.numbers(row) {
                rows.append(row)
                groups.append(self.groups[place])
                spreadNumbers.append(number)
            }
        }
        (self.rows, self.groups) = (rows, groups)
    }

    private var spreadNumbers: [UInt32] = []
}

/// The numbers that groups have got: in an array while few are possible, else in a dictionary.
private struct Places {
    private var dense: [UInt32] = []
    private var sparse: [Int: Int] = [:]
    private var count = 0

    init(_ parents: Int, _ width: Int) {
        let (possible, overflows) = parents.multipliedReportingOverflow(by: width)
        if !overflows, possible <= 1 << 22 { dense = [UInt32](repeating: .max, count: possible) }
    }

    func number(_ place: Int) -> Int? {
        guard !dense.isEmpty else { return sparse[place] }
        return dense[place] == .max ? nil : Int(dense[place])
    }

    mutating func add(_ place: Int) -> Int {
        if dense.isEmpty { sparse[place] = count } else { dense[place] = UInt32(count) }
        count += 1
        return count - 1
    }
}
