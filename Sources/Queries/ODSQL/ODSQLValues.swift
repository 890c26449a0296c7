import Tables

/// Values: sums, products, literals, fields, and calls of functions.
extension ODSQLParser {
    /// A value.
    mutating func sum() throws(QueryError) -> FilterExpression {
        try chain(["+", "-"]) { (parser) throws(QueryError) in
            try parser.chain(["*", "/"]) { (parser) throws(QueryError) in try parser.factor() }
        }
    }

    /// Operators of one strength, from the left. Each makes the expression deeper, like a bracket.
    private mutating func chain(
        _ signs: [String], _ part: (inout ODSQLParser) throws(QueryError) -> FilterExpression
    ) throws(QueryError) -> FilterExpression {
        var value = try part(&self)
        let before = depth
        defer { depth = before }
        while case .sign(let sign) = token.kind, signs.contains(sign) {
            guard depth < Self.deepest else { throw QueryError("Too many operators in one value", at: position) }
            depth += 1
            advance()
            value = .call(sign, [value, try part(&self)])
        }
        return value
    }

    private mutating func factor() throws(QueryError) -> FilterExpression {
        if take("-") {
            let value = try nested { (parser) throws(QueryError) in try parser.factor() }
            if case .number(let number) = value { return .number(-number) }
            return .call("-", [.number(0), value])
        }
        if take("(") {
            let value = try nested { (parser) throws(QueryError) in try parser.expression() }
            try expect(")")
            return value
        }
        return try atom()
    }

    private mutating func atom() throws(QueryError) -> FilterExpression {
        switch token.kind {
        case .text(let text):
            advance()
            return .text(text)
        case .number(let number):
            advance()
            return .number(number)
        case .name(let name):
            advance()
            return .property(name)
        case .word(let word): return try named(word)
        case .sign, .end: throw unexpected("a value is expected")
        }
    }

    private mutating func named(_ word: String) throws(QueryError) -> FilterExpression {
        let lower = word.lowercased()
        switch (lower, following) {
        case ("date", .text), ("geom", .text):
            let start = position
            advance()
            let text = try expectText()
            return try lower == "date" ? ODSQL.date(text, at: start, in: context) : ODSQL.geometry(text, at: start)
        case (_, .sign("(")): return try call(lower)
        case ("true", _), ("false", _):
            advance()
            return .boolean(lower == "true")
        case ("null", _):
            advance()
            return .null
        case let (keyword, _) where ODSQL.keywords.contains(keyword): throw unexpected("a value is expected")
        default:
            advance()
            return .property(word)
        }
    }
}

extension ODSQL {
    /// Words that cannot be the name of a field unless back-quotes enclose them.
    static let keywords: Set = [
        "and", "as", "asc", "by", "desc", "group", "in", "is", "like", "limit", "not", "or", "select", "where",
        "between",
    ]

    /// A shape, from well-known text or a GeoJSON geometry.
    static func geometry(_ text: String, at start: Int) throws(QueryError) -> FilterExpression {
        if text.utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
            guard let shape = Geometry(geoJSON: text) else {
                throw QueryError("The GeoJSON geometry cannot be read", at: start)
            }
            return .geometry(shape)
        }
        // CQL2 writes shapes as well-known text too: its reader is asked.
        guard case .call("s_intersects", let sides)? = try? CQL2.text("S_INTERSECTS(geometry,\(text))"),
            sides.count == 2
        else { throw QueryError("The geometry is neither well-known text nor GeoJSON", at: start) }
        switch sides[1] {
        case .geometry, .geometryCollection: return sides[1]
        default: throw QueryError("The geometry is neither well-known text nor GeoJSON", at: start)
        }
    }
}
