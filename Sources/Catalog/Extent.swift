public import Tables

/// The rectangle that holds a dataset: degrees, WGS 84.
public struct Extent: Sendable, Hashable, Codable {
    public var west: Double
    public var south: Double
    public var east: Double
    public var north: Double

    /// A rectangle.
    public init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// The smallest rectangle that holds both.
    public func union(_ other: Extent) -> Extent {
        Extent(
            west: min(west, other.west), south: min(south, other.south), east: max(east, other.east),
            north: max(north, other.north))
    }

    /// The smallest rectangle around some places; nil if there is no place.
    public init?(of coordinates: some Sequence<Coordinate>) {
        var extent: Extent?
        for place in coordinates where place.longitude.isFinite && place.latitude.isFinite {
            guard var known = extent else {
                extent = Extent(
                    west: place.longitude, south: place.latitude, east: place.longitude, north: place.latitude)
                continue
            }
            known.west = min(known.west, place.longitude)
            known.south = min(known.south, place.latitude)
            known.east = max(known.east, place.longitude)
            known.north = max(known.north, place.latitude)
            extent = known
        }
        guard let extent else { return nil }
        self = extent
    }

    /// The rectangle that a map should show: around most of the places. One wrong position far away must not make
    /// all others a single dot.
    public init?(mostOf coordinates: some Sequence<Coordinate>) {
        let places = Array(coordinates)
        let (longitudes, latitudes) = (Self.usual(places.map(\.longitude)), Self.usual(places.map(\.latitude)))
        self.init(of: places.filter { longitudes ~= $0.longitude && latitudes ~= $0.latitude })
    }

    /// Three times as far on both sides as the middle eight tenths of the values reach.
    private static func usual(_ values: [Double]) -> ClosedRange<Double> {
        let sorted = values.filter(\.isFinite).sorted()
        guard !sorted.isEmpty else { return 0...0 }
        let (low, high) = (sorted[sorted.count / 10], sorted[sorted.count - 1 - sorted.count / 10])
        let reach = 3 * max(high - low, 0.02)
        return (low - reach)...(high + reach)
    }
}
