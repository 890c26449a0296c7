import Catalog
import Foundation
import Tables

/// Calls of functions. Those that CQL2 has too become what CQL2 calls them.
extension ODSQLParser {
    /// A function by its name in small letters, which comes next, with its arguments.
    mutating func call(_ name: String) throws(QueryError) -> FilterExpression {
        let start = position
        advance()
        try expect("(")
        let made = try nested { (parser) throws(QueryError) in try parser.arguments(of: name, at: start) }
        try expect(")")
        return made
    }

    private mutating func arguments(of name: String, at start: Int) throws(QueryError) -> FilterExpression {
        switch name {
        case "search", "suggest": return try search(isSuggestion: name == "suggest")
        case "startswith":
            let field = try sum()
            try expect(",")
            return .call("startswith", [field, .text(try expectText())])
        case "within_distance": return try withinDistance()
        case "distance": return try distance()
        case "in_bbox": return try box()
        case "bbox": return try corners()
        case "within", "polygon": return try relation("s_within")
        case "intersects": return try relation("s_intersects")
        case "disjoint": return try relation("s_disjoint")
        case "geometry": return try namedRelation()
        case "now": return try moment()
        case "count":
            if take("*") { return .call("count", []) }
            if take(keyword: "distinct") { return .call("count_distinct", [try sum()]) }
            return .call("count", [try sum()])
        default: return .call(name, try values())
        }
    }

    /// Values with commas between them, none before a bracket that closes.
    private mutating func values() throws(QueryError) -> [FilterExpression] {
        guard token.kind != .sign(")") else { return [] }
        var values = [try sum()]
        while take(",") { values.append(try sum()) }
        return values
    }

    /// `search("words")`, `search(field, "words")`, with several fields too.
    private mutating func search(isSuggestion: Bool) throws(QueryError) -> FilterExpression {
        var fields: [FilterExpression] = []
        while true {
            if case .text(let text) = token.kind {
                advance()
                let words = isSuggestion && !text.hasSuffix("*") ? text + "*" : text
                guard !fields.isEmpty else { return .call("search", [.text(words)]) }
                let found = fields.map { FilterExpression.call("search", [$0, .text(words)]) }
                return found.count == 1 ? found[0] : .call("or", found)
            }
            if take("*") {
                fields = []
            } else {
                fields.append(.property(try expectField()))
            }
            try expect(",")
        }
    }

    /// `(field, geom'POINT(4.8 45.7)', 1km)`
    private mutating func withinDistance() throws(QueryError) -> FilterExpression {
        let field = try sum()
        try expect(",")
        let shape = try sum()
        try expect(",")
        return .call("within_distance", [field, shape, .number(try metres())])
    }

    /// How far a field is from a shape; with a distance behind, whether it is that near (as the API had it before).
    private mutating func distance() throws(QueryError) -> FilterExpression {
        let field = try sum()
        try expect(",")
        let shape = try sum()
        guard take(",") else { return .call("distance", [field, shape]) }
        return .call("within_distance", [field, shape, .number(try metres())])
    }

    /// A distance with its unit, metres where there is none.
    private mutating func metres() throws(QueryError) -> Double {
        let number = try expectNumber()
        guard case .word(let word) = token.kind else { return number }
        guard let unit = ODSQL.units[word.lowercased()] else {
            throw unexpected("a unit is expected: m, km, cm, mm, mi, yd or ft")
        }
        advance()
        return number * unit
    }

    /// `(field, lat1, lon1, lat2, lon2)`
    private mutating func box() throws(QueryError) -> FilterExpression {
        let field = try sum()
        var sides: [Double] = []
        for _ in 0..<4 {
            try expect(",")
            sides.append(try expectNumber())
        }
        let box = Extent(
            west: min(sides[1], sides[3]), south: min(sides[0], sides[2]), east: max(sides[1], sides[3]),
            north: max(sides[0], sides[2]))
        return .call("s_intersects", [field, .box(box)])
    }

    /// `(field, geom'POINT(…)', geom'POINT(…)')`
    private mutating func corners() throws(QueryError) -> FilterExpression {
        let field = try sum()
        var points: [FilterExpression] = []
        for _ in 0..<2 {
            try expect(",")
            points.append(try sum())
        }
        guard case .geometry(.point(let one)) = points[0], case .geometry(.point(let other)) = points[1] else {
            throw unexpected("the corners must be points")
        }
        let box = Extent(
            west: min(one.longitude, other.longitude), south: min(one.latitude, other.latitude),
            east: max(one.longitude, other.longitude), north: max(one.latitude, other.latitude))
        return .call("s_intersects", [field, .box(box)])
    }

    private mutating func relation(_ name: String) throws(QueryError) -> FilterExpression {
        let field = try sum()
        try expect(",")
        return .call(name, [field, try sum()])
    }

    /// `(field, geom'…', WITHIN)`
    private mutating func namedRelation() throws(QueryError) -> FilterExpression {
        let field = try sum()
        try expect(",")
        let shape = try sum()
        try expect(",")
        if take(keyword: "within") { return .call("s_within", [field, shape]) }
        if take(keyword: "disjoint") { return .call("s_disjoint", [field, shape]) }
        if take(keyword: "intersects") || take(keyword: "intersect") { return .call("s_intersects", [field, shape]) }
        throw unexpected("“within”, “intersects” or “disjoint” is expected")
    }

    /// `now()`, `now(days=-7, hours=-1)`
    private mutating func moment() throws(QueryError) -> FilterExpression {
        var date = context.now
        while case .word(let word) = token.kind {
            guard let step = ODSQL.steps[word.lowercased()] else {
                throw unexpected("a step is expected: years, months, weeks, days, hours, minutes or seconds")
            }
            advance()
            try expect("=")
            let (number, start) = (try expectNumber(), position)
            guard let whole = Int(exactly: number), abs(whole) <= 1_000_000,
                let moved = ODSQL.calendar(context).date(byAdding: step, value: whole, to: date)
            else { throw QueryError("The step is too large, or not whole", at: start) }
            date = moved
            guard take(",") else { break }
        }
        return .timestamp(ODSQL.instant(date))
    }
}

extension ODSQL {
    /// Metres in a unit.
    static let units = [
        "m": 1, "km": 1000, "cm": 0.01, "mm": 0.001, "mi": 1609.344, "yd": 0.9144, "ft": 0.3048,
    ]

    static let steps: [String: Calendar.Component] = [
        "years": .year, "months": .month, "weeks": .weekOfYear, "days": .day, "hours": .hour, "minutes": .minute,
        "seconds": .second,
    ]
}
