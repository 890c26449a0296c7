import CGEOS
import Catalog
import Tables

/// A shape that many others are compared with.
final class Figure {
    let parts: [Geometry]
    /// The rectangle around each part; nothing beyond them meets the figure.
    let boxes: [Extent]
    private let geos: Geos
    /// Finds where points are, where the figure is nothing but surfaces.
    let surface: Surface?
    let cornerCount: Int
    private lazy var pieces: [Geos.Shape]? = Self.pieces(of: parts, geos)

    init(_ parts: [Geometry], _ geos: Geos) {
        self.parts = parts
        self.geos = geos
        cornerCount = parts.reduce(0) { $0 + $1.coordinates.count }
        boxes = parts.compactMap { Extent(of: $0.coordinates) }
        surface = Surface(parts)
    }

    /// Whether another shape has a relation with the figure; nil where GEOS cannot tell.
    func isSeen(by other: Geometry, _ relation: ShapeRelation) -> Bool? {
        if case .point(let place) = other, let surface { return relation.holds(surface.locate(place)) }
        return isSeen(by: [other], relation)
    }

    /// The same for a shape of several parts.
    func isSeen(by others: [Geometry], _ relation: ShapeRelation) -> Bool? {
        guard let pieces, let others = Self.pieces(of: others, geos), let first = others.first else { return nil }
        if pieces.count == 1, others.count == 1 { return geos.holds(relation, first, pieces[0]) }
        return geos.holds(relation, others, pieces)
    }

    /// The figure in at most three shapes without anything in common: surfaces, lines beside them, points beside both.
    private static func pieces(of parts: [Geometry], _ geos: Geos) -> [Geos.Shape]? {
        let shapes = parts.compactMap(geos.shape)
        guard shapes.count == parts.count else { return nil }
        if shapes.count == 1 { return shapes }
        var pieces: [Geos.Shape] = []
        for dimension in [2, 1, 0] {
            var piece: Geos.Shape?
            for shape in shapes where shape.dimension == dimension {
                guard let known = piece else {
                    piece = shape
                    continue
                }
                piece = Geos.Shape(geos, GEOSUnion_r(geos.context, known.pointer, shape.pointer))
                if piece == nil { return nil }
            }
            for greater in pieces {
                guard let known = piece else { break }
                piece = Geos.Shape(geos, GEOSDifference_r(geos.context, known.pointer, greater.pointer))
                if piece == nil { return nil }
            }
            if let piece, !piece.isEmpty { pieces.append(piece) }
        }
        return pieces
    }
}

extension Geos {
    /// Whether one shape has a relation with another, which is asked again and again.
    fileprivate func holds(_ relation: ShapeRelation, _ one: Shape, _ other: Shape) -> Bool? {
        guard relation != .equals else { return truth(GEOSEquals_r(context, one.pointer, other.pointer)) }
        guard let prepared = other.prepared else { return nil }
        if relation == .overlaps || relation == .crosses, one.dimension == 1, other.dimension == 1 {
            return linesHold(relation, one, other)
        }
        let answer =
            switch relation {
            case .intersects: GEOSPreparedIntersects_r(context, prepared, one.pointer)
            case .disjoint: GEOSPreparedDisjoint_r(context, prepared, one.pointer)
            case .touches: GEOSPreparedTouches_r(context, prepared, one.pointer)
            case .within: GEOSPreparedContains_r(context, prepared, one.pointer)
            case .contains: GEOSPreparedWithin_r(context, prepared, one.pointer)
            case .overlaps: GEOSPreparedOverlaps_r(context, prepared, one.pointer)
            case .crosses: GEOSPreparedCrosses_r(context, prepared, one.pointer)
            case .equals: GEOSEquals_r(context, one.pointer, other.pointer)
            }
        return truth(answer)
    }

    /// Lines that share a stretch overlap, lines that share but points cross. GEOS (before 3.13) takes a stretch for
    /// points where a third line crosses it between its corners, so that whether they share one is looked up exactly.
    private func linesHold(_ relation: ShapeRelation, _ one: Shape, _ other: Shape) -> Bool? {
        guard let meet = truth(GEOSRelatePattern_r(context, one.pointer, other.pointer, "T********")),
            let isWithin = truth(GEOSCoveredBy_r(context, one.pointer, other.pointer)),
            let holds = truth(GEOSCovers_r(context, one.pointer, other.pointer))
        else { return nil }
        guard meet else { return false }
        // One that covers the other shares stretches with it.
        if isWithin || holds { return false }
        let shares = one.segments.shareStretch(with: other.segments)
        return relation == .overlaps ? shares : !shares
    }

    /// 2 says that GEOS could not work it out: a polygon that crosses itself.
    private func truth(_ answer: CChar) -> Bool? { answer == 1 ? true : answer == 0 ? false : nil }

    /// The same for shapes of points, lines and surfaces together, which GEOS's own relations refuse: each side is the
    /// union of its pieces.
    fileprivate func holds(_ relation: ShapeRelation, _ one: [Shape], _ other: [Shape]) -> Bool? {
        func meet(_ pattern: String) -> Bool? {
            any(one, other) { truth(GEOSRelatePattern_r(context, $0.pointer, $1.pointer, pattern)) }
        }
        let (mine, theirs) = (one.map(\.dimension).max() ?? 0, other.map(\.dimension).max() ?? 0)
        let intersect = any(one, other) { truth(GEOSIntersects_r(context, $0.pointer, $1.pointer)) }
        guard let intersect, let interiors = meet("T********") else { return nil }
        switch relation {
        case .intersects: return intersect
        case .disjoint: return !intersect
        case .touches: return intersect && !interiors
        case .within: return interiors ? covers(other, one) : false
        case .contains: return interiors ? covers(one, other) : false
        case .equals: return covers(other, one).flatMap { $0 ? covers(one, other) : false }
        case .overlaps:
            guard mine == theirs, let isWithin = covers(other, one), let holds = covers(one, other) else {
                return mine == theirs ? nil : false
            }
            return (mine == 1 ? meet("1********") : interiors).map { $0 && !isWithin && !holds }
        case .crosses:
            if mine == theirs { return mine == 1 ? meet("1********").map { interiors && !$0 } : false }
            return interiors ? (mine < theirs ? covers(other, one) : covers(one, other)).map { !$0 } : false
        }
    }

    private func any(_ one: [Shape], _ other: [Shape], _ test: (Shape, Shape) -> Bool?) -> Bool? {
        var result: Bool? = false
        for first in one {
            for second in other {
                guard let truth = test(first, second) else {
                    result = nil
                    continue
                }
                if truth { return true }
            }
        }
        return result
    }

    /// Whether nothing is left of the smaller shapes when the greater ones are taken away.
    private func covers(_ greater: [Shape], _ smaller: [Shape]) -> Bool? {
        for shape in smaller {
            var rest = shape
            for cover in greater {
                // A difference with what is of a lower dimension changes nothing but what is of none higher.
                guard let left = Shape(self, GEOSDifference_r(context, rest.pointer, cover.pointer)) else { return nil }
                rest = left
            }
            if !rest.isEmpty { return false }
        }
        return true
    }
}
