/// A point on the grid of a tile.
struct GridPoint: Sendable, Hashable {
    var x: Int
    var y: Int
}

/// Lines and rings on the grid of a tile.
enum GridLine {
    /// A line on the grid, without points that nobody would miss: those nearer than a step to the line without them
    /// (Douglas and Peucker).
    static func simplified(_ line: [MapPoint]) -> [GridPoint] {
        var kept = [Bool](repeating: false, count: line.count)
        guard line.count > 1 else { return [] }
        kept[0] = true
        kept[line.count - 1] = true
        // A stack of our own: a line of a million points must not be as many calls deep.
        var open = [(0, line.count - 1)]
        while let (first, last) = open.popLast() {
            var (farthest, distance) = (first, 1.0)
            for place in (first + 1)..<max(first + 1, last) {
                let far = squareDistance(line[place], line[first], line[last])
                if far > distance { (farthest, distance) = (place, far) }
            }
            guard farthest > first else { continue }
            kept[farthest] = true
            open.append((first, farthest))
            open.append((farthest, last))
        }
        var points: [GridPoint] = []
        for place in line.indices where kept[place] {
            let point = GridPoint(x: Int(line[place].x.rounded()), y: Int(line[place].y.rounded()))
            if points.last != point { points.append(point) }
        }
        return points
    }

    /// A ring on the grid, clockwise (as seen on a screen) where it is an outer one, the other way round where it is
    /// a hole, its first point not repeated. Nil where nothing is left of it.
    static func ring(_ ring: [MapPoint], isOuter: Bool) -> [GridPoint]? {
        guard let first = ring.first else { return nil }
        var points = simplified(ring + [first])
        if points.count > 1, points.first == points.last { points.removeLast() }
        let area = doubleArea(points)
        guard points.count >= 3, area != 0 else { return nil }
        return (area > 0) == isOuter ? points : points.reversed()
    }

    /// Twice the area, positive where the ring runs clockwise on a screen.
    static func doubleArea(_ ring: [GridPoint]) -> Int {
        guard var last = ring.last else { return 0 }
        var area = 0
        for point in ring {
            area += last.x * point.y - point.x * last.y
            last = point
        }
        return area
    }

    private static func squareDistance(_ point: MapPoint, _ a: MapPoint, _ b: MapPoint) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let along = length == 0 ? 0 : min(1, max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
        let (x, y) = (point.x - a.x - along * dx, point.y - a.y - along * dy)
        return x * x + y * y
    }
}
