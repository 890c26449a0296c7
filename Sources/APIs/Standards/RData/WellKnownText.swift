import Tables

extension Geometry {
    /// The shape as well-known text (OGC 06-103r4), longitude first.
    var wellKnownText: String {
        switch self {
        case .point(let place): "POINT (\(Self.written(place)))"
        case .multiPoint(let places): "MULTIPOINT \(Self.list(places) { "(\(Self.written($0)))" })"
        case .lineString(let places): "LINESTRING \(Self.list(places, Self.written))"
        case .multiLineString(let lines): "MULTILINESTRING \(Self.list(lines) { Self.list($0, Self.written) })"
        case .polygon(let rings): "POLYGON \(Self.list(rings) { Self.list($0, Self.written) })"
        case .multiPolygon(let polygons):
            "MULTIPOLYGON \(Self.list(polygons) { Self.list($0) { Self.list($0, Self.written) } })"
        }
    }

    private static func list<Part>(_ parts: [Part], _ text: (Part) -> String) -> String {
        parts.isEmpty ? "EMPTY" : "(\(parts.map(text).joined(separator: ", ")))"
    }

    private static func written(_ place: Coordinate) -> String {
        var bytes: [UInt8] = []
        CoordinateText.degrees.write(place.longitude, to: &bytes)
        bytes.append(0x20)
        CoordinateText.degrees.write(place.latitude, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
