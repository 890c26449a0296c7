/// Shapes as bytes: well-known binary (OGC 06-103r4, §8), little endian, which keeps every coordinate exactly.
extension Geometry {
    /// The shape in well-known binary.
    public var wkb: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    /// Reads a shape that `wkb` wrote; nil if the bytes are anything else.
    public init?(wkb bytes: [UInt8]) {
        var reader = WKBReader(bytes: bytes[...])
        guard let shape = reader.geometry() else { return nil }
        self = shape
    }

    private func write(to bytes: inout [UInt8]) {
        bytes.append(1)
        switch self {
        case .point(let point):
            bytes.write(UInt32(1))
            bytes.write(point)
        case .lineString(let points):
            bytes.write(UInt32(2))
            bytes.write(points)
        case .polygon(let rings):
            bytes.write(UInt32(3))
            bytes.write(UInt32(rings.count))
            for ring in rings { bytes.write(ring) }
        case .multiPoint(let points):
            bytes.write(parts: points.map(Geometry.point), type: 4)
        case .multiLineString(let lines):
            bytes.write(parts: lines.map(Geometry.lineString), type: 5)
        case .multiPolygon(let polygons):
            bytes.write(parts: polygons.map(Geometry.polygon), type: 6)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func write(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func write(_ place: Coordinate) {
        write(place.longitude.bitPattern)
        write(place.latitude.bitPattern)
    }

    fileprivate mutating func write(_ places: [Coordinate]) {
        write(UInt32(places.count))
        for place in places { write(place) }
    }

    fileprivate mutating func write(parts: [Geometry], type: UInt32) {
        write(type)
        write(UInt32(parts.count))
        for part in parts { append(contentsOf: part.wkb) }
    }
}

private struct WKBReader {
    var bytes: ArraySlice<UInt8>

    mutating func geometry() -> Geometry? {
        guard bytes.popFirst() == 1, let type: UInt32 = number() else { return nil }
        switch type {
        case 1: return place().map(Geometry.point)
        case 2: return places().map(Geometry.lineString)
        case 3: return list { $0.places() }.map(Geometry.polygon)
        case 4: return list { $0.point() }.map(Geometry.multiPoint)
        case 5: return list { $0.line() }.map(Geometry.multiLineString)
        case 6: return list { $0.polygon() }.map(Geometry.multiPolygon)
        default: return nil
        }
    }

    private mutating func point() -> Coordinate? {
        if case .point(let point)? = geometry() { point } else { nil }
    }

    private mutating func line() -> [Coordinate]? {
        if case .lineString(let line)? = geometry() { line } else { nil }
    }

    private mutating func polygon() -> [[Coordinate]]? {
        if case .polygon(let rings)? = geometry() { rings } else { nil }
    }

    private mutating func places() -> [Coordinate]? { list { $0.place() } }

    private mutating func place() -> Coordinate? {
        guard let longitude: UInt64 = number(), let latitude: UInt64 = number() else { return nil }
        return Coordinate(longitude: Double(bitPattern: longitude), latitude: Double(bitPattern: latitude))
    }

    private mutating func list<Item>(_ item: (inout Self) -> Item?) -> [Item]? {
        guard let count: UInt32 = number() else { return nil }
        var items: [Item] = []
        for _ in 0..<count {
            guard let next = item(&self) else { return nil }
            items.append(next)
        }
        return items
    }

    private mutating func number<Number: FixedWidthInteger>() -> Number? {
        let size = MemoryLayout<Number>.size
        guard bytes.count >= size else { return nil }
        let value = bytes.prefix(size).reversed().reduce(Number.zero) { $0 << 8 | Number(truncatingIfNeeded: $1) }
        bytes = bytes.dropFirst(size)
        return value
    }
}
