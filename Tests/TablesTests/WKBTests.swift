import Tables
import Testing

@Suite struct WKBTests {
    static let ring = [
        Coordinate(longitude: 4.8, latitude: 45.7), Coordinate(longitude: 4.9, latitude: 45.7),
        Coordinate(longitude: 4.9, latitude: 45.8), Coordinate(longitude: 4.8, latitude: 45.7),
    ]
    static let shapes: [Geometry] = [
        .point(ring[0]), .lineString(ring), .polygon([ring, ring]), .multiPoint(ring), .multiLineString([ring, ring]),
        .multiPolygon([[ring], [ring, ring]]), .polygon([]),
    ]

    @Test(arguments: shapes) func shapesComeBackAsTheyWere(_ shape: Geometry) {
        #expect(Geometry(wkb: shape.wkb) == shape)
    }

    @Test(arguments: shapes) func bytesThatEndTooEarlyAreNoShape(_ shape: Geometry) {
        #expect(Geometry(wkb: Array(shape.wkb.dropLast())) == nil)
    }

    /// As PostGIS writes it: `SELECT ST_AsBinary(ST_MakePoint(1, 2), 'NDR')`.
    @Test func bytesAreThoseOfTheStandard() {
        let point = Geometry.point(Coordinate(longitude: 1, latitude: 2))
        #expect(point.wkb == [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0x40])
    }
}
