extension Geometry {
    /// The shape as a GeoJSON geometry (RFC 7946), compact, with at most 7 decimals (1 cm).
    public var geoJSON: String {
        var bytes: [UInt8] = []
        writeGeoJSON(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds the shape as ``geoJSON`` writes it.
    public func writeGeoJSON(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "{\"type\":\"".utf8)
        bytes.append(contentsOf: typeName.utf8)
        bytes.append(contentsOf: "\",\"coordinates\":".utf8)
        switch self {
        case .point(let point): Self.write(point, to: &bytes)
        case .multiPoint(let points), .lineString(let points): Self.write(points, to: &bytes)
        case .multiLineString(let lines), .polygon(let lines): Self.writeList(lines, to: &bytes, Self.write)
        case .multiPolygon(let polygons):
            Self.writeList(polygons, to: &bytes) { rings, bytes in Self.writeList(rings, to: &bytes, Self.write) }
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// The name that GeoJSON gives to the kind of shape (`Point`, `MultiPolygon`…).
    public var typeName: String {
        switch self {
        case .point: "Point"
        case .multiPoint: "MultiPoint"
        case .lineString: "LineString"
        case .multiLineString: "MultiLineString"
        case .polygon: "Polygon"
        case .multiPolygon: "MultiPolygon"
        }
    }

    private static func write(_ point: Coordinate, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        point.longitude.writeDecimal(to: &bytes)
        bytes.append(UInt8(ascii: ","))
        point.latitude.writeDecimal(to: &bytes)
        bytes.append(UInt8(ascii: "]"))
    }

    private static func write(_ points: [Coordinate], to bytes: inout [UInt8]) {
        writeList(points, to: &bytes, write)
    }

    private static func writeList<Item>(
        _ items: [Item], to bytes: inout [UInt8], _ writeItem: (Item, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for (place, item) in items.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            writeItem(item, &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}

extension Double {
    /// Adds the number of degrees with at most 7 decimals, none of them a needless zero.
    public func writeDecimal(to bytes: inout [UInt8]) {
        guard isFinite, magnitude < 1e9 else { return bytes.append(UInt8(ascii: "0")) }
        let units = Int((self * 1e7).rounded())
        if units < 0 { bytes.append(UInt8(ascii: "-")) }
        var (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: 10_000_000)
        let start = bytes.count
        repeat {
            bytes.append(0x30 + UInt8(whole % 10))
            whole /= 10
        } while whole > 0
        bytes[start...].reverse()
        guard part > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var power: UInt = 1_000_000
        while part > 0 {
            bytes.append(0x30 + UInt8(part / power))
            part %= power
            power /= 10
        }
    }
}

extension Geometry {
    /// Reads a GeoJSON geometry. Altitudes are dropped and open rings closed; nil if the text is no geometry of one
    /// thing (`null`, an empty shape, a collection).
    public init?(geoJSON: String) {
        var text = geoJSON
        let read = text.withUTF8 { bytes -> Geometry? in
            var scanner = JSONScanner(bytes)
            return (try? Geometry.read(&scanner)) ?? nil
        }
        guard let read else { return nil }
        self = read
    }

    /// Takes a GeoJSON geometry, or `null`. Nil for what is no shape of one thing.
    package static func read(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Geometry? {
        guard try scanner.kind() == .object else {
            _ = try scanner.raw()
            return nil
        }
        var type = ""
        var shape: Geometry?
        var postponed: Int?
        try scanner.members { (scanner, name) throws(JSONScanner.Fault) in
            if name.elementsEqual("type".utf8), try scanner.kind() == .string {
                type = try scanner.string()
            } else if name.elementsEqual("coordinates".utf8), try scanner.kind() == .array {
                if type.isEmpty {
                    postponed = scanner.position
                    _ = try scanner.raw()
                } else {
                    shape = try coordinates(of: type, &scanner)
                }
            } else {
                _ = try scanner.raw()
            }
        }
        if let postponed {
            let end = scanner.position
            scanner.position = postponed
            shape = try coordinates(of: type, &scanner)
            scanner.position = end
        }
        return shape
    }

    private static func coordinates(
        of type: String, _ scanner: inout JSONScanner
    ) throws(JSONScanner.Fault) -> Geometry? {
        switch type {
        case "Point": return try position(&scanner).map(Geometry.point)
        case "MultiPoint": return filled(try positions(&scanner)).map(Geometry.multiPoint)
        case "LineString": return line(try positions(&scanner)).map(Geometry.lineString)
        case "MultiLineString":
            var lines: [[Coordinate]] = []
            try scanner.items { (scanner) throws(JSONScanner.Fault) in
                if let line = line(try positions(&scanner)) { lines.append(line) }
            }
            return filled(lines).map(Geometry.multiLineString)
        case "Polygon": return try rings(&scanner).map(Geometry.polygon)
        case "MultiPolygon":
            var polygons: [[[Coordinate]]] = []
            try scanner.items { (scanner) throws(JSONScanner.Fault) in
                if let rings = try rings(&scanner) { polygons.append(rings) }
            }
            return filled(polygons).map(Geometry.multiPolygon)
        default:
            _ = try scanner.raw()
            return nil
        }
    }

    private static func rings(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> [[Coordinate]]? {
        var rings: [[Coordinate]] = []
        var isOuter = true
        var hasOuter = false
        try scanner.items { (scanner) throws(JSONScanner.Fault) in
            var ring = try positions(&scanner)
            if let first = ring.first, ring.last != first { ring.append(first) }
            if ring.count >= 4 {
                rings.append(ring)
                if isOuter { hasOuter = true }
            }
            isOuter = false
        }
        return hasOuter ? rings : nil
    }

    private static func positions(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> [Coordinate] {
        var points: [Coordinate] = []
        try scanner.items { (scanner) throws(JSONScanner.Fault) in
            if let point = try position(&scanner) { points.append(point) }
        }
        return points
    }

    private static func position(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Coordinate? {
        var longitude = Double.nan
        var latitude = Double.nan
        var count = 0
        try scanner.items { (scanner) throws(JSONScanner.Fault) in
            if count < 2, try scanner.kind() == .number {
                let number = try scanner.number()
                if count == 0 { longitude = number } else { latitude = number }
            } else {
                _ = try scanner.raw()
            }
            count += 1
        }
        guard longitude.isFinite, latitude.isFinite else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    private static func line(_ points: [Coordinate]) -> [Coordinate]? { points.count >= 2 ? points : nil }

    private static func filled<Part>(_ parts: [Part]) -> [Part]? { parts.isEmpty ? nil : parts }
}
