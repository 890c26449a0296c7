extension Geometry {
    /// A point that lies on the shape: inside a polygon (its centroid may not), halfway along a line, the first of
    /// several points. Nil for a shape without coordinates.
    public var pointOnSurface: Coordinate? {
        switch self {
        case .point(let point): point
        case .multiPoint(let points): points.first
        case .lineString(let line): Self.midpoint(of: line)
        case .multiLineString(let lines):
            lines.max { Self.length(of: $0) < Self.length(of: $1) }.flatMap(Self.midpoint)
        case .polygon(let rings): Self.pointInside(rings)
        case .multiPolygon(let polygons):
            polygons.max { Self.area(of: $0) < Self.area(of: $1) }.flatMap(Self.pointInside)
        }
    }

    /// Whether a point lies in the polygons of the shape. A point on the border may be counted either way;
    /// shapes that are no polygons contain nothing.
    public func contains(_ point: Coordinate) -> Bool {
        switch self {
        case .polygon(let rings): Self.crossings(rings, at: point.latitude).isInside(point.longitude)
        case .multiPolygon(let polygons):
            polygons.contains { Self.crossings($0, at: point.latitude).isInside(point.longitude) }
        default: false
        }
    }

    /// The middle of the widest stretch of surface along a parallel near the middle of the polygon.
    private static func pointInside(_ rings: [[Coordinate]]) -> Coordinate? {
        guard let outer = rings.first, let first = outer.first else { return nil }
        let latitudes = Set(rings.flatMap { $0.map(\.latitude) }).sorted()
        guard let south = latitudes.first, let north = latitudes.last, south < north else { return first }
        var widest: (width: Double, point: Coordinate)?
        for share in [0.5, 0.35, 0.65, 0.2, 0.8] {
            let latitude = between(latitudes, near: south + (north - south) * share)
            let crossings = crossings(rings, at: latitude)
            for place in stride(from: 0, to: crossings.count - 1, by: 2) {
                let (west, east) = (crossings[place], crossings[place + 1])
                if east - west > (widest?.width ?? 0) {
                    widest = (east - west, Coordinate(longitude: (west + east) / 2, latitude: latitude))
                }
            }
            if widest != nil, share == 0.5 { break }
        }
        return widest?.point ?? first
    }

    /// A latitude near the wanted one that runs through no vertex, so that every crossing is a clean one.
    private static func between(_ latitudes: [Double], near wanted: Double) -> Double {
        let above = latitudes.first { $0 > wanted } ?? wanted
        let below = latitudes.last { $0 <= wanted } ?? wanted
        return (above + below) / 2
    }

    /// The longitudes at which a parallel crosses the rings, from west to east.
    private static func crossings(_ rings: [[Coordinate]], at latitude: Double) -> [Double] {
        var longitudes: [Double] = []
        for ring in rings {
            for (a, b) in zip(ring, ring.dropFirst()) where (a.latitude > latitude) != (b.latitude > latitude) {
                let share = (latitude - a.latitude) / (b.latitude - a.latitude)
                longitudes.append(a.longitude + share * (b.longitude - a.longitude))
            }
        }
        return longitudes.sorted()
    }

    private static func area(of rings: [[Coordinate]]) -> Double {
        guard let outer = rings.first else { return 0 }
        return zip(outer, outer.dropFirst()).reduce(0) {
            $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
        }.magnitude
    }

    private static func length(of line: [Coordinate]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
    }

    private static func midpoint(of line: [Coordinate]) -> Coordinate? {
        var rest = length(of: line) / 2
        for (a, b) in zip(line, line.dropFirst()) {
            let step = distance(a, b)
            if step > 0, rest <= step {
                return Coordinate(
                    longitude: a.longitude + (b.longitude - a.longitude) * rest / step,
                    latitude: a.latitude + (b.latitude - a.latitude) * rest / step)
            }
            rest -= step
        }
        return line.first
    }

    /// Degrees, good enough to compare parts of one shape.
    private static func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
        let (x, y) = (b.longitude - a.longitude, b.latitude - a.latitude)
        return (x * x + y * y).squareRoot()
    }
}

extension [Double] {
    fileprivate func isInside(_ longitude: Double) -> Bool { prefix { $0 <= longitude }.count % 2 == 1 }
}
