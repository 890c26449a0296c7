import Editions
import Schemas
import Tables

/// What rows are sorted by: for each value its rank among the others.
struct RowOrder: Sendable {
    /// For each row the number of its value; nil where each row is its own.
    let codes: [UInt32]?
    /// For each value its rank; the same for what counts as the same. Unknown is ``last``.
    let ranks: [UInt32]
    /// How many different ranks there are, beside unknown.
    let count: Int
    static let last = UInt32.max

    /// The rank of a row, seen from above where it is descending. Unknown comes last in both directions.
    @inline(__always)
    func rank(_ row: Int, descending: Bool) -> UInt32 {
        let rank = ranks[codes.map { Int($0[row]) } ?? row]
        return descending && rank != Self.last ? UInt32(count) - 1 - rank : rank
    }

    /// Ranks of values by keys of which equal ones are the same; nil is unknown.
    init<Key>(codes: [UInt32]?, keys: [Key?], by precedes: (Key, Key) -> Bool, areSame: (Key, Key) -> Bool) {
        let known = keys.indices.filter { keys[$0] != nil }.sorted { one, two in
            guard let one = keys[one], let two = keys[two] else { return false }
            return precedes(one, two)
        }
        var ranks = [UInt32](repeating: Self.last, count: keys.count)
        var rank: UInt32 = 0
        var previous: Key?
        for place in known {
            guard let key = keys[place] else { continue }
            if let previous, !areSame(previous, key) { rank += 1 }
            ranks[place] = rank
            previous = key
        }
        self.codes = codes
        self.ranks = ranks
        count = known.isEmpty ? 0 : Int(rank) + 1
    }

    init(codes: [UInt32]?, numbers: [Double]) {
        self.init(codes: codes, keys: numbers.map { $0.isNaN ? nil : $0 }, by: <, areSame: ==)
    }

    /// Texts as French dictionaries have them: letters first, then accents and capitals decide.
    init(codes: [UInt32]?, texts: [String]) {
        (ranks, count) = DictionaryOrder(texts).ranks
        self.codes = codes
    }

    init(codes: [UInt32]?, order: DictionaryOrder) {
        (ranks, count) = order.ranks
        self.codes = codes
    }

    init(codes: [UInt32]?, worths: [Worth]) {
        let isText = worths.contains { if case .text = $0 { true } else { false } }
        if isText {
            self.init(codes: codes, texts: worths.map { if case .text(let text) = $0 { text } else { "" } })
        } else {
            self.init(
                codes: codes, keys: worths.map { $0.isUnknown ? nil : $0 }, by: { ($0.compared(to: $1) ?? 0) < 0 },
                areSame: { $0.compared(to: $1) == 0 })
        }
    }
}

extension Edition {
    /// What rows are sorted by for an expression. Those of columns are kept.
    func order(by expression: FilterExpression) throws(QueryError) -> RowOrder {
        let value = try Resolver(self).value(expression)
        guard value.kind.base != .shape, value.kind.base != .span else {
            throw QueryError("\(value.name) is \(value.kind.words): it has no order.")
        }
        switch value.node {
        case .column(let column):
            return workings.orders(.property(table.fields[column])) {
                let cells = table.columns[column]
                if value.kind == .number { return RowOrder(codes: cells.codes, numbers: numbers(column)) }
                if value.kind.base == .text { return RowOrder(codes: cells.codes, order: DictionaryOrder(cells)) }
                return RowOrder(codes: cells.codes, worths: worths(column).map { $0.items.first ?? .unknown })
            }
        case .identifier:
            return workings.orders(.property(Self.nameOfIdentifier)) { RowOrder(codes: nil, texts: uids) }
        default: return WorkedOut(value.node, self).order
        }
    }
}
