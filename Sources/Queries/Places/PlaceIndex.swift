public import Catalog
public import Editions
import Tables

/// Where the rows of an edition are: a tree of boxes, packed along a Hilbert curve.
///
/// Neighbours on the curve are neighbours on the ground. Sixteen of them share a box, sixteen boxes a greater one, and
/// so on, so that a small rectangle is answered by looking at a few hundred boxes among a million.
final class PlaceIndex: Sendable {
    /// The rows whose place is known.
    let known: RowSet
    private let rows: [UInt32]
    /// Bounds of the rows in the order of the curve. Where all rows are points, the eastern bounds are the western.
    private let west: [Double]
    private let south: [Double]
    private let east: [Double]
    private let north: [Double]
    /// Which of them are points, where not all are.
    private let isPoint: [Bool]?
    /// The boxes of all levels, from those around sixteen rows up to the one around all.
    private let boxes: [Extent]
    /// Where the boxes of each level begin; the last is the end.
    private let levels: [Int]
    private static let fanout = 16

    init(_ edition: Edition) {
        let shapes = edition.positions.all
        var known = RowSet(rowCount: shapes.count)
        var boxes: [Extent] = []
        var rows: [UInt32] = []
        var points: [Bool] = []
        for (row, shape) in shapes.enumerated() {
            guard let shape, let box = shape.box else { continue }
            known.insert(row)
            rows.append(UInt32(row))
            boxes.append(box)
            if case .point = shape { points.append(true) } else { points.append(false) }
        }
        let order = Self.alongCurve(boxes)
        self.known = known
        self.rows = order.map { rows[$0] }
        west = order.map { boxes[$0].west }
        south = order.map { boxes[$0].south }
        let areAllPoints = points.allSatisfy { $0 }
        east = areAllPoints ? west : order.map { boxes[$0].east }
        north = areAllPoints ? south : order.map { boxes[$0].north }
        isPoint = areAllPoints ? nil : order.map { points[$0] }
        var level = Self.joined(order.map { boxes[$0] })
        var packed = level
        var levels = [0, level.count]
        while level.count > 1 {
            level = Self.joined(level)
            packed += level
            levels.append(packed.count)
        }
        self.boxes = packed
        self.levels = levels
    }

    private static func joined(_ boxes: [Extent]) -> [Extent] {
        stride(from: 0, to: boxes.count, by: fanout).map { start in
            boxes[start..<min(start + fanout, boxes.count)].dropFirst().reduce(boxes[start]) { $0.joined($1) }
        }
    }

    /// The order of boxes along a Hilbert curve through their centres.
    private static func alongCurve(_ boxes: [Extent]) -> [Int] {
        guard let whole = boxes.first.map({ boxes.reduce($0) { $0.joined($1) } }) else { return [] }
        let width = max(whole.east - whole.west, .leastNormalMagnitude)
        let height = max(whole.north - whole.south, .leastNormalMagnitude)
        func scaled(_ share: Double) -> UInt32 { UInt32(max(0, min(65_535, share * 65_535))) }
        var keys = boxes.enumerated().map { number, box in
            let x = scaled(((box.west + box.east) / 2 - whole.west) / width)
            let y = scaled(((box.south + box.north) / 2 - whole.south) / height)
            return UInt64(hilbert(x, y)) << 32 | UInt64(number)
        }
        keys.sort()
        return keys.map { Int($0 & 0xFFFF_FFFF) }
    }

    /// How far along a curve of 16 bits a place is.
    private static func hilbert(_ x: UInt32, _ y: UInt32) -> UInt32 {
        var (x, y, distance) = (x, y, UInt32(0))
        var side: UInt32 = 1 << 15
        while side > 0 {
            let (right, upper) = (x & side != 0 ? UInt32(1) : 0, y & side != 0 ? UInt32(1) : 0)
            distance &+= side &* side &* ((3 &* right) ^ upper)
            if upper == 0 {
                if right == 1 { (x, y) = (65_535 - x, 65_535 - y) }
                swap(&x, &y)
            }
            side >>= 1
        }
        return distance
    }

    /// Visits each row whose bounds touch one of some rectangles, once for each of them; with its place where it is a
    /// point.
    @inline(__always)
    func visit(_ boxes: [Extent], _ visit: (Int, Coordinate?) -> Void) {
        guard !rows.isEmpty else { return }
        for box in boxes where box.west <= box.east {
            // Boxes to look at: their level and place.
            var open = [(levels.count - 2, 0)]
            while let (level, place) = open.popLast() {
                guard self.boxes[levels[level] + place].touches(box) else { continue }
                let first = place * Self.fanout
                if level > 0 {
                    for child in first..<min(first + Self.fanout, levels[level] - levels[level - 1]) {
                        open.append((level - 1, child))
                    }
                    continue
                }
                for leaf in first..<min(first + Self.fanout, rows.count)
                where west[leaf] <= box.east && east[leaf] >= box.west && south[leaf] <= box.north
                    && north[leaf] >= box.south
                {
                    let isPoint = isPoint?[leaf] ?? true
                    visit(Int(rows[leaf]), isPoint ? Coordinate(longitude: west[leaf], latitude: south[leaf]) : nil)
                }
            }
        }
    }

    /// What it may take at most to compare all rows with a figure, in nanoseconds.
    var effort: Int { isPoint.map { $0.reduce(0) { $0 + ($1 ? 100 : 2000) } } ?? 100 * rows.count }
}

extension Edition {
    /// Where its rows are, by an index.
    var places: PlaceIndex { workings.places(true) { PlaceIndex(self) } }

    /// The rows whose bounds touch a rectangle, its border included; where its west is greater than its east, it spans
    /// the antimeridian. This is what the `bbox` of maps and tiles asks for; exact for points.
    public func rows(touching box: Extent) -> RowSet {
        var rows = RowSet(rowCount: rowCount)
        let boxes =
            box.west <= box.east
            ? [box]
            : [
                Extent(west: box.west, south: box.south, east: 180, north: box.north),
                Extent(west: -180, south: box.south, east: box.east, north: box.north),
            ]
        places.visit(boxes) { row, _ in rows.insert(row) }
        return rows
    }
}

extension Geometry {
    /// The rectangle around it; nil where it has no place.
    fileprivate var box: Extent? {
        if case .point(let place) = self {
            guard place.longitude.isFinite, place.latitude.isFinite else { return nil }
            return Extent(
                west: place.longitude, south: place.latitude, east: place.longitude, north: place.latitude)
        }
        return Extent(of: coordinates)
    }
}

extension Extent {
    fileprivate func joined(_ other: Extent) -> Extent {
        Extent(
            west: min(west, other.west), south: min(south, other.south), east: max(east, other.east),
            north: max(north, other.north))
    }

    fileprivate func touches(_ other: Extent) -> Bool {
        west <= other.east && east >= other.west && south <= other.north && north >= other.south
    }
}
