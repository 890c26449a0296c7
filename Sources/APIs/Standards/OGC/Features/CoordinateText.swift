import Editions
import Tables

/// Writes coordinates as JSON numbers, digit by digit: this runs once for each position that is given out.
struct CoordinateText {
    /// How many decimals are written at most: 7 of a degree are a centimetre, 3 of a metre a millimetre.
    let decimals: Int
    private let scale: Double
    private let unit: UInt64

    init(decimals: Int) {
        self.decimals = decimals
        unit = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        scale = Double(unit)
    }

    static let degrees = CoordinateText(decimals: 7)
    static let metres = CoordinateText(decimals: 3)

    /// Writes one number.
    func write(_ number: Double, to bytes: inout [UInt8]) {
        guard number.isFinite, number.magnitude < 1e11 else {
            bytes.append(UInt8(ascii: "0"))
            return
        }
        let units = UInt64((number.magnitude * scale).rounded())
        if number < 0, units > 0 { bytes.append(UInt8(ascii: "-")) }
        var (whole, rest) = units.quotientAndRemainder(dividingBy: unit)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digits in
            var first = 20
            repeat {
                first -= 1
                digits[first] = 0x30 + UInt8(whole % 10)
                whole /= 10
            } while whole > 0
            var end = 20
            if rest > 0 {
                digits[20] = UInt8(ascii: ".")
                end = 21 + decimals
                var place = end
                while place > 21 {
                    place -= 1
                    digits[place] = 0x30 + UInt8(rest % 10)
                    rest /= 10
                }
                while digits[end - 1] == 0x30 { end -= 1 }
            }
            bytes.append(contentsOf: digits[first..<end])
        }
    }
}

/// Writes shapes as GeoJSON geometries, in any coordinate reference system.
struct GeometryText {
    private let reprojection: Reprojection
    private let text: CoordinateText

    init(_ system: CoordinateSystem = .crs84) {
        reprojection = Reprojection(system)
        text = system.projection == nil ? .degrees : .metres
    }

    /// Writes a shape; `null` where the system does not reach it.
    func write(_ shape: Geometry, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes += "{\"type\":\"".utf8
        bytes += shape.typeName.utf8
        bytes += "\",\"coordinates\":".utf8
        let isReached =
            switch shape.wound {
            case .point(let place): write(place, &bytes)
            case .multiPoint(let places), .lineString(let places): list(places, &bytes, write)
            case .multiLineString(let lines), .polygon(let lines):
                list(lines, &bytes) { line, bytes in list(line, &bytes, write) }
            case .multiPolygon(let polygons):
                list(polygons, &bytes) { rings, bytes in
                    list(rings, &bytes) { ring, bytes in list(ring, &bytes, write) }
                }
            }
        guard isReached else {
            bytes.removeSubrange(start...)
            bytes += "null".utf8
            return
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private func write(_ place: Coordinate, _ bytes: inout [UInt8]) -> Bool {
        guard let (first, second) = reprojection.numbers(of: place) else { return false }
        bytes.append(UInt8(ascii: "["))
        text.write(first, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        text.write(second, to: &bytes)
        bytes.append(UInt8(ascii: "]"))
        return true
    }

    private func list<Item>(
        _ items: [Item], _ bytes: inout [UInt8], _ write: (Item, inout [UInt8]) -> Bool
    ) -> Bool {
        bytes.append(UInt8(ascii: "["))
        for (place, item) in items.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            guard write(item, &bytes) else { return false }
        }
        bytes.append(UInt8(ascii: "]"))
        return true
    }
}
