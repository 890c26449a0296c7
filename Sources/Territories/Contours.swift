import Foundation
import Synchronization
public import Tables

/// The borders of communes, by their codes. A border is read from the file when it is asked for.
public final class Contours: Sendable {
    /// One line for each commune: its code, a space, its shape as GeoJSON.
    private let text: Data
    private let lines: [String: Range<Int>]
    private let read = Mutex<[String: Border]>([:])

    private struct Border {
        let shape: Geometry
        let west, south, east, north: Double
    }

    /// No borders at all.
    public convenience init() { self.init(text: Data()) }

    /// The borders that a file holds.
    init(text: Data) {
        var lines: [String: Range<Int>] = [:]
        text.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
                if let space = bytes[start..<end].firstIndex(of: 0x20) {
                    lines[String(decoding: bytes[start..<space], as: UTF8.self)] = space + 1..<end
                }
                start = end + 1
            }
        }
        self.text = text
        self.lines = lines
    }

    /// The codes whose borders are known.
    public var codes: Set<String> { Set(lines.keys) }

    /// The border of a commune as a polygon or multipolygon; nil when it is not known.
    public func outline(of code: String) -> Geometry? { border(code)?.shape }

    /// Whether a place lies in a commune; nil when its border is not known.
    public func contains(_ place: Coordinate, code: String) -> Bool? {
        guard let border = border(code) else { return nil }
        guard border.west <= place.longitude, place.longitude <= border.east, border.south <= place.latitude,
            place.latitude <= border.north
        else { return false }
        return border.shape.contains(place)
    }

    /// Metres from a place to the nearest part of the border of a commune; nil when it is not known.
    public func distance(from place: Coordinate, toBorderOf code: String) -> Double? {
        border(code)?.shape.rings.flatMap { zip($0, $0.dropFirst()) }.map { place.metres(toLine: $0, $1) }.min()
    }

    private func border(_ code: String) -> Border? {
        guard let line = lines[code] else { return nil }
        if let known = read.withLock({ $0[code] }) { return known }
        let bytes = text[text.startIndex + line.lowerBound..<text.startIndex + line.upperBound]
        guard let shape = Geometry(geoJSON: String(decoding: bytes, as: UTF8.self)) else { return nil }
        let (longitudes, latitudes) = (shape.coordinates.map(\.longitude), shape.coordinates.map(\.latitude))
        guard let west = longitudes.min(), let east = longitudes.max(), let south = latitudes.min(),
            let north = latitudes.max()
        else { return nil }
        let border = Border(shape: shape, west: west, south: south, east: east, north: north)
        read.withLock { $0[code] = border }
        return border
    }
}

extension Geometry {
    fileprivate var rings: [[Coordinate]] {
        switch self {
        case .polygon(let rings): rings
        case .multiPolygon(let polygons): polygons.flatMap { $0 }
        default: []
        }
    }
}

extension Coordinate {
    /// Metres to the nearest point of a straight line between two places.
    fileprivate func metres(toLine a: Coordinate, _ b: Coordinate) -> Double {
        let (x, y) = (b.longitude - a.longitude, b.latitude - a.latitude)
        let square = x * x + y * y
        let share = square > 0 ? ((longitude - a.longitude) * x + (latitude - a.latitude) * y) / square : 0
        let nearest = min(1, max(0, share))
        return metres(to: Coordinate(longitude: a.longitude + nearest * x, latitude: a.latitude + nearest * y))
    }
}
