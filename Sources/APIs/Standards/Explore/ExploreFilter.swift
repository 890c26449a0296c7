import Editions
import Queries
import Schemas

/// The rows that a question means: its conditions, and what it refines and excludes.
extension ExploreQuestion {
    /// The condition on the rows of an edition; nil asks for all.
    func filter(of edition: Edition) throws(ExploreError) -> FilterExpression? {
        var parts: [FilterExpression] = []
        for condition in conditions {
            do { parts.append(try condition.fitted(to: edition, in: context)) } catch {
                throw .clause("where", error)
            }
        }
        parts += try refined(refinements, "refine", edition)
        parts += try refined(exclusions, "exclude", edition).map { .call("not", [.call("and", [$0, Self.known($0)])]) }
        switch parts.count {
        case 0: return nil
        case 1: return parts[0]
        default: return .call("and", parts)
        }
    }

    /// One condition a field: several values of one field are alternatives.
    private func refined(
        _ facets: [(field: String, value: String)], _ clause: String, _ edition: Edition
    ) throws(ExploreError) -> [FilterExpression] {
        var names: [String] = []
        var byField: [String: [FilterExpression]] = [:]
        for facet in facets {
            guard let field = edition.schema.field(facet.field), edition.column(named: facet.field) != nil else {
                throw .clause(clause, QueryError("Unknown field: \(facet.field.prefix(100))"))
            }
            if byField[facet.field] == nil { names.append(facet.field) }
            byField[facet.field, default: []].append(try Self.condition(field, facet.value, clause))
        }
        return names.compactMap { name in
            guard let conditions = byField[name], let first = conditions.first else { return nil }
            return conditions.count == 1 ? first : .call("or", conditions)
        }
    }

    /// What depends on an empty value is neither true nor false, so that its negation would not keep the row.
    private static func known(_ condition: FilterExpression) -> FilterExpression {
        guard let property = condition.firstProperty else { return .boolean(true) }
        return .call("not", [.call("isNull", [property])])
    }

    private static func condition(
        _ field: Field, _ value: String, _ clause: String
    ) throws(ExploreError) -> FilterExpression {
        let property = FilterExpression.property(field.name)
        if field.isList { return .call("a_contains", [property, .array([.text(value)])]) }
        switch field.type {
        case .date, .datetime: return try period(property, value, field, clause)
        case .number, .integer, .year:
            guard let number = Double(value), number.isFinite else { return .boolean(false) }
            return .call("=", [property, .number(number)])
        case .boolean:
            if value.lowercased() == "true" || field.trueValues.contains(value) {
                return .call("=", [property, .boolean(true)])
            }
            if value.lowercased() == "false" || field.falseValues.contains(value) {
                return .call("=", [property, .boolean(false)])
            }
            return .boolean(false)
        default: return .call("=", [property, .text(value)])
        }
    }

    /// `2023`, `2023/05`, `2023/05/02`: from its first day up to the day after its last.
    private static func period(
        _ property: FilterExpression, _ value: String, _ field: Field, _ clause: String
    ) throws(ExploreError) -> FilterExpression {
        var parts = value.split(whereSeparator: { $0 == "/" || $0 == "-" }).compactMap { Int($0) }
        let count = parts.count
        guard (1...3).contains(count), (1...9998).contains(parts[0]),
            parts.dropFirst().allSatisfy({ (1...31).contains($0) })
        else { throw .parameter(clause, value, expected: "a year, a month or a day (2023, 2023/05, 2023/05/02)") }
        while parts.count < 3 { parts.append(1) }
        let first = date(parts, field)
        if count == 3 {
            guard field.type == .datetime else { return .call("=", [property, first]) }
            let last = FilterExpression.timestamp("\(written(parts))T23:59:59.999999Z")
            return .call("and", [.call(">=", [property, first]), .call("<=", [property, last])])
        }
        var next = parts
        next[count - 1] += 1
        if next[1] > 12 { next = [next[0] + 1, 1, 1] }
        return .call("and", [.call(">=", [property, first]), .call("<", [property, date(next, field)])])
    }

    private static func date(_ parts: [Int], _ field: Field) -> FilterExpression {
        field.type == .date ? .date(written(parts)) : .timestamp("\(written(parts))T00:00:00Z")
    }

    private static func written(_ parts: [Int]) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(parts[0], 4))-\(padded(parts[1], 2))-\(padded(parts[2], 2))"
    }
}

extension FilterExpression {
    /// The first property that stands in it.
    fileprivate var firstProperty: FilterExpression? {
        switch self {
        case .property: self
        case .call(_, let arguments): arguments.lazy.compactMap(\.firstProperty).first
        default: nil
        }
    }
}
