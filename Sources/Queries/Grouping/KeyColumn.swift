import Editions
import Tables

/// The values of one key of groups: every different one once, and for each row which of them it has.
struct KeyColumn {
    /// The different values.
    private(set) var values: [QueryValue] = []
    /// For each row the number of what was worked out; nil where each row is its own.
    private let codes: [UInt32]?
    /// For each of what was worked out, the numbers of its values: one, or those of its items.
    private var numbers: [[UInt32]] = []
    /// The same where each has exactly one.
    private var single: [UInt32]?

    init(_ key: GroupKey, _ edition: Edition) throws(QueryError) {
        let resolver = Resolver(edition)
        switch key {
        case .value(let expression):
            let node = try resolver.value(expression).node
            let worked = WorkedOut(node, edition)
            codes = worked.codes
            if case .column(let column) = node {
                keep((0..<worked.worths.count).map { [edition.queryValue(column, $0)] })
            } else {
                keep(worked.worths.map { [QueryValue($0)] })
            }
        case .items(let name):
            let value = try resolver.value(.property(name))
            guard case .column(let column) = value.node else {
                throw QueryError("\(value.name) is \(value.kind.words), not a list.")
            }
            codes = edition.table.columns[column].codes
            keep(edition.worths(column).map { worth in Set(worth.items.map { QueryValue($0) }).sorted() })
        case .ranges(let expression, let bounds):
            let bounds = bounds.filter(\.isFinite).sorted()
            let worked = WorkedOut(try Self.number(expression, resolver), edition)
            codes = worked.codes
            keep(
                worked.worths.map { worth in
                    guard case .number(let number) = worth else { return [.null] }
                    let place = bounds.firstIndex { number < $0 } ?? bounds.count
                    return [
                        .range(
                            from: place > 0 ? bounds[place - 1] : nil, to: place < bounds.count ? bounds[place] : nil)
                    ]
                })
        case .width(let expression, let width):
            guard width > 0, width.isFinite else { throw QueryError("The width of a range is a number above zero.") }
            let worked = WorkedOut(try Self.number(expression, resolver), edition)
            codes = worked.codes
            keep(
                worked.worths.map { worth in
                    guard case .number(let number) = worth else { return [.null] }
                    let start = (number / width).rounded(.down) * width
                    return [.range(from: start, to: start + width)]
                })
        }
    }

    private static func number(_ expression: FilterExpression, _ resolver: Resolver) throws(QueryError) -> Node {
        let value = try resolver.value(expression)
        guard value.kind == .number else { throw QueryError("\(value.name) is \(value.kind.words), not a number.") }
        return value.node
    }

    private mutating func keep(_ lists: [[QueryValue]]) {
        var known: [QueryValue: UInt32] = [:]
        numbers = lists.map { list in
            list.map { value in
                if let number = known[value] { return number }
                let number = UInt32(values.count)
                known[value] = number
                values.append(value)
                return number
            }
        }
        if numbers.allSatisfy({ $0.count == 1 }) { single = numbers.map { $0[0] } }
    }

    /// For each row the number of its only value; nil where rows have several or none.
    func onlyNumbers(_ rows: [Int]) -> [UInt32]? {
        guard let single else { return nil }
        guard let codes else { return rows.map { single[$0] } }
        return rows.map { single[Int(codes[$0])] }
    }

    /// The numbers of the values of a row.
    func numbers(_ row: Int) -> [UInt32] { numbers[codes.map { Int($0[row]) } ?? row] }
}

extension Set<QueryValue> {
    /// In an order that is the same in every run.
    fileprivate func sorted() -> [QueryValue] { sorted { "\($0)" < "\($1)" } }
}
