import Tables

/// Shapes as KML writes them (OGC 07-147r2, §10): longitude, comma, latitude.
enum KMLShape {
    static func write(_ shape: Geometry, to pieces: inout Pieces) {
        switch shape {
        case .point(let point): write(point: point, to: &pieces)
        case .lineString(let line): write(line: line, to: &pieces)
        case .polygon(let rings): write(polygon: rings, to: &pieces)
        case .multiPoint(let points): write(parts: points, to: &pieces, write(point:to:))
        case .multiLineString(let lines): write(parts: lines, to: &pieces, write(line:to:))
        case .multiPolygon(let polygons): write(parts: polygons, to: &pieces, write(polygon:to:))
        }
    }

    private static func write<Part>(
        parts: [Part], to pieces: inout Pieces, _ write: (Part, inout Pieces) -> Void
    ) {
        pieces.write("<MultiGeometry>")
        for part in parts { write(part, &pieces) }
        pieces.write("</MultiGeometry>")
    }

    private static func write(point: Coordinate, to pieces: inout Pieces) {
        pieces.write("<Point>")
        write([point], to: &pieces)
        pieces.write("</Point>")
    }

    private static func write(line: [Coordinate], to pieces: inout Pieces) {
        pieces.write("<LineString>")
        write(line, to: &pieces)
        pieces.write("</LineString>")
    }

    private static func write(polygon rings: [[Coordinate]], to pieces: inout Pieces) {
        pieces.write("<Polygon>")
        for (place, ring) in rings.enumerated() {
            pieces.write(place == 0 ? "<outerBoundaryIs><LinearRing>" : "<innerBoundaryIs><LinearRing>")
            write(ring, to: &pieces)
            pieces.write(place == 0 ? "</LinearRing></outerBoundaryIs>" : "</LinearRing></innerBoundaryIs>")
        }
        pieces.write("</Polygon>")
    }

    private static func write(_ places: [Coordinate], to pieces: inout Pieces) {
        pieces.write("<coordinates>")
        for (place, coordinate) in places.enumerated() {
            if place > 0 { pieces.bytes.append(0x20) }
            coordinate.longitude.writeDecimal(to: &pieces.bytes)
            pieces.bytes.append(0x2C)
            coordinate.latitude.writeDecimal(to: &pieces.bytes)
        }
        pieces.write("</coordinates>")
    }
}
