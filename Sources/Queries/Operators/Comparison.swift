import Tables

/// The comparisons, by their CQL2 names.
enum Comparison: String, Sendable {
    case equal = "="
    case different = "<>"
    case below = "<"
    case above = ">"
    case atMost = "<="
    case atLeast = ">="

    /// Whether it holds where one side is below (negative), the same as (zero) or above the other.
    func holds(_ order: Int) -> Bool {
        switch self {
        case .equal: order == 0
        case .different: order != 0
        case .below: order < 0
        case .above: order > 0
        case .atMost: order <= 0
        case .atLeast: order >= 0
        }
    }

    /// The same with its sides exchanged.
    var flipped: Comparison {
        switch self {
        case .below: .above
        case .above: .below
        case .atMost: .atLeast
        case .atLeast: .atMost
        default: self
        }
    }

    /// Whether two values compare so; where one is a list, whether any of its items does. Nil is unknown.
    func holds(_ one: Worth, _ two: Worth) -> Bool? {
        switch (one, two) {
        case (.list(let items), _): Self.any(items) { holds($0, two) }
        case (_, .list(let items)): Self.any(items) { holds(one, $0) }
        default: one.compared(to: two).map(holds)
        }
    }

    /// Kleene's « or ». A list without items is as unknown as an empty value.
    static func any(_ items: [Worth], _ test: (Worth) -> Bool?) -> Bool? {
        var all: Bool? = items.isEmpty ? nil : false
        for item in items {
            switch test(item) {
            case true: return true
            case nil: all = nil
            default: break
            }
        }
        return all
    }
}

extension Resolver {
    /// A comparison of two values.
    func comparison(_ comparison: Comparison, _ sides: [FilterExpression]) throws(QueryError) -> Node {
        guard sides.count == 2 else { throw Self.count(comparison.rawValue, 2, sides.count) }
        var (one, two) = (try value(sides[0]), try value(sides[1]))
        try unify(&one, &two, ordered: comparison != .equal && comparison != .different)
        return try self.comparison(comparison, one, two)
    }

    func comparison(_ comparison: Comparison, _ one: Typed, _ two: Typed) throws(QueryError) -> Node {
        for side in [one, two] where side.kind.base == .shape || side.kind.base == .span {
            throw QueryError("\(side.name) is \(side.kind.words): “\(comparison.rawValue)” cannot compare it.")
        }
        if one.kind.isList || two.kind.isList {
            // « Differs » is the contrary of « is »: no item is the same.
            if comparison == .different {
                return .not(.call({ Worth(Comparison.equal.holds($0[0], $0[1])) }, [one.node, two.node]))
            }
            return .call({ Worth(comparison.holds($0[0], $0[1])) }, [one.node, two.node])
        }
        if case .column(let first) = one.node, case .column(let second) = two.node, one.kind == .text,
            comparison == .equal || comparison == .different
        {
            let test = Node.test(SameTextTest(edition, first, second))
            return comparison == .equal ? test : .not(test)
        }
        if let test = test(comparison, one, two) ?? test(comparison.flipped, two, one) { return .test(test) }
        return .comparison(comparison, one.node, two.node)
    }

    /// The quick way for a column and a constant.
    private func test(_ comparison: Comparison, _ side: Typed, _ other: Typed) -> (any RowTest)? {
        guard let constant = other.node.constant else { return nil }
        switch (side.node, constant) {
        case (.column(let column), .number(let number)) where side.kind == .number:
            return ColumnTest(edition, column, numbers: { $0.comparison(comparison, number) })
        case (.column(let column), .text(let text)) where side.kind == .text:
            switch comparison {
            case .equal: return ColumnTest(edition, column, oneOf: alternatives(to: text, in: side))
            case .different: return ColumnTest(edition, column, oneOf: alternatives(to: text, in: side)).negated
            default:
                let bytes = Array(text.utf8)
                return ColumnTest(edition, column, bytes: { comparison.holds($0.compared(to: bytes)) })
            }
        case (.identifier, .text(let text)) where comparison == .equal: return IdentifierTest(edition, oneOf: [text])
        default: return nil
        }
    }

