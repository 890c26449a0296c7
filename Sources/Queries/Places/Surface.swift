import Tables

/// A surface in which points are looked for.
///
/// Whether a point lies on an edge, left or right of it is decided exactly, so that points on a common border are
/// never in neither of two neighbours. A point is inside where a ray to the east crosses the rings an odd number of
/// times. The rings are one closed path, with a bridge from each to the next and all bridges back: what a ray crosses
/// of a bridge it crosses twice. Pieces of the path that follow one another share a box, boxes share greater ones. A
/// piece that lies wholly east of the point is crossed an odd number of times if its two ends lie on different sides
/// of the ray, whatever is between them, so that a polygon of a hundred thousand corners takes a few dozen steps.
struct Surface: Sendable {
    private struct Box {
        var west = Double.infinity
        var south = Double.infinity
        var east = -Double.infinity
        var north = -Double.infinity

        mutating func add(_ other: Box) {
            west = min(west, other.west)
            south = min(south, other.south)
            east = max(east, other.east)
            north = max(north, other.north)
        }
    }

    private let path: [Coordinate]
    /// Whether what begins at a place of the path is a bridge.
    private let isBridge: [Bool]
    /// The boxes of all levels, from those around eight edges up to the one around all.
    private let boxes: [Box]
    /// Where the boxes of each level begin; the last is the end.
    private let levels: [Int]
    private let whole: Box
    /// Whether the surface is exactly its box.
    private let isBox: Bool
    private static let fanout = 8

    /// The surface of polygons; nil where there is anything else among the shapes, or where polygons may lie over
    /// each other.
    init?(_ parts: [Geometry]) {
        var rings: [[Coordinate]] = []
        for part in parts {
            switch part {
            case .polygon(let polygon): rings += polygon
            case .multiPolygon(let polygons): rings += polygons.joined()
            default: return nil
            }
        }
        guard parts.count == 1 || Self.areApart(parts) else { return nil }
        let closed = rings.compactMap(\.closedRing)
        guard closed.count == rings.count, !closed.isEmpty,
            closed.allSatisfy({ $0.allSatisfy { $0.longitude.isFinite && $0.latitude.isFinite } })
        else { return nil }
        var path: [Coordinate] = []
        var isBridge: [Bool] = []
        for ring in closed {
            path += ring
            isBridge += Array(repeating: false, count: ring.count - 1) + [true]
        }
        for ring in closed.dropLast().reversed() {
            path.append(ring[0])
            isBridge.append(true)
        }
        self.path = path
        self.isBridge = isBridge
        (boxes, levels) = Self.packed(path)
        whole = boxes[boxes.count - 1]
        isBox = closed.count == 1 && Self.isBox(closed[0])
    }

    private static func areApart(_ parts: [Geometry]) -> Bool {
        let boxes = parts.map { part in
            part.coordinates.reduce(into: Box()) {
                $0.add(Box(west: $1.longitude, south: $1.latitude, east: $1.longitude, north: $1.latitude))
            }
        }
        guard boxes.count <= 8 else { return false }
        return boxes.indices.allSatisfy { place in
            boxes[..<place].allSatisfy {
                $0.east < boxes[place].west || $0.west > boxes[place].east || $0.north < boxes[place].south
                    || $0.south > boxes[place].north
            }
        }
    }

    /// Whether a ring is a rectangle along the axes.
    private static func isBox(_ ring: [Coordinate]) -> Bool {
        guard ring.count == 5 else { return false }
        let alongParallel = ring[0].latitude == ring[1].latitude
        return zip(ring, ring.dropFirst()).enumerated().allSatisfy { place, edge in
            (place % 2 == 0) == alongParallel
                ? edge.0.latitude == edge.1.latitude && edge.0.longitude != edge.1.longitude
                : edge.0.longitude == edge.1.longitude && edge.0.latitude != edge.1.latitude
        }
    }

    private static func packed(_ path: [Coordinate]) -> ([Box], [Int]) {
        var level: [Box] = stride(from: 0, to: path.count - 1, by: fanout).map { start in
            path[start...min(start + fanout, path.count - 1)].reduce(into: Box()) {
                $0.add(Box(west: $1.longitude, south: $1.latitude, east: $1.longitude, north: $1.latitude))
            }
        }
        var (boxes, levels) = (level, [0, level.count])
        while level.count > 1 {
            level = stride(from: 0, to: level.count, by: fanout).map { start in
                level[start..<min(start + fanout, level.count)].reduce(into: Box()) { $0.add($1) }
            }
            boxes += level
            levels.append(boxes.count)
        }
        return (boxes, levels)
    }

    /// Where a point is. A point in a hole is outside; one on the border of a hole is on the border.
    func locate(_ point: Coordinate) -> PlaceInSurface {
        guard point.longitude >= whole.west, point.longitude <= whole.east, point.latitude >= whole.south,
            point.latitude <= whole.north
        else { return .outside }
        if isBox {
            let isInside =
                point.longitude > whole.west && point.longitude < whole.east && point.latitude > whole.south
                && point.latitude < whole.north
            return isInside ? .inside : .border
        }
        var isInside = false
        return crossed(levels.count - 2, 0, point, &isInside) ? .border : isInside ? .inside : .outside
    }

    /// Counts the crossings of a piece of the path; whether the point lies on one of its edges.
    private func crossed(_ level: Int, _ place: Int, _ point: Coordinate, _ isInside: inout Bool) -> Bool {
        let box = boxes[levels[level] + place]
        guard point.latitude >= box.south, point.latitude <= box.north, point.longitude <= box.east else {
            return false
        }
        let first = place * Self.fanout
        if point.longitude < box.west {
            var length = Self.fanout
            for _ in 0..<level { length *= Self.fanout }
            let start = path[place * length]
            let end = path[min((place + 1) * length, path.count - 1)]
            if (start.latitude > point.latitude) != (end.latitude > point.latitude) { isInside.toggle() }
            return false
        }
        if level > 0 {
            for child in first..<min(first + Self.fanout, levels[level] - levels[level - 1])
            where crossed(level - 1, child, point, &isInside) { return true }
            return false
        }
        for edge in first..<min(first + Self.fanout, path.count - 1)
        where crossed(edge, point, &isInside) { return true }
        return false
    }

    private func crossed(_ edge: Int, _ point: Coordinate, _ isInside: inout Bool) -> Bool {
        let (a, b) = (path[edge], path[edge + 1])
        guard min(a.latitude, b.latitude) <= point.latitude, point.latitude <= max(a.latitude, b.latitude),
            point.longitude <= max(a.longitude, b.longitude)
        else { return false }
        // The upper end of an edge does not belong to it, so that a corner is crossed once or twice, as it should be.
        let spans = (a.latitude > point.latitude) != (b.latitude > point.latitude)
        if point.longitude < min(a.longitude, b.longitude) {
            if spans { isInside.toggle() }
            return false
        }
        let side = Orientation.of(a, b, point)
        if side == 0, !isBridge[edge] { return true }
        if spans, side != 0, (side > 0) == (b.latitude > a.latitude) { isInside.toggle() }
        return false
    }
}
