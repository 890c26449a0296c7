import Foundation

/// A square of the web map (WebMercatorQuad): at zoom 0 one tile holds the world.
struct MapTile: Sendable, Hashable {
    let zoom: Int
    /// Counted from the west.
    let column: Int
    /// Counted from the north.
    let row: Int

    /// The closest zoom that is answered.
    static let greatestZoom = 22
    /// The closest zoom that clients need to ask for: a step of its grid is 15 cm.
    static let usefulZoom = 16

    /// A tile; nil if there is no such one.
    init?(zoom: Int, column: Int, row: Int) {
        guard (0...Self.greatestZoom).contains(zoom), (0..<(1 << zoom)).contains(column),
            (0..<(1 << zoom)).contains(row)
        else { return nil }
        self.zoom = zoom
        self.column = column
        self.row = row
    }
}

/// A position on the web map: the world is a square of side 1, its corner in the north-west.
struct MapPoint: Sendable, Hashable {
    var x: Double
    var y: Double
}

extension MapPoint {
    /// The position of a place in degrees. The map ends at 85.0511° north and south; a turn more to the east or the
    /// west is as far as any place can be meant.
    init(longitude: Double, latitude: Double) {
        x = (min(540, max(-540, longitude)) + 180) / 360
        let sine = sin(min(85.051_128_779_8, max(-85.051_128_779_8, latitude)) * .pi / 180)
        y = 0.5 - log((1 + sine) / (1 - sine)) / (4 * .pi)
    }
}

/// A rectangle on a map or on the grid of a tile.
struct MapBox: Sendable, Hashable {
    var west: Double
    var north: Double
    var east: Double
    var south: Double

    /// The smallest rectangle around some positions; nil if there is none.
    init?(of points: some Sequence<MapPoint>) {
        var box: MapBox?
        for point in points {
            guard let known = box else {
                box = MapBox(west: point.x, north: point.y, east: point.x, south: point.y)
                continue
            }
            box = MapBox(
                west: min(known.west, point.x), north: min(known.north, point.y), east: max(known.east, point.x),
                south: max(known.south, point.y))
        }
        guard let box else { return nil }
        self = box
    }

    init(west: Double, north: Double, east: Double, south: Double) {
        self.west = west
        self.north = north
        self.east = east
        self.south = south
    }

    /// Whether two rectangles have a point in common.
    func meets(_ other: MapBox) -> Bool {
        west <= other.east && east >= other.west && north <= other.south && south >= other.north
    }
}

/// The grid of a tile: 4096 steps on each side, and a margin for what is drawn across the border.
struct TileGrid: Sendable {
    let tile: MapTile
    /// How many steps a side has.
    static let extent = 4096
    /// How many steps beyond the border are kept.
    static let margin = 64
    /// How many steps a sign of half a millimetre takes on a usual screen: a tile is shown on 512 pixels.
    static let pixel = 8

    private let scale: Double
    private let west: Double
    private let north: Double

    init(_ tile: MapTile) {
        self.tile = tile
        scale = Double(Self.extent) * Double(1 << tile.zoom)
        west = Double(tile.column * Self.extent)
        north = Double(tile.row * Self.extent)
    }

    /// The part of the world that is drawn, margin included.
    var reach: MapBox {
        let (margin, side) = (Double(Self.margin), Double(Self.extent))
        return MapBox(
            west: (west - margin) / scale, north: (north - margin) / scale, east: (west + side + margin) / scale,
            south: (north + side + margin) / scale)
    }

    /// A position in steps of the grid.
    func steps(_ point: MapPoint) -> MapPoint { MapPoint(x: point.x * scale - west, y: point.y * scale - north) }

    /// What is drawn, margin included, in steps.
    static let frame = MapBox(
        west: Double(-margin), north: Double(-margin), east: Double(extent + margin), south: Double(extent + margin))
}
