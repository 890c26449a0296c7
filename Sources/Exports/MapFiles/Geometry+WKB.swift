import Tables

extension Geometry {
    /// Adds the shape in well-known binary (OGC 06-103r4, §8), as hexadecimal digits: every coordinate is kept exactly.
    func writeWKB(to bytes: inout [UInt8]) {
        switch self {
        case .point(let point):
            Self.head(1, to: &bytes)
            Self.write(point, to: &bytes)
        case .lineString(let line):
            Self.head(2, to: &bytes)
            Self.write(line, to: &bytes)
        case .polygon(let rings):
            Self.head(3, to: &bytes)
            bytes.writeHex(UInt32(rings.count))
            for ring in rings { Self.write(ring, to: &bytes) }
        case .multiPoint(let points): Self.write(points.map(Geometry.point), type: 4, to: &bytes)
        case .multiLineString(let lines): Self.write(lines.map(Geometry.lineString), type: 5, to: &bytes)
        case .multiPolygon(let polygons): Self.write(polygons.map(Geometry.polygon), type: 6, to: &bytes)
        }
    }

    private static func head(_ type: UInt32, to bytes: inout [UInt8]) {
        bytes.writeHex(UInt8(1))
        bytes.writeHex(type)
    }

    private static func write(_ parts: [Geometry], type: UInt32, to bytes: inout [UInt8]) {
        head(type, to: &bytes)
        bytes.writeHex(UInt32(parts.count))
        for part in parts { part.writeWKB(to: &bytes) }
    }

    private static func write(_ line: [Coordinate], to bytes: inout [UInt8]) {
        bytes.writeHex(UInt32(line.count))
        for place in line { write(place, to: &bytes) }
    }

    private static func write(_ place: Coordinate, to bytes: inout [UInt8]) {
        bytes.writeHex(place.longitude.bitPattern)
        bytes.writeHex(place.latitude.bitPattern)
    }
}

extension [UInt8] {
    /// Adds the bytes of a number in hexadecimal digits, its lowest byte first.
    fileprivate mutating func writeHex(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { raw in
            for byte in raw {
                append(Self.digit(byte >> 4))
                append(Self.digit(byte & 15))
            }
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
