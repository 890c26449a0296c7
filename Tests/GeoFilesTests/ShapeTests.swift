import Tables
import Testing

@Suite("Points on shapes, and shapes as GeoJSON")
struct ShapeTests {
    @Test(arguments: [
        // A horseshoe, whose centroid lies outside.
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,0],[10,10],[8,10],[8,2],[2,2],[2,10],[0,10],[0,0]]]}",
        // A hole in the middle.
        """
        {"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[1,1],[9,1],[9,9],[1,9],[1,1]]]}
        """,
        // A thin sliver beside a large square.
        """
        {"type":"MultiPolygon","coordinates":[[[[20,0],[20.1,0],[20,30],[20,0]]],[[[0,0],[5,0],[5,5],[0,5],[0,0]]]]}
        """,
        "{\"type\":\"Polygon\",\"coordinates\":[[[4.8,45.7],[4.80001,45.70001],[4.8,45.70002],[4.8,45.7]]]}",
    ])
    func thePointLiesInside(text: String) throws {
        let shape = try #require(Geometry(geoJSON: text))
        #expect(shape.contains(try #require(shape.pointOnSurface)))
    }

    @Test func thePointOfALineIsItsMiddle() {
        let line = Geometry(geoJSON: "{\"type\":\"LineString\",\"coordinates\":[[0,0],[0,2],[4,2]]}")
        #expect(line?.pointOnSurface == Coordinate(longitude: 1, latitude: 2))
    }

    @Test func aFlatPolygonStillHasAPoint() {
        let flat = Geometry(geoJSON: "{\"type\":\"Polygon\",\"coordinates\":[[[4,45],[5,45],[6,45],[4,45]]]}")
        #expect(flat?.pointOnSurface == Coordinate(longitude: 4, latitude: 45))
    }

    @Test func shapesAreWrittenShort() {
        let point = Geometry.point(Coordinate(longitude: 4.850000012, latitude: -0.1))
        #expect(point.geoJSON == "{\"type\":\"Point\",\"coordinates\":[4.85,-0.1]}")
        for text in [
            "{\"type\":\"LineString\",\"coordinates\":[[0,0.0000001],[-4.5,2]]}",
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[20,0],[20.1,0],[20,30],[20,0]]]]}",
        ] { #expect(Geometry(geoJSON: text)?.geoJSON == text) }
    }

    @Test func whatIsNoShapeIsNil() {
        for text in ["null", "{}", "{\"type\":\"Point\"}", "{\"type\":\"Circle\",\"coordinates\":[1,2]}", "nonsense"] {
            #expect(Geometry(geoJSON: text) == nil)
        }
    }
}
