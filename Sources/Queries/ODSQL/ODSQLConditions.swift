/// Conditions: `or`, then `and`, then `not`, then comparisons.
extension ODSQLParser {
    /// A condition on a row.
    mutating func condition() throws(QueryError) -> FilterExpression {
        let start = position
        return try truth(of: expression(), at: start)
    }

    /// A condition or a value.
    mutating func expression() throws(QueryError) -> FilterExpression {
        try joined("or") { (parser) throws(QueryError) in
            try parser.joined("and") { (parser) throws(QueryError) in try parser.negation() }
        }
    }

    private mutating func joined(
        _ keyword: String, _ part: (inout ODSQLParser) throws(QueryError) -> FilterExpression
    ) throws(QueryError) -> FilterExpression {
        let start = position
        let first = try part(&self)
        guard isNext(keyword) else { return first }
        var parts = [try truth(of: first, at: start)]
        while take(keyword: keyword) {
            let start = position
            parts.append(try truth(of: part(&self), at: start))
        }
        return .call(keyword, parts)
    }

    private mutating func negation() throws(QueryError) -> FilterExpression {
        guard take(keyword: "not") else { return try comparison() }
        let start = position
        let negated = try nested { (parser) throws(QueryError) in try parser.negation() }
        return .call("not", [try truth(of: negated, at: start)])
    }

    /// What a value means as a condition: a text is searched for, a field must be true.
    private func truth(of expression: FilterExpression, at start: Int) throws(QueryError) -> FilterExpression {
        switch expression {
        case .text(let words): return .call("search", [.text(words)])
        case .property: return .call("=", [expression, .boolean(true)])
        case .boolean: return expression
        case .call(let name, _) where ODSQL.conditions.contains(name): return expression
        default: throw QueryError("This is a value and not a condition", at: start)
        }
    }

    private mutating func comparison() throws(QueryError) -> FilterExpression {
        let left = try sum()
        if case .sign(let sign) = token.kind, let name = ODSQL.comparisons[sign] {
            advance()
            if sign == ":", isInterval { return try interval(left) }
            return .call(name, [left, try sum()])
        }
        let negated = isNext("not") && isComparison(following)
        if negated { advance() }
        guard let found = try worded(left) else { return left }
        return negated ? .call("not", [found]) : found
    }

    private func isComparison(_ kind: ODSQLToken.Kind) -> Bool {
        guard case .word(let word) = kind else { return false }
        return ["like", "in", "between"].contains(word.lowercased())
    }

    /// `like`, `in`, `between` and `is`.
    private mutating func worded(_ left: FilterExpression) throws(QueryError) -> FilterExpression? {
        if take(keyword: "like") { return .call("search", [left, .text(try expectText())]) }
        if take(keyword: "between") {
            let lower = try sum()
            guard take(keyword: "and") else { throw unexpected("“and” is expected between the bounds") }
            return .call("between", [left, lower, try sum()])
        }
        if take(keyword: "in") { return try isInterval ? interval(left) : oneOf(left) }
        guard take(keyword: "is") else { return nil }
        let negated = take(keyword: "not")
        let found: FilterExpression
        if take(keyword: "null") {
            found = .call("isNull", [left])
        } else if take(keyword: "true") {
            found = .call("=", [left, .boolean(true)])
        } else if take(keyword: "false") {
            found = .call("=", [left, .boolean(false)])
        } else {
            throw unexpected("“null”, “true” or “false” is expected")
        }
        return negated ? .call("not", [found]) : found
    }

    private var isInterval: Bool { token.kind == .sign("[") || token.kind == .sign("]") }

    /// `('a', 'b')`, or a field that holds several values.
    private mutating func oneOf(_ left: FilterExpression) throws(QueryError) -> FilterExpression {
        guard take("(") else { return .call("=", [.property(try expectField()), left]) }
        var values = [try sum()]
        while take(",") { values.append(try sum()) }
        try expect(")")
        return .call("in", [left, .array(values)])
    }

    /// `[1..10]`; a bracket that opens outwards leaves its bound out.
    private mutating func interval(_ left: FilterExpression) throws(QueryError) -> FilterExpression {
        let lower = take("[") ? ">=" : ">"
        if lower == ">" { advance() }
        let least = try sum()
        guard take("..") || take(keyword: "to") else { throw unexpected("“..” is expected between the bounds") }
        let greatest = try sum()
        let upper = take("]") ? "<=" : "<"
        if upper == "<" { try expect("[") }
        return .call("and", [.call(lower, [left, least]), .call(upper, [left, greatest])])
    }
}

extension ODSQL {
    /// The operators that compare, by their CQL2 names.
    static let comparisons = [
        "=": "=", ":": "=", "!=": "<>", "<>": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">=",
    ]

    /// What is true or false of a row.
    static let conditions: Set = [
        "and", "or", "not", "=", "<>", "<", "<=", ">", ">=", "between", "in", "isNull", "search", "startswith",
        "within_distance", "s_intersects", "s_within", "s_disjoint", "a_contains", "a_overlaps",
    ]
}
