/// How two stretches of time lie to each other (CQL2, *temporal functions*; Allen's relations).
///
/// Where both sides are days or months, days are compared. Where one has instants, a day reaches from its first to its
/// last instant (UTC).
enum TimeRelation: String, Sendable {
    case after = "t_after"
    case before = "t_before"
    case contains = "t_contains"
    case disjoint = "t_disjoint"
    case during = "t_during"
    case equals = "t_equals"
    case finishedBy = "t_finishedBy"
    case finishes = "t_finishes"
    case intersects = "t_intersects"
    case meets = "t_meets"
    case metBy = "t_metBy"
    case overlappedBy = "t_overlappedBy"
    case overlaps = "t_overlaps"
    case startedBy = "t_startedBy"
    case starts = "t_starts"

    /// Whether it holds; nil is unknown.
    func holds(_ one: Worth, _ two: Worth) -> Bool? {
        guard let one = one.span, let two = two.span else { return nil }
        let inDays = !one.hasInstant && !two.hasInstant
        let (start1, end1) = one.bounds(inDays: inDays)
        let (start2, end2) = two.bounds(inDays: inDays)
        return switch self {
        case .after: start1 > end2
        case .before: end1 < start2
        case .contains: start1 < start2 && end1 > end2
        case .disjoint: end1 < start2 || start1 > end2
        case .during: start1 > start2 && end1 < end2
        case .equals: start1 == start2 && end1 == end2
        case .finishedBy: start1 < start2 && end1 == end2
        case .finishes: start1 > start2 && end1 == end2
        case .intersects: end1 >= start2 && start1 <= end2
        case .meets: end1 == start2
        case .metBy: start1 == end2
        case .overlappedBy: start1 > start2 && start1 < end2 && end1 > end2
        case .overlaps: start1 < start2 && end1 > start2 && end1 < end2
        case .startedBy: start1 == start2 && end1 > end2
        case .starts: start1 == start2 && end1 < end2
        }
    }
}

extension Worth {
    fileprivate var span: Span? {
        switch self {
        case .moment(let moment): Span(start: moment, end: moment)
        case .span(let span): span
        default: nil
        }
    }
}

extension Span {
    fileprivate var hasInstant: Bool { start?.grain == .instant || end?.grain == .instant }

    fileprivate func bounds(inDays: Bool) -> (Int64, Int64) {
        let unit = inDays ? Moment.microsecondsPerDay : 1
        return (
            start.map { Moment.floor($0.first, unit) } ?? .min, end.map { Moment.floor($0.last, unit) } ?? .max
        )
    }
}

extension Resolver {
    func relation(_ relation: TimeRelation, _ sides: [FilterExpression]) throws(QueryError) -> Node {
        guard sides.count == 2 else { throw Self.count(relation.rawValue, 2, sides.count) }
        let (one, two) = (try time(sides[0]), try time(sides[1]))
        return .call({ Worth(relation.holds($0[0], $0[1])) }, [one, two])
    }

    private func time(_ expression: FilterExpression) throws(QueryError) -> Node {
        let value = try value(expression)
        guard !value.kind.isList else { throw QueryError("\(value.name) is a list, not a date.") }
        return value.kind.base == .span ? value.node : try coerced(value, to: .moment).node
    }

    /// `INTERVAL(a, b)`. An end that is an empty value makes the whole interval unknown.
    func interval(_ start: FilterExpression, _ end: FilterExpression) throws(QueryError) -> Typed {
        let (start, end) = (try self.end(start), try self.end(end))
        let node: Node
        if let one = start.constant, let two = end.constant {
            func moment(_ worth: Worth) -> Moment? { if case .moment(let moment) = worth { moment } else { nil } }
            node = .constant(.span(Span(start: moment(one), end: moment(two))))
        } else {
            node = .span(start, end)
        }
        return Typed(node: node, kind: .span, name: "the interval")
    }

    private func end(_ expression: FilterExpression) throws(QueryError) -> Node {
        if expression == .text("..") { return .constant(.text("..")) }
        let value = try value(expression)
        guard !value.kind.isList else { throw QueryError("\(value.name) is a list, not a date.") }
        return try coerced(value, to: .moment).node
    }
}
