/// The commands that draw a shape: each position is told by its distance to the one before (Mapbox Vector Tile 2.1,
/// §4.3).
struct TilePath {
    private(set) var commands: [UInt32] = []
    private var pen = GridPoint(x: 0, y: 0)

    mutating func points(_ points: [GridPoint]) {
        guard !points.isEmpty else { return }
        command(1, count: points.count)
        for point in points { move(to: point) }
    }

    mutating func line(_ line: [GridPoint]) {
        guard line.count > 1, let first = line.first else { return }
        command(1, count: 1)
        move(to: first)
        command(2, count: line.count - 1)
        for point in line.dropFirst() { move(to: point) }
    }

    mutating func ring(_ ring: [GridPoint]) {
        line(ring)
        command(7, count: 1)
    }

    private mutating func command(_ id: UInt32, count: Int) { commands.append(id | UInt32(count) << 3) }

    private mutating func move(to point: GridPoint) {
        commands.append(ProtobufText.zigzag(point.x - pen.x))
        commands.append(ProtobufText.zigzag(point.y - pen.y))
        pen = point
    }
}
