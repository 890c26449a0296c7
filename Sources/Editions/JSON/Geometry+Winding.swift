public import Tables

extension Geometry {
    /// The shape with its rings as GeoJSON wants them (RFC 7946, §3.1.6): outer rings counterclockwise, holes clockwise.
    public var wound: Geometry {
        switch self {
        case .polygon(let rings): .polygon(Self.wound(rings))
        case .multiPolygon(let polygons): .multiPolygon(polygons.map(Self.wound))
        default: self
        }
    }

    private static func wound(_ rings: [[Coordinate]]) -> [[Coordinate]] {
        rings.enumerated().map { index, ring in
            (ring.signedArea > 0) == (index == 0) ? ring : ring.reversed()
        }
    }
}

extension [Coordinate] {
    /// Twice the area of a ring, positive where it runs counterclockwise.
    fileprivate var signedArea: Double {
        zip(self, dropFirst()).reduce(0) {
            $0 + ($1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude)
        }
    }
}
