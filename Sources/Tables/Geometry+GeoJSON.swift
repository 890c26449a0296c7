extension Geometry {
    /// The shape as a GeoJSON geometry (RFC 7946), compact, with at most 7 decimals (1 cm).
    public var geoJSON: String {
        var text = "{\"type\":\"\(typeName)\",\"coordinates\":"
        switch self {
        case .point(let point): Self.write(point, to: &text)
        case .multiPoint(let points), .lineString(let points): Self.write(points, to: &text)
        case .multiLineString(let lines), .polygon(let lines): Self.writeList(lines, to: &text, Self.write)
        case .multiPolygon(let polygons):
            Self.writeList(polygons, to: &text) { rings, text in Self.writeList(rings, to: &text, Self.write) }
        }
        return text + "}"
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

    private static func write(_ point: Coordinate, to text: inout String) {
        text += "["
        text += decimal(point.longitude)
        text += ","
        text += decimal(point.latitude)
        text += "]"
    }

    private static func write(_ points: [Coordinate], to text: inout String) {
        writeList(points, to: &text, write)
    }

    private static func writeList<Item>(
        _ items: [Item], to text: inout String, _ writeItem: (Item, inout String) -> Void
    ) {
        text += "["
        for (place, item) in items.enumerated() {
            if place > 0 { text += "," }
            writeItem(item, &text)
        }
        text += "]"
    }

    private static func decimal(_ degrees: Double) -> String {
        guard degrees.isFinite, degrees.magnitude < 1e9 else { return "0" }
        let units = Int((degrees * 1e7).rounded())
        let (whole, part) = units.magnitude.quotientAndRemainder(dividingBy: 10_000_000)
        var text = (units < 0 ? "-" : "") + String(whole)
        guard part > 0 else { return text }
        var digits = String(part)
        digits = String(repeating: "0", count: 7 - digits.utf8.count) + digits
        while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
        text += "." + digits
        return text
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
