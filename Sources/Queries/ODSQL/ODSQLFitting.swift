public import Editions
import Schemas

extension FilterExpression {
    /// The same question for the fields of an edition: names are verified, and what was written is taken as the field
    /// that it is compared with holds it: a text as a date or a number, a list as something that contains.
    public func fitted(to edition: Edition, in context: ODSQL.Context) throws(QueryError) -> FilterExpression {
        switch self {
        case .property(let name): return try Self.known(name, edition)
        case .array(let items): return .array(try Self.fitted(items, to: edition, context))
        case .call(let name, let arguments):
            let fitted = try Self.fitted(arguments, to: edition, context)
            if name == "date_format", fitted.count == 2 { return .call(name, fitted + [.text(context.language)]) }
            guard ["=", "<>", "<", "<=", ">", ">=", "in", "between"].contains(name) else { return .call(name, fitted) }
            return try Self.comparison(name, fitted, edition, context)
        default: return self
        }
    }

    private static func fitted(
        _ expressions: [FilterExpression], to edition: Edition, _ context: ODSQL.Context
    ) throws(QueryError) -> [FilterExpression] {
        var fitted: [FilterExpression] = []
        for expression in expressions { fitted.append(try expression.fitted(to: edition, in: context)) }
        return fitted
    }

    private static func known(_ name: String, _ edition: Edition) throws(QueryError) -> FilterExpression {
        if edition.column(of: name) != nil { return .property(name) }
        if ODSQL.positionNames.contains(name.lowercased()) { return .property(edition.nameOfPlace) }
        if ["uid", "recordid", "record_id"].contains(name.lowercased()) { return .property("uid") }
        throw QueryError("Unknown field: \(name)")
    }

    private static func comparison(
        _ name: String, _ sides: [FilterExpression], _ edition: Edition, _ context: ODSQL.Context
    ) throws(QueryError) -> FilterExpression {
        let fields = sides.compactMap { side -> Field? in
            guard case .property(let name) = side else { return nil }
            return edition.schema.field(name)
        }
        guard fields.count == 1, let field = fields.first else { return .call(name, sides) }
        var fitted: [FilterExpression] = []
        for side in sides {
            if case .array(let items) = side {
                var inner: [FilterExpression] = []
                for item in items { inner.append(try item.literal(of: field, context)) }
                fitted.append(.array(inner))
            } else {
                fitted.append(try side.literal(of: field, context))
            }
        }
        return field.isList ? contains(name, fitted) : .call(name, fitted)
    }

    /// A list is equal to a value that it contains.
    private static func contains(_ name: String, _ sides: [FilterExpression]) -> FilterExpression {
        guard sides.count == 2, case .property = sides[0] else { return .call(name, sides) }
        switch (name, sides[1]) {
        case ("=", .null), ("<>", .null): return .call(name, sides)
        case ("=", let value): return .call("a_contains", [sides[0], .array([value])])
        case ("<>", let value): return .call("not", [.call("a_contains", [sides[0], .array([value])])])
        case ("in", .array): return .call("a_overlaps", sides)
        default: return .call(name, sides)
        }
    }

    /// A literal as a field would hold it.
    private func literal(of field: Field, _ context: ODSQL.Context) throws(QueryError) -> FilterExpression {
        if field.isList { return asText }
        switch field.type {
        case .date, .datetime, .yearmonth: return try asDate(context)
        case .number, .integer, .year: return try asNumber()
        case .boolean: return asTruth(field)
        default: return asText
        }
    }

    private func asDate(_ context: ODSQL.Context) throws(QueryError) -> FilterExpression {
        switch self {
        case .text(let text):
            guard let date = ODSQL.date(text, in: context) else { throw QueryError("“\(text.prefix(40))” is no date") }
            return date
        case .number(let number):
            // 2022, or 20220312.
            var digits = (1000...99_991_231).contains(number) ? String(Int(number)) : ""
            if digits.utf8.count == 8 {
                digits = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
            }
            guard let date = ODSQL.date(digits, in: context) else {
                throw QueryError("A number is compared with a date")
            }
            return date
        default: return self
        }
    }

    private func asNumber() throws(QueryError) -> FilterExpression {
        switch self {
        case .text(let text):
            guard let number = Double(text), number.isFinite else {
                throw QueryError("“\(text.prefix(40))” is no number")
            }
            return .number(number)
        case .date(let date):
            return .number(Double(date.prefix(4)) ?? 0)
        default: return self
        }
    }

    private func asTruth(_ field: Field) -> FilterExpression {
        switch self {
        case .text(let text):
            if text.lowercased() == "true" || field.trueValues.contains(text) { return .boolean(true) }
            if text.lowercased() == "false" || field.falseValues.contains(text) { return .boolean(false) }
            return self
        case .number(1): return .boolean(true)
        case .number(0): return .boolean(false)
        default: return self
        }
    }

    private var asText: FilterExpression {
        switch self {
        case .number(let number): .text(Int(exactly: number).map(String.init) ?? String(number))
        case .date(let date), .timestamp(let date): .text(date)
        default: self
        }
    }
}

extension ODSQL {
    /// The names under which the position of a row may be asked for where no field bears them.
    static let positionNames: Set = ["geo_point_2d", "geo_shape", "geometry", "geom", "the_geom", "geo_point"]
}

extension ODSQL {
    /// Whether a name means the position of a row where no field bears it.
    public static func isPosition(_ name: String) -> Bool { positionNames.contains(name.lowercased()) }
}
