import Catalog
import Editions
import Tables

/// Where the rows of an edition are on the web map: worked out once, then each tile only looks at numbers.
struct TileShapes: Sendable {
    /// A line, an area, or several points.
    struct Shape: Sendable {
        enum Kind: Sendable {
            case points, lines, areas
        }

        var row: Int
        var kind: Kind
        /// The parts, each of lines or rings (no point twice at the end of a ring).
        var parts: [[[MapPoint]]]
        var box: MapBox
    }

    /// The rows that are one point.
    private(set) var pointRows: [Int32] = []
    private(set) var points: [MapPoint] = []
    /// All other rows that have a place.
    private(set) var shapes: [Shape] = []

    init(_ edition: Edition) {
        for row in 0..<edition.rowCount {
            guard let shape = edition.positions[row] else { continue }
            if case .point(let place) = shape {
                guard place.longitude.isFinite, place.latitude.isFinite else { continue }
                pointRows.append(Int32(row))
                points.append(MapPoint(longitude: place.longitude, latitude: place.latitude))
            } else if let shape = Self.shape(shape, of: row) {
                shapes.append(shape)
            }
        }
    }

    private static func shape(_ shape: Geometry, of row: Int) -> Shape? {
        let (kind, parts): (Shape.Kind, [[[MapPoint]]]) =
            switch shape {
            case .point(let place): (.points, [[line([place])]])
            case .multiPoint(let places): (.points, [[line(places)]])
            case .lineString(let places): (.lines, [[line(places)]])
            case .multiLineString(let lines): (.lines, [lines.map(line)])
            case .polygon(let rings): (.areas, [rings.map(ring)])
            case .multiPolygon(let polygons): (.areas, polygons.map { $0.map(ring) })
            }
        guard let box = MapBox(of: parts.joined().joined()) else { return nil }
        return Shape(row: row, kind: kind, parts: parts, box: box)
    }

    private static func line(_ places: [Coordinate]) -> [MapPoint] {
        places.filter { $0.longitude.isFinite && $0.latitude.isFinite }.map {
            MapPoint(longitude: $0.longitude, latitude: $0.latitude)
        }
    }

    private static func ring(_ places: [Coordinate]) -> [MapPoint] {
        let ring = line(places)
        return ring.count > 1 && ring.first == ring.last ? ring.dropLast() : ring
    }
}
