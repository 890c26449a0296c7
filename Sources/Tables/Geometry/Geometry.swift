/// A place on Earth: degrees, WGS 84, longitude first.
public struct Coordinate: Hashable, Sendable, Codable {
    /// Degrees east.
    public var longitude: Double
    /// Degrees north.
    public var latitude: Double

    /// A place.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}

/// The shape of a thing, as GeoJSON (RFC 7946) knows shapes. A geometry collection is not a shape of one thing.
public enum Geometry: Hashable, Sendable {
    case point(Coordinate)
    case multiPoint([Coordinate])
    case lineString([Coordinate])
    case multiLineString([[Coordinate]])
    case polygon([[Coordinate]])
    case multiPolygon([[[Coordinate]]])
}
