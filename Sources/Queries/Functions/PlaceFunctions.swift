import Foundation
import Tables

extension QueryFunction {
    /// Functions of places.
    static let places: [QueryFunction] = [
        QueryFunction(
            "distance", [.geometry, .geometry], to: .number,
            "The distance between two shapes in metres; zero where they meet. One of them must be a point."
        ) { worths in
            guard case .shape(let one) = worths[0], case .shape(let two) = worths[1] else { return .unknown }
            return Distance.metres(one, two).map(Worth.number) ?? .unknown
        },
        QueryFunction(
            "area", [.geometry], to: .number, "The surface of polygons in square metres; zero for other shapes."
        ) { worths in
            guard case .shape(let parts) = worths[0] else { return .unknown }
            return .number(parts.reduce(0) { $0 + ($1.squareMetres ?? 0) })
        },
    ]
}

/// Distances on the ground.
enum Distance {
    /// Metres between two shapes of which one is a point; nil for two others.
    static func metres(_ one: [Geometry], _ two: [Geometry]) -> Double? {
        if two.count == 1, case .point(let place) = two[0] { return metres(from: place, to: one) }
        if one.count == 1, case .point(let place) = one[0] { return metres(from: place, to: two) }
        return nil
    }

    /// Metres from a point to the nearest place of some shapes; nil where they have none.
    static func metres(from place: Coordinate, to shapes: [Geometry]) -> Double? {
        shapes.compactMap { metres(from: place, to: $0) }.min()
    }

    private static func metres(from place: Coordinate, to shape: Geometry) -> Double? {
        switch shape {
        case .point(let other): place.metres(to: other)
        case .multiPoint(let others): others.map { place.metres(to: $0) }.min()
        case .lineString(let line): metres(from: place, toLine: line)
        case .multiLineString(let lines): lines.compactMap { metres(from: place, toLine: $0) }.min()
        case .polygon(let rings): metres(from: place, toSurface: [rings])
        case .multiPolygon(let polygons): metres(from: place, toSurface: polygons)
        }
    }

    private static func metres(from place: Coordinate, toSurface polygons: [[[Coordinate]]]) -> Double? {
        for polygon in polygons {
            if let surface = Surface([.polygon(polygon)]), surface.locate(place) != .outside { return 0 }
        }
        return polygons.joined().compactMap { metres(from: place, toLine: $0) }.min()
    }

    /// The nearest place of each segment is found on a plane that touches the Earth at the point; how far it is, along
    /// the great circle.
    private static func metres(from place: Coordinate, toLine line: [Coordinate]) -> Double? {
        guard let first = line.first else { return nil }
        let east = max(cos(place.latitude * .pi / 180), 1e-9)
        var nearest = place.metres(to: first)
        for (a, b) in zip(line, line.dropFirst()) {
            let (ax, ay) = ((a.longitude - place.longitude) * east, a.latitude - place.latitude)
            let (dx, dy) = ((b.longitude - a.longitude) * east, b.latitude - a.latitude)
            let length = dx * dx + dy * dy
            let share = length > 0 ? max(0, min(1, -(ax * dx + ay * dy) / length)) : 0
            let foot = Coordinate(
                longitude: a.longitude + share * (b.longitude - a.longitude),
                latitude: a.latitude + share * (b.latitude - a.latitude))
            nearest = min(nearest, place.metres(to: foot))
        }
        return nearest
    }
}