    /// `a BETWEEN b AND c`.
    func between(_ sides: [FilterExpression]) throws(QueryError) -> Node {
        guard sides.count == 3 else { throw Self.count("between", 3, sides.count) }
        var (one, low, high) = (try value(sides[0]), try value(sides[1]), try value(sides[2]))
        try unify(&one, &low, ordered: true)
        try unify(&one, &high, ordered: true)
        guard one.kind.isList else {
            return .all([try comparison(.atLeast, one, low), try comparison(.atMost, one, high)])
        }
        return .call(
            { worths in
                Worth(
                    Comparison.any(worths[0].items) { item in
                        guard let below = item.compared(to: worths[1]), let above = item.compared(to: worths[2]) else {
                            return nil
                        }
                        return below >= 0 && above <= 0
                    })
            }, [one.node, low.node, high.node])
    }

    /// `a IN (b, c, d)`.
    func membership(_ sides: [FilterExpression]) throws(QueryError) -> Node {
        guard sides.count == 2 else { throw Self.count("in", 2, sides.count) }
        guard case .array(let items) = sides[1] else {
            let list = try value(sides[1])
            guard list.kind.isList else { throw QueryError("What stands behind IN is no list.") }
            return try comparison(.equal, try value(sides[0]), list)
        }
        let one = try value(sides[0])
        var nodes: [Node] = []
        nodes.reserveCapacity(items.count)
        for item in items {
            var (side, item) = (one, try value(item))
            try unify(&side, &item)
            guard item.kind.base != .shape, item.kind.base != .span, side.kind.base != .shape else {
                throw QueryError("\(item.name) cannot stand in a list of values.")
            }
            nodes.append(item.node)
        }
        let constants = nodes.compactMap(\.constant)
        guard constants.count == nodes.count else {
            return .any(nodes.map { node in .call({ Worth(Comparison.equal.holds($0[0], $0[1])) }, [one.node, node]) })
        }
        let set = WorthSet(alternatives(to: constants, in: one))
        switch one.node {
        case .column(let column) where one.kind == .text && set.isPlain:
            return .test(ColumnTest(edition, column, oneOf: set.texts))
        case .column(let column) where one.kind == .number && set.isPlain:
            return .test(ColumnTest(edition, column, numbers: { $0.map { set.numbers.contains($0) } }))
        case .identifier where set.isPlain: return .test(IdentifierTest(edition, oneOf: set.texts))
        default: return .call({ Worth(Comparison.any($0[0].items, set.holds)) }, [one.node])
        }
    }
}

/// Constants that values are looked up in.
struct WorthSet {
    private(set) var texts: Set<String> = []
    private(set) var numbers: Set<Double> = []
    private var others: [Worth] = []
    private var hasUnknown = false

    init(_ worths: [Worth]) {
        for worth in worths {
            switch worth {
            case .text(let text): texts.insert(text)
            case .number(let number): numbers.insert(number)
            case .unknown: hasUnknown = true
            default: others.append(worth)
            }
        }
    }

    /// Whether all of them are texts or numbers.
    var isPlain: Bool { others.isEmpty && !hasUnknown }

    /// Whether a value is one of them; nil is unknown.
    func holds(_ worth: Worth) -> Bool? {
        switch worth {
        case .unknown: return nil
        case .text(let text) where texts.contains(text): return true
        case .number(let number) where numbers.contains(number): return true
        default:
            let other = others.contains { worth.compared(to: $0) == 0 }
            return other ? true : hasUnknown ? nil : false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Below (negative), the same or above, by their bytes.
    func compared(to other: [UInt8]) -> Int {
        if lexicographicallyPrecedes(other) { return -1 }
        return count == other.count && elementsEqual(other) ? 0 : 1
    }
}
