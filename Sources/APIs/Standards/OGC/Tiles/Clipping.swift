/// Cuts shapes at the frame of a tile.
enum Clipping {
    /// The part of a ring within a frame (Sutherland and Hodgman). The ring has no point twice at its end.
    static func ring(_ ring: [MapPoint], to frame: MapBox) -> [MapPoint] {
        var kept = ring
        for side in Side.allCases where !kept.isEmpty {
            var clipped: [MapPoint] = []
            clipped.reserveCapacity(kept.count + 4)
            var last = kept[kept.count - 1]
            for point in kept {
                if side.holds(point, frame) {
                    if !side.holds(last, frame) { clipped.append(side.crossing(last, point, frame)) }
                    clipped.append(point)
                } else if side.holds(last, frame) {
                    clipped.append(side.crossing(last, point, frame))
                }
                last = point
            }
            kept = clipped
        }
        return kept
    }

    /// The parts of a line within a frame (Liang and Barsky, segment by segment).
    static func line(_ line: [MapPoint], to frame: MapBox) -> [[MapPoint]] {
        var parts: [[MapPoint]] = []
        var part: [MapPoint] = []
        for (start, end) in zip(line, line.dropFirst()) {
            guard let (first, last) = segment(start, end, frame) else {
                if part.count > 1 { parts.append(part) }
                part = []
                continue
            }
            if part.last != first {
                if part.count > 1 { parts.append(part) }
                part = [first]
            }
            part.append(last)
        }
        if part.count > 1 { parts.append(part) }
        return parts
    }

    private static func segment(_ start: MapPoint, _ end: MapPoint, _ frame: MapBox) -> (MapPoint, MapPoint)? {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        var (from, to) = (0.0, 1.0)
        for (direction, room) in [
            (-dx, start.x - frame.west), (dx, frame.east - start.x), (-dy, start.y - frame.north),
            (dy, frame.south - start.y),
        ] {
            if direction == 0 {
                guard room >= 0 else { return nil }
            } else if direction < 0 {
                from = max(from, room / direction)
            } else {
                to = min(to, room / direction)
            }
        }
        guard from <= to else { return nil }
        let first = from == 0 ? start : MapPoint(x: start.x + from * dx, y: start.y + from * dy)
        let last = to == 1 ? end : MapPoint(x: start.x + to * dx, y: start.y + to * dy)
        return (first, last)
    }

    private enum Side: CaseIterable {
        case west, east, north, south

        func holds(_ point: MapPoint, _ frame: MapBox) -> Bool {
            switch self {
            case .west: point.x >= frame.west
            case .east: point.x <= frame.east
            case .north: point.y >= frame.north
            case .south: point.y <= frame.south
            }
        }

        func crossing(_ a: MapPoint, _ b: MapPoint, _ frame: MapBox) -> MapPoint {
            switch self {
            case .west, .east:
                let x = self == .west ? frame.west : frame.east
                return MapPoint(x: x, y: a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x))
            case .north, .south:
                let y = self == .north ? frame.north : frame.south
                return MapPoint(x: a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y: y)
            }
        }
    }
}
