import Editions
import Tables

/// The values of one key of groups: every different one once, and for each row which of them it has.
struct KeyColumn: Sendable {
    /// The different values.
    private(set) var values: [QueryValue] = []
    /// For each row the number of what was worked out; nil where each row is its own.
    private let codes: [UInt32]?
    /// For each of what was worked out the number of its value; nil where it may have several or none.
    private var single: [UInt32]?
    /// For each of what was worked out the numbers of its items, where it may have several.
    private var numbers: [[UInt32]] = []

    init(_ key: GroupKey, _ edition: Edition) throws(QueryError) {
        let resolver = Resolver(edition)
        switch key {
        case .value(let expression):
            let node = try resolver.value(expression).node
            let worked = WorkedOut(node, edition)
            codes = worked.codes
            if case .column(let column) = node {
                let cells = edition.table.columns[column]
                let values = worked.worths.indices.map { edition.queryValue(column, $0) }
                // Texts of one kind differ from each other already.
                if edition.reading(column).kind == .text, cells.areOfOneKind {
                    keep(different: values)
                } else {
                    keep(values)
                }
            } else {
                keep(worked.worths.map { QueryValue($0) })
            }
        case .items(let name):
            let value = try resolver.value(.property(name))
            guard case .column(let column) = value.node else {
                throw QueryError("\(value.name) is \(value.kind.words), not a list.")
            }
            codes = edition.table.columns[column].codes
            keep(lists: edition.worths(column).map { worth in Set(worth.items.map { QueryValue($0) }).sorted() })
        case .ranges(let expression, let bounds):
            let bounds = bounds.filter(\.isFinite).sorted()
            let worked = WorkedOut(try Self.number(expression, resolver), edition)
            codes = worked.codes
            keep(
                worked.worths.map { worth in
                    guard case .number(let number) = worth else { return .null }
                    let place = bounds.firstIndex { number < $0 } ?? bounds.count
                    return .range(
                        from: place > 0 ? bounds[place - 1] : nil, to: place < bounds.count ? bounds[place] : nil)
                })
        case .width(let expression, let width):
            guard width > 0, width.isFinite else { throw QueryError("The width of a range is a number above zero.") }
            let worked = WorkedOut(try Self.number(expression, resolver), edition)
            codes = worked.codes
            keep(
                worked.worths.map { worth in
                    guard case .number(let number) = worth else { return .null }
                    let start = (number / width).rounded(.down) * width
                    return .range(from: start, to: start + width)
                })
        }
    }

    private static func number(_ expression: FilterExpression, _ resolver: Resolver) throws(QueryError) -> Node {
        let value = try resolver.value(expression)
        guard value.kind == .number else { throw QueryError("\(value.name) is \(value.kind.words), not a number.") }
        return value.node
    }

    private mutating func keep(different values: [QueryValue]) {
        self.values = values
        single = Array(0..<UInt32(values.count))
    }

    private mutating func keep(_ values: [QueryValue]) {
        var known: [QueryValue: UInt32] = [:]
        single = values.map { number(of: $0, &known) }
    }

    private mutating func keep(lists: [[QueryValue]]) {
        var known: [QueryValue: UInt32] = [:]
        numbers = lists.map { list in list.map { number(of: $0, &known) } }
    }

    private mutating func number(of value: QueryValue, _ known: inout [QueryValue: UInt32]) -> UInt32 {
        if let number = known[value] { return number }
        let number = UInt32(values.count)
        known[value] = number
        values.append(value)
        return number
    }

    /// A key of an edition. Those of properties are kept with it.
    static func of(_ key: GroupKey, _ edition: Edition) throws(QueryError) -> KeyColumn {
        switch key {
        case .value(.property), .items:
            return try edition.workings.keys(key) {
                do throws(QueryError) { return .success(try KeyColumn(key, edition)) } catch { return .failure(error) }
            }.get()
        default: return try KeyColumn(key, edition)
        }
    }

    /// How many of some rows have each value, and the values in the order of the first row that has them.
    func tally(_ rows: [Int]) -> (counts: [Int], order: [Int]) {
        let count = single?.count ?? numbers.count
        var tally = [Int](repeating: 0, count: count)
        var appearance: [Int] = []
        func add(_ place: Int) {
            if tally[place] == 0 { appearance.append(place) }
            tally[place] += 1
        }
        if let codes { for row in rows { add(Int(codes[row])) } } else { for row in rows { add(row) } }
        var counts = [Int](repeating: 0, count: values.count)
        var order: [Int] = []
        for place in appearance {
            for number in single.map({ [$0[place]] }) ?? numbers[place] {
                if counts[Int(number)] == 0 { order.append(Int(number)) }
                counts[Int(number)] += tally[place]
            }
        }
        return (counts, order)
    }

    /// For each row the number of its only value; nil where rows have several or none.
    func onlyNumbers(_ rows: [Int]) -> [UInt32]? {
        guard let single else { return nil }
        guard let codes else { return rows.map { single[$0] } }
        return rows.map { single[Int(codes[$0])] }
    }

    /// The numbers of the values of a row that may have several.
    func numbers(_ row: Int) -> [UInt32] { numbers[codes.map { Int($0[row]) } ?? row] }
}

extension Cells {
    /// Whether all values beside the empty one are of one kind, so that no two of them have the same text.
    fileprivate var areOfOneKind: Bool {
        Set((0..<distinctCount).map { kind(of: $0) }).subtracting([.blank]).count <= 1
    }
}

extension Set<QueryValue> {
    /// In an order that is the same in every run.
    fileprivate func sorted() -> [QueryValue] { sorted { "\($0)" < "\($1)" } }
}
