import Foundation

extension Geometry {
    /// The surface of the polygons in square metres, within a percent for what fits in a commune; nil for a shape
    /// that is no polygon.
    public var squareMetres: Double? {
        switch self {
        case .polygon(let rings): Self.squareMetres(rings)
        case .multiPolygon(let polygons): polygons.reduce(0) { $0 + Self.squareMetres($1) }
        default: nil
        }
    }

    /// The outer ring less its holes.
    private static func squareMetres(_ rings: [[Coordinate]]) -> Double {
        guard let outer = rings.first else { return 0 }
        return rings.dropFirst().reduce(ringMetres(outer)) { $0 - ringMetres($1) }
    }

    /// The shoelace formula on a plane that touches the Earth at the ring.
    private static func ringMetres(_ ring: [Coordinate]) -> Double {
        guard let origin = ring.first else { return 0 }
        let east = Coordinate.metresPerDegree * cos(origin.latitude * .pi / 180)
        var sum = 0.0
        for (first, second) in zip(ring, ring.dropFirst() + [origin]) {
            sum +=
                (first.longitude - origin.longitude) * (second.latitude - origin.latitude)
                - (second.longitude - origin.longitude) * (first.latitude - origin.latitude)
        }
        return abs(sum) / 2 * east * Coordinate.metresPerDegree
    }
}

extension Coordinate {
    /// A degree of latitude (IUGG mean radius of 6,371 km).
    static let metresPerDegree = 111_194.93

    /// The distance to another place along a great circle, in metres.
    public func metres(to other: Coordinate) -> Double {
        let half = (other.latitude - latitude) * .pi / 360, across = (other.longitude - longitude) * .pi / 360
        let chord =
            sin(half) * sin(half)
            + cos(latitude * .pi / 180) * cos(other.latitude * .pi / 180) * sin(across) * sin(across)
        return 2 * 6_371_008.8 * asin(min(1, chord.squareRoot()))
    }
}
