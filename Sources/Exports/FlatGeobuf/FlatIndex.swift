import Tables

/// A rectangle in the coordinates of a file.
struct FlatBox {
    var west = Double.infinity
    var south = Double.infinity
    var east = -Double.infinity
    var north = -Double.infinity

    /// A rectangle around nothing: no question finds it.
    init() {}

    init(_ places: [Coordinate]) {
        for place in places {
            west = min(west, place.longitude)
            south = min(south, place.latitude)
            east = max(east, place.longitude)
            north = max(north, place.latitude)
        }
    }

    var isEmpty: Bool { west > east }

    mutating func add(_ other: FlatBox) {
        west = min(west, other.west)
        south = min(south, other.south)
        east = max(east, other.east)
        north = max(north, other.north)
    }
}

/// The index of places of a FlatGeobuf file: a packed R-tree over the shapes in the order of a Hilbert curve, so that
/// what lies together stands together.
struct FlatIndex {
    /// How many children a node has.
    static let nodeSize = 16

    /// The order in which the shapes should stand: along the curve, those that have no place last.
    static func order(_ boxes: [FlatBox], within all: FlatBox) -> [Int] {
        let width = max(all.east - all.west, .leastNormalMagnitude)
        let height = max(all.north - all.south, .leastNormalMagnitude)
        let keys = boxes.map { box -> UInt32 in
            guard !box.isEmpty else { return .max }
            let x = ((box.west + box.east) / 2 - all.west) / width * 65_535
            let y = ((box.south + box.north) / 2 - all.south) / height * 65_535
            return hilbert(UInt32(min(max(x, 0), 65_535)), UInt32(min(max(y, 0), 65_535)))
        }
        return boxes.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    }

    /// Writes the nodes, the root first: a rectangle, then for a leaf where its row is among the bytes of the rows, for
    /// the others the number of their first child. `boxes` are in the order of the rows, `lengths` are those of the
    /// rows.
    static func write(
        _ boxes: [FlatBox], lengths: [UInt32], to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        // One row alone has a root above it, too.
        var levels = [parents(of: boxes)]
        while let level = levels.last, level.count > 1 { levels.append(parents(of: level)) }
        var buffer = FlatBytes()
        var first = 0
        for level in levels.reversed() {
            first += level.count
            for (place, box) in level.enumerated() { buffer.add(box, UInt64(first + place * nodeSize)) }
        }
        var start: UInt64 = 0
        for (box, length) in zip(boxes, lengths) {
            buffer.add(box, start)
            start += UInt64(length)
            if buffer.place > 64 << 10 {
                try buffer.bytes.withUnsafeBytes(output)
                buffer = FlatBytes()
            }
        }
        try buffer.bytes.withUnsafeBytes(output)
    }

    /// The rectangles around each sixteen of some.
    private static func parents(of boxes: [FlatBox]) -> [FlatBox] {
        stride(from: 0, to: boxes.count, by: nodeSize).map { start in
            var parent = FlatBox()
            for box in boxes[start..<min(start + nodeSize, boxes.count)] { parent.add(box) }
            return parent
        }
    }

    /// How far along the curve a place is; both coordinates have 16 bits. From the public domain code of rawrunprotected
    /// (*2D Hilbert curves in O(1)*), as FlatGeobuf uses it.
    private static func hilbert(_ x: UInt32, _ y: UInt32) -> UInt32 {
        var (d, place) = (UInt32(1) << 15, UInt32(0))
        var (x, y) = (x, y)
        while d > 0 {
            let right: UInt32 = x & d > 0 ? 1 : 0
            let up: UInt32 = y & d > 0 ? 1 : 0
            place &+= d &* d &* ((3 &* right) ^ up)
            // Each quarter of the curve is the curve, turned.
            if up == 0 {
                if right == 1 {
                    x = 65_535 &- x
                    y = 65_535 &- y
                }
                (x, y) = (y, x)
            }
            d >>= 1
        }
        return place
    }
}

extension FlatBytes {
    /// Adds a node of the index.
    fileprivate mutating func add(_ box: FlatBox, _ target: UInt64) {
        for number in [box.west, box.south, box.east, box.north] { add(number) }
        add(target)
    }
}
