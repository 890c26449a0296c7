extension TextReader {
    /// `a OR b OR c`.
    mutating func disjunction() throws(QueryError) -> FilterExpression {
        var parts = [try conjunction()]
        while take(word: "or") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .call("or", parts)
    }

    /// `a AND b AND c`.
    private mutating func conjunction() throws(QueryError) -> FilterExpression {
        var parts = [try factor()]
        while take(word: "and") { parts.append(try factor()) }
        return parts.count == 1 ? parts[0] : .call("and", parts)
    }

    /// `NOT a`, or a predicate.
    private mutating func factor() throws(QueryError) -> FilterExpression {
        guard take(word: "not") else { return try predicate() }
        return try deeper { (reader) throws(QueryError) in .call("not", [try reader.factor()]) }
    }

    /// A comparison, or a value that stands alone.
    private mutating func predicate() throws(QueryError) -> FilterExpression {
        let left = try sum()
        if let name = takeComparison() { return .call(name, [left, try sum()]) }
        if take(word: "is") {
            let negated = take(word: "not")
            guard take(word: "null") else { throw unexpected("NULL") }
            return Self.negate(.call("isNull", [left]), if: negated)
        }
        let beforeNot = position
        let negated = take(word: "not")
        switch nextWord() {
        case "like":
            _ = take(word: "like")
            return Self.negate(.call("like", [left, try sum()]), if: negated)
        case "between":
            _ = take(word: "between")
            let low = try sum()
            guard take(word: "and") else { throw unexpected("AND") }
            return Self.negate(.call("between", [left, low, try sum()]), if: negated)
        case "in":
            _ = take(word: "in")
            return Self.negate(.call("in", [left, try items(atLeast: 1)]), if: negated)
        default:
            if negated {
                position = beforeNot
                throw unexpected()
            }
            return left
        }
    }

    private mutating func takeComparison() -> String? {
        guard let first = next() else { return nil }
        let second = position + 1 < bytes.count ? bytes[position + 1] : 0
        let name: String
        switch (first, second) {
        case (0x3C, 0x3E), (0x21, 0x3D): name = "<>"
        case (0x3C, 0x3D): name = "<="
        case (0x3E, 0x3D): name = ">="
        case (0x3C, _): name = "<"
        case (0x3E, _): name = ">"
        case (0x3D, _): name = "="
        default: return nil
        }
        position += name.utf8.count
        return name
    }

    /// `(a, b, c)`.
    mutating func items(atLeast least: Int) throws(QueryError) -> FilterExpression {
        try expect("(")
        let items = try deeper { (reader) throws(QueryError) in try reader.arguments() }
        guard items.count >= least else { throw QueryError("The list is empty.", at: position) }
        return .array(items)
    }

    /// What stands between the opening bracket, which is taken, and the closing one.
    mutating func arguments() throws(QueryError) -> [FilterExpression] {
        if take(")") { return [] }
        var items: [FilterExpression] = []
        repeat { items.append(try disjunction()) } while take(",")
        try expect(")")
        return items
    }

    private static func negate(_ expression: FilterExpression, if negated: Bool) -> FilterExpression {
        negated ? .call("not", [expression]) : expression
    }
}
