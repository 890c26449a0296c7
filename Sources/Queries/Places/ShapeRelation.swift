import CGEOS
import Tables

/// How two shapes lie to each other (CQL2, *spatial functions*; the relations of the dimensionally extended
/// nine-intersection model, OGC 06-103r4).
enum ShapeRelation: String, Sendable {
    case intersects = "s_intersects"
    case equals = "s_equals"
    case disjoint = "s_disjoint"
    case touches = "s_touches"
    case within = "s_within"
    case overlaps = "s_overlaps"
    case crosses = "s_crosses"
    case contains = "s_contains"

    /// The same with its sides exchanged.
    var flipped: ShapeRelation {
        switch self {
        case .within: .contains
        case .contains: .within
        default: self
        }
    }

    /// Whether a point has it with a surface.
    func holds(_ place: PlaceInSurface) -> Bool {
        switch self {
        case .intersects: place != .outside
        case .disjoint: place == .outside
        case .touches: place == .border
        case .within: place == .inside
        case .equals, .overlaps, .crosses, .contains: false
        }
    }
}

/// Where a point is, seen from a surface.
enum PlaceInSurface {
    case inside, border, outside
}

extension Resolver {
    func relation(_ relation: ShapeRelation, _ sides: [FilterExpression]) throws(QueryError) -> Node {
        guard sides.count == 2 else { throw Self.count(relation.rawValue, 2, sides.count) }
        let (one, two) = (try shape(sides[0]), try shape(sides[1]))
        switch (one, two) {
        case (.place, .constant(.shape(let parts))): return .test(PlaceTest(edition, relation, Figure(parts, geos)))
        case (.constant(.shape(let parts)), .place):
            return .test(PlaceTest(edition, relation.flipped, Figure(parts, geos)))
        default: break
        }
        let geos = geos
        func holds(_ one: Worth, _ two: Worth) -> Worth {
            guard case .shape(let one) = one, case .shape(let two) = two else { return .unknown }
            if two.count == 1 { return Worth(Figure(one, geos).isSeen(by: two[0], relation.flipped)) }
            guard one.count == 1 else { return Worth(Figure(two, geos).isSeen(by: one, relation)) }
            return Worth(Figure(two, geos).isSeen(by: one[0], relation))
        }
        if let one = one.constant, let two = two.constant { return .constant(holds(one, two)) }
        return .call({ holds($0[0], $0[1]) }, [one, two])
    }

    func shape(_ expression: FilterExpression) throws(QueryError) -> Node {
        let value = try value(expression)
        guard value.kind.base == .shape || value.kind.base == .any, !value.kind.isList else {
            throw QueryError("\(value.name) is \(value.kind.words), where a geometry is expected.")
        }
        return value.node
    }
}
