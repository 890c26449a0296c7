/// How two lists lie to each other (CQL2, *array functions*): as sets, in which neither order nor repetition counts.
enum ListRelation: String, Sendable {
    case equals = "a_equals"
    case contains = "a_contains"
    case containedBy = "a_containedBy"
    case overlaps = "a_overlaps"

    /// Whether it holds; nil is unknown.
    func holds(_ one: Worth, _ two: Worth) -> Bool? {
        if one.isUnknown || two.isUnknown { return nil }
        return switch self {
        case .equals: Self.holds(one, all: two) && Self.holds(two, all: one)
        case .contains: Self.holds(one, all: two)
        case .containedBy: Self.holds(two, all: one)
        case .overlaps:
            if two.items.count > one.items.count { Self.holds(two, anyOf: one) } else { Self.holds(one, anyOf: two) }
        }
    }

    private static func holds(_ list: Worth, all items: Worth) -> Bool {
        let set = WorthSet(list.items)
        return items.items.allSatisfy { set.holds($0) == true }
    }

    private static func holds(_ list: Worth, anyOf items: Worth) -> Bool {
        let set = WorthSet(list.items)
        return items.items.contains { set.holds($0) == true }
    }
}

extension Resolver {
    func relation(_ relation: ListRelation, _ sides: [FilterExpression]) throws(QueryError) -> Node {
        guard sides.count == 2 else { throw Self.count(relation.rawValue, 2, sides.count) }
        var (one, two) = (try value(sides[0]), try value(sides[1]))
        try unify(&one, &two)
        for side in [one, two] where side.kind.base == .shape || side.kind.base == .span {
            throw QueryError("\(side.name) is \(side.kind.words), where a list is expected.")
        }
        // A list that is written in the filter is made a set once.
        if case .list(let items) = two.node.constant {
            let fixed = FixedList(items)
            return .call({ Worth(fixed.holds(relation, $0[0])) }, [one.node])
        }
        if case .list(let items) = one.node.constant {
            let fixed = FixedList(items)
            return .call({ Worth(fixed.holds(relation.flipped, $0[0])) }, [two.node])
        }
        return .call({ Worth(relation.holds($0[0], $0[1])) }, [one.node, two.node])
    }
}

extension ListRelation {
    fileprivate var flipped: ListRelation {
        switch self {
        case .contains: .containedBy
        case .containedBy: .contains
        default: self
        }
    }
}

/// A list that many others are compared with.
private struct FixedList {
    private let set: WorthSet
    private let items: [Worth]

    init(_ worths: [Worth]) {
        set = WorthSet(worths)
        items = WorthSet.distinct(worths)
    }

    func holds(_ relation: ListRelation, _ other: Worth) -> Bool? {
        if other.isUnknown { return nil }
        let others = other.items
        let areWithin = { others.allSatisfy { set.holds($0) == true } }
        // A list cannot hold more different items than it has.
        let holdAll = {
            items.count <= others.count && ListRelation.contains.holds(.list(others), .list(items)) == true
        }
        return switch relation {
        case .equals: areWithin() && holdAll()
        case .contains: holdAll()
        case .containedBy: areWithin()
        case .overlaps: others.contains { set.holds($0) == true }
        }
    }
}

extension WorthSet {
    /// Each different value once.
    static func distinct(_ worths: [Worth]) -> [Worth] {
        var seen: Set<Key> = []
        return worths.filter { seen.insert(Key($0)).inserted }
    }

    private enum Key: Hashable {
        case text(String), number(Double), boolean(Bool), moment(Moment), other

        init(_ worth: Worth) {
            switch worth {
            case .text(let text): self = .text(text)
            case .number(let number): self = .number(number)
            case .boolean(let truth): self = .boolean(truth)
            case .moment(let moment): self = .moment(moment)
            default: self = .other
            }
        }
    }
}
