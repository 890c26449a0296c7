import Tables

/// Polygons in which points are looked for, by their edges in bands of latitude.
///
/// Whether a point lies on an edge, left or right of it is decided exactly, so that points on a common border are
/// never in neither of two neighbours.
struct Surface: Sendable {
    private struct Edge {
        var a: Coordinate
        var b: Coordinate
    }

    private let edges: [Edge]
    /// For each band, where its edges begin in `order`; the last is the end.
    private let starts: [UInt32]
    private let order: [UInt32]
    private let south: Double
    private let north: Double
    private let west: Double
    private let east: Double
    private let bandsPerDegree: Double

    /// The surface of polygons; nil where there is anything else among the shapes.
    init?(_ parts: [Geometry]) {
        var edges: [Edge] = []
        for part in parts {
            let polygons: [[[Coordinate]]]
            switch part {
            case .polygon(let rings): polygons = [rings]
            case .multiPolygon(let many): polygons = many
            default: return nil
            }
            // Where polygons lie over each other, their edges would cancel each other out.
            guard parts.count == 1 || polygons.count == 1 else { return nil }
            for ring in polygons.joined() {
                guard let ring = ring.closedRing else { return nil }
                for (a, b) in zip(ring, ring.dropFirst()) {
                    guard a.longitude.isFinite, a.latitude.isFinite, b.longitude.isFinite, b.latitude.isFinite else {
                        return nil
                    }
                    edges.append(Edge(a: a, b: b))
                }
            }
        }
        guard parts.count == 1, let first = edges.first else { return nil }
        self.edges = edges
        var bounds = (first.a.longitude, first.a.latitude, first.a.longitude, first.a.latitude)
        for edge in edges {
            bounds.0 = min(bounds.0, edge.a.longitude)
            bounds.1 = min(bounds.1, edge.a.latitude)
            bounds.2 = max(bounds.2, edge.a.longitude)
            bounds.3 = max(bounds.3, edge.a.latitude)
        }
        (west, south, east, north) = bounds
        let bands = max(1, min(edges.count, 1 << 14))
        let height = north - south
        bandsPerDegree = height > 0 ? Double(bands) / height : 0
        (starts, order) = Self.sorted(edges, bands, south, bandsPerDegree)
    }

    private static func sorted(
        _ edges: [Edge], _ bands: Int, _ south: Double, _ scale: Double
    ) -> ([UInt32], [UInt32]) {
        func reach(_ edge: Edge) -> ClosedRange<Int> {
            let (low, high) = (min(edge.a.latitude, edge.b.latitude), max(edge.a.latitude, edge.b.latitude))
            return band(low, bands, south, scale)...band(high, bands, south, scale)
        }
        var starts = [UInt32](repeating: 0, count: bands + 1)
        for edge in edges { for band in reach(edge) { starts[band + 1] += 1 } }
        for band in 0..<bands { starts[band + 1] += starts[band] }
        var next = starts
        var order = [UInt32](repeating: 0, count: Int(starts[bands]))
        for (number, edge) in edges.enumerated() {
            for band in reach(edge) {
                order[Int(next[band])] = UInt32(number)
                next[band] += 1
            }
        }
        return (starts, order)
    }

    private static func band(_ latitude: Double, _ bands: Int, _ south: Double, _ scale: Double) -> Int {
        max(0, min(bands - 1, Int((latitude - south) * scale)))
    }

    /// Where a point is. A point in a hole is outside; one on the border of a hole is on the border.
    func locate(_ point: Coordinate) -> PlaceInSurface {
        guard point.longitude >= west, point.longitude <= east, point.latitude >= south, point.latitude <= north else {
            return .outside
        }
        let band = Self.band(point.latitude, starts.count - 1, south, bandsPerDegree)
        var isInside = false
        for place in starts[band]..<starts[band + 1] {
            let edge = edges[Int(order[Int(place)])]
            let (a, b) = (edge.a, edge.b)
            if a.latitude == b.latitude {
                if a.latitude == point.latitude, min(a.longitude, b.longitude) <= point.longitude,
                    point.longitude <= max(a.longitude, b.longitude)
                {
                    return .border
                }
                continue
            }
            guard min(a.latitude, b.latitude) <= point.latitude, point.latitude <= max(a.latitude, b.latitude) else {
                continue
            }
            if point.longitude > max(a.longitude, b.longitude) { continue }
            let side = Orientation.of(a, b, point)
            if side == 0 { return .border }
            // The ray runs east: it crosses an edge that has the point on its western side. The upper end of an edge
            // does not belong to it.
            let crosses = (a.latitude > point.latitude) != (b.latitude > point.latitude)
            if crosses, (side > 0) == (b.latitude > a.latitude) { isInside.toggle() }
        }
        return isInside ? .inside : .outside
    }
}
