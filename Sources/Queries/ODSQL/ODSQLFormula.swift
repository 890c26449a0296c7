/// A value of a group: a measure of its rows, one of its keys, or what is reckoned from those.
public indirect enum ODSQLFormula: Sendable, Hashable {
    /// One of the measures that are asked for.
    case measure(Int)
    /// One of the keys of the group.
    case key(Int)
    case constant(QueryValue)
    /// One of `+ - * /`.
    case operation(String, ODSQLFormula, ODSQLFormula)

    /// What it is worth for a group. What cannot be reckoned is null.
    public func value(of group: Group) -> QueryValue {
        switch self {
        case .measure(let place): return group.measures[place]
        case .key(let place): return group.keys[place]
        case .constant(let value): return value
        case .operation(let sign, let left, let right):
            guard case .number(let one) = left.value(of: group), case .number(let other) = right.value(of: group)
            else { return .null }
            let result =
                switch sign {
                case "+": one + other
                case "-": one - other
                case "*": one * other
                default: one / other
                }
            return result.isFinite ? .number(result) : .null
        }
    }
}

/// The measures that several formulas need, each once.
public struct ODSQLMeasures: Sendable {
    /// The measures.
    public private(set) var measures: [Measure] = []
    private let keys: [ODSQLGrouped]
    private var labels: [String: ODSQLFormula] = [:]

    /// No measure yet. The keys are those of `group_by`, fitted to the edition.
    public init(keys: [ODSQLGrouped]) { self.keys = keys }

    /// Lets a formula be named by a label.
    public mutating func label(_ formula: ODSQLFormula, _ name: String) { labels[name] = formula }

    /// The formula of an expression, which was fitted to the edition but for labels.
    public mutating func formula(of expression: FilterExpression) throws(QueryError) -> ODSQLFormula {
        if let place = keys.firstIndex(where: { $0.key == .value(expression) }) { return .key(place) }
        switch expression {
        case .property(let name):
            if let formula = labels[name] { return formula }
            if let place = keys.firstIndex(where: { $0.name == name }) { return .key(place) }
            throw QueryError("The field \(name) must be in group_by or in an aggregation")
        case .text(let text): return .constant(.text(text))
        case .number(let number): return .constant(.number(number))
        case .boolean(let truth): return .constant(.boolean(truth))
        case .null: return .constant(.null)
        case .call(let sign, let sides) where ["+", "-", "*", "/"].contains(sign) && sides.count == 2:
            return .operation(sign, try formula(of: sides[0]), try formula(of: sides[1]))
        case .call(let name, let arguments):
            guard let measure = try Self.measure(name, arguments) else { fallthrough }
            if let known = measures.firstIndex(of: measure) { return .measure(known) }
            measures.append(measure)
            return .measure(measures.count - 1)
        default: throw QueryError("This is neither an aggregation nor in group_by")
        }
    }

    private static func measure(
        _ name: String, _ arguments: [FilterExpression]
    ) throws(QueryError) -> Measure? {
        guard ODSQL.aggregates.contains(name) else { return nil }
        if name == "count", arguments.isEmpty { return .count }
        guard let first = arguments.first, arguments.count == (name == "percentile" ? 2 : 1) else {
            throw QueryError("Wrong number of arguments for \(name)()")
        }
        switch name {
        case "count": return .countOf(first)
        case "count_distinct": return .countDistinct(first)
        case "sum": return .sum(first)
        case "avg": return .average(first)
        case "min": return .minimum(first)
        case "max": return .maximum(first)
        case "median": return .median(first)
        default:
            guard case .number(let share) = arguments[1], (0...100).contains(share) else {
                throw QueryError("A percentile lies between 0 and 100")
            }
            return .percentile(first, share)
        }
    }
}

extension ODSQL {
    /// The functions that are worked out of many rows.
    static let aggregates: Set = ["count", "count_distinct", "sum", "avg", "min", "max", "median", "percentile"]
}

extension FilterExpression {
    /// Whether it needs many rows: an aggregation, or something reckoned from one.
    public var isAggregate: Bool {
        guard case .call(let name, let arguments) = self else { return false }
        return ODSQL.aggregates.contains(name) || arguments.contains(where: \.isAggregate)
    }
}
