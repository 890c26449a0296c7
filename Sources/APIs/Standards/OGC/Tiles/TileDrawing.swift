import Editions

/// What a tile shows of an edition: rows with their shapes on the grid.
struct TileDrawing {
    /// One row on the grid.
    struct Drawn {
        /// The kinds of shapes, by the numbers of the Mapbox specification.
        enum Kind: UInt64 {
            case point = 1
            case line = 2
            case area = 3
        }

        var row: Int
        var kind: Kind
        /// Where its commands are among those of the tile.
        var commands: Range<Int>
    }

    /// The rows that are drawn.
    private(set) var drawn: [Drawn] = []
    /// The commands that draw them.
    private(set) var commands: [UInt32] = []
    private let grid: TileGrid
    private let shapes: TileShapes
    /// The points in the tile, and their rows.
    private let points: [(step: GridPoint, row: Int)]

    init(_ tile: MapTile, of shapes: TileShapes) {
        let grid = TileGrid(tile)
        self.grid = grid
        self.shapes = shapes
        let reach = grid.reach
        points = shapes.points.withUnsafeBufferPointer { all in
            var points: [(step: GridPoint, row: Int)] = []
            for place in all.indices {
                let point = all[place]
                guard point.x >= reach.west, point.x <= reach.east, point.y >= reach.north, point.y <= reach.south
                else { continue }
                points.append((Self.step(grid.steps(point)), Int(shapes.pointRows[place])))
            }
            return points
        }
    }

    /// Whether the tile shows nothing.
    var isEmpty: Bool { drawn.isEmpty }

    /// Draws everything, or, where `cell` is not zero, one point and one small thing at most in each square of so
    /// many steps. Gives up, with what is drawn by then, above so many things.
    mutating func draw(cell: Int, atMost most: Int) {
        drawn.removeAll(keepingCapacity: true)
        commands.removeAll(keepingCapacity: true)
        var taken = TakenCells(cell: cell)
        let reach = grid.reach
        for shape in shapes.shapes where shape.box.meets(reach) {
            draw(shape, &taken)
            if drawn.count > most { return }
        }
        for point in points where taken.take(point.step) {
            let start = commands.count
            commands.append(9)
            commands.append(ProtobufText.zigzag(point.step.x))
            commands.append(ProtobufText.zigzag(point.step.y))
            drawn.append(Drawn(row: point.row, kind: .point, commands: start..<(start + 3)))
            if drawn.count > most { return }
        }
    }

    /// Leaves out what is more than so many things.
    mutating func cut(to most: Int) {
        if drawn.count > most { drawn.removeSubrange(most...) }
    }

    private mutating func draw(_ shape: TileShapes.Shape, _ taken: inout TakenCells) {
        var path = TilePath()
        switch shape.kind {
        case .points:
            let inside = shape.parts.joined().joined().map { Self.step(grid.steps($0)) }.filter(Self.isInFrame)
            path.points(inside.filter { taken.take($0) })
            add(shape, .point, path)
        case .lines:
            if size(shape.box) < max(taken.cell, TileGrid.pixel), !taken.take(corner(shape.box)) { return }
            for line in shape.parts.joined() {
                for part in Clipping.line(line.map(grid.steps), to: TileGrid.frame) {
                    path.line(GridLine.simplified(part))
                }
            }
            add(shape, .line, path)
        case .areas:
            let size = size(shape.box)
            if size < max(taken.cell, TileGrid.pixel), !taken.take(corner(shape.box)) { return }
            // An area smaller than a pixel is shown as one: a map seen from afar is not empty.
            if size < TileGrid.pixel {
                let (corner, side) = (corner(shape.box), TileGrid.pixel)
                path.ring([
                    corner, GridPoint(x: corner.x + side, y: corner.y),
                    GridPoint(x: corner.x + side, y: corner.y + side), GridPoint(x: corner.x, y: corner.y + side),
                ])
            } else {
                for rings in shape.parts { draw(rings, &path) }
            }
            add(shape, .area, path)
        }
    }

    /// Draws an outer ring and its holes; holes without their outer ring are nothing.
    private func draw(_ rings: [[MapPoint]], _ path: inout TilePath) {
        for (place, ring) in rings.enumerated() {
            let clipped = Clipping.ring(ring.map(grid.steps), to: TileGrid.frame)
            guard let points = GridLine.ring(clipped, isOuter: place == 0) else {
                if place == 0 { return }
                continue
            }
            path.ring(points)
        }
    }

    private mutating func add(_ shape: TileShapes.Shape, _ kind: Drawn.Kind, _ path: TilePath) {
        guard !path.commands.isEmpty else { return }
        let start = commands.count
        commands += path.commands
        drawn.append(Drawn(row: shape.row, kind: kind, commands: start..<commands.count))
    }

    private static func step(_ point: MapPoint) -> GridPoint {
        GridPoint(x: Int(point.x.rounded()), y: Int(point.y.rounded()))
    }

    private func corner(_ box: MapBox) -> GridPoint {
        let corner = grid.steps(MapPoint(x: box.west, y: box.north))
        let (low, high) = (Double(-TileGrid.margin), Double(TileGrid.extent + TileGrid.margin))
        return Self.step(MapPoint(x: min(high, max(low, corner.x)), y: min(high, max(low, corner.y))))
    }

    /// The longer side in steps.
    private func size(_ box: MapBox) -> Int {
        let (first, last) = (
            grid.steps(MapPoint(x: box.west, y: box.north)), grid.steps(MapPoint(x: box.east, y: box.south))
        )
        return Int(min(1e9, max(last.x - first.x, last.y - first.y)))
    }

    private static func isInFrame(_ point: GridPoint) -> Bool {
        let reach = -TileGrid.margin...TileGrid.extent + TileGrid.margin
        return reach ~= point.x && reach ~= point.y
    }
}
