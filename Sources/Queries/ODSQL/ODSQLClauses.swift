/// What a `select` clause asks for.
public enum ODSQLSelected: Sendable, Hashable {
    /// `*`
    case all
    /// `include(pop*)`: fields of a name; a star at the end stands for anything.
    case include(String)
    /// `exclude(pop*)`
    case exclude(String)
    /// A value of each row or of each group, under a name: its label, or how it was written.
    case value(FilterExpression, name: String)
}

/// One key of a `group_by` clause.
public struct ODSQLGrouped: Sendable, Hashable {
    /// What the rows of a group have in common.
    public enum Key: Sendable, Hashable {
        /// A field, or a function of one.
        case value(FilterExpression)
        /// Ranges between numbers or dates. Nil stands at an end that is open: what lies beyond is a range too.
        case ranges(FilterExpression, bounds: [FilterExpression?])
        /// Ranges of one width.
        case width(FilterExpression, Double)
        /// Ranges of time (`1 day`): how many, and the unit in the singular.
        case span(FilterExpression, Int, unit: String)
    }

    /// What the rows of a group have in common.
    public var key: Key
    /// Under which name it is given: its label, or how it was written.
    public var name: String
}

/// One key of an `order_by` clause.
public struct ODSQLOrdered: Sendable, Hashable {
    /// What is compared: a field, a label, a value, an aggregate.
    public var value: FilterExpression
    /// How it was written.
    public var name: String
    /// Whether the greatest comes first.
    public var descending: Bool
}

extension ODSQLParser {
    /// One item of a `select` clause.
    mutating func selected() throws(QueryError) -> ODSQLSelected {
        if take("*") { return .all }
        let isInclude = isNext("include")
        if isInclude || isNext("exclude"), following == .sign("(") {
            advance()
            try expect("(")
            var pattern = try expectField()
            if take("*") { pattern += "*" }
            try expect(")")
            return isInclude ? .include(pattern) : .exclude(pattern)
        }
        let start = position
        let value = try expression()
        let name = plainName(of: value, since: start)
        return .value(value, name: try alias() ?? name)
    }

    /// One item of an `order_by` clause.
    mutating func ordered() throws(QueryError) -> ODSQLOrdered {
        let start = position
        let value = try sum()
        let name = plainName(of: value, since: start)
        guard value.differs else { throw QueryError("A constant puts nothing in order", at: start) }
        let descending = take(keyword: "desc")
        if !descending { _ = take(keyword: "asc") }
        return ODSQLOrdered(value: value, name: name, descending: descending)
    }

    /// One item of a `group_by` clause.
    mutating func grouped() throws(QueryError) -> ODSQLGrouped {
        let start = position
        let key: ODSQLGrouped.Key
        if isNext("range"), following == .sign("(") {
            advance()
            try expect("(")
            key = try range()
            try expect(")")
        } else {
            let value = try sum()
            guard value.differs else { throw QueryError("A constant makes no groups", at: start) }
            key = .value(value)
        }
        let written = written(since: start)
        if case .value(.property(let name)) = key { return ODSQLGrouped(key: key, name: try alias() ?? name) }
        return ODSQLGrouped(key: key, name: try alias() ?? written)
    }

    /// A field goes by its name, anything else by what was written.
    private func plainName(of value: FilterExpression, since start: Int) -> String {
        if case .property(let name) = value { return name }
        return written(since: start)
    }

    /// `(field, 5)`, `(field, 1 day)`, `(field, *, 10, 50, *)`, and with brackets as it was once written
    private mutating func range() throws(QueryError) -> ODSQLGrouped.Key {
        let field = FilterExpression.property(try expectField())
        try expect(",")
        if token.kind == .sign("[") || token.kind == .sign("]") { return .ranges(field, bounds: try bounds()) }
        let start = position
        var steps = [try step()]
        if case .number(let count) = steps[0], case .word(let word) = token.kind {
            guard let unit = ODSQL.unit(word), let count = Int(exactly: count), (1...1_000_000).contains(count) else {
                throw unexpected("a unit of time is expected: second, minute, hour, day, week, month, quarter or year")
            }
            advance()
            return .span(field, count, unit: unit)
        }
        while take(",") { steps.append(try step()) }
        guard steps.count <= 1000 else { throw QueryError("At most 1000 bounds are expected", at: start) }
        guard steps.count == 1 else { return .ranges(field, bounds: steps) }
        guard case .number(let width) = steps[0], width > 0 else {
            throw QueryError("The width of a range must be a number above zero", at: start)
        }
        return .width(field, width)
    }

    /// A bound, or a star for no bound.
    private mutating func step() throws(QueryError) -> FilterExpression? { take("*") ? nil : try sum() }

    /// `]10, 50, 100[`: a bracket that opens outwards leaves its end open.
    private mutating func bounds() throws(QueryError) -> [FilterExpression?] {
        var bounds: [FilterExpression?] = []
        if take("]") { bounds.append(nil) } else { try expect("[") }
        repeat {
            bounds.append(try step())
        } while take(",")
        if take("[") { bounds.append(nil) } else { try expect("]") }
        guard bounds.count <= 1000 else { throw unexpected("at most 1000 bounds are expected") }
        return bounds
    }
}

extension FilterExpression {
    /// Whether it may differ from row to row, or from group to group.
    fileprivate var differs: Bool {
        if case .call("random", _) = self { return true }
        return isAggregate || !properties.isEmpty
    }
}

extension ODSQL {
    /// Whether `include(pattern)` means a name: a star at the end stands for anything.
    public static func matches(_ name: String, _ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
    }

    /// A unit of time in the singular; nil if the word is none. `M` is a month and `m` a minute.
    static func unit(_ word: String) -> String? {
        if let short = [
            "s": "second", "m": "minute", "h": "hour", "d": "day", "w": "week", "M": "month", "q": "quarter",
            "y": "year",
        ][word] {
            return short
        }
        let lower = word.lowercased()
        let singular = lower.hasSuffix("s") ? String(lower.dropLast()) : lower
        return ["second", "minute", "hour", "day", "week", "month", "quarter", "year"].contains(singular)
            ? singular : nil
    }
}
