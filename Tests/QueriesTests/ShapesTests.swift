import Catalog
import Queries
import Tables
import Testing

@Suite struct ShapesTests {
    private func holds(_ filter: String) throws -> Bool { try Sample.parks.rows(where: filter).count == 7 }

    @Test(arguments: [
        "S_TOUCHES(POLYGON((0 0, 2 0, 2 2, 0 2, 0 0)), POLYGON((2 0, 4 0, 4 2, 2 2, 2 0)))",
        "S_TOUCHES(POINT(2 1), POLYGON((0 0, 2 0, 2 2, 0 2, 0 0)))",
        "S_OVERLAPS(POLYGON((0 0, 2 0, 2 2, 0 2, 0 0)), BBOX(1, 1, 3, 3))",
        "S_CROSSES(LINESTRING(-1 1, 3 1), POLYGON((0 0, 2 0, 2 2, 0 2, 0 0)))",
        "S_CROSSES(POLYGON((0 0, 2 0, 2 2, 0 2, 0 0)), LINESTRING(-1 1, 3 1))",
        "S_EQUALS(LINESTRING(0 0, 2 0), LINESTRING(2 0, 1 0, 0 0))",
        "S_WITHIN(POINT(1 0), LINESTRING(0 0, 2 0))", "NOT S_WITHIN(POINT(0 0), LINESTRING(0 0, 2 0))",
        "S_DISJOINT(POINT(1 1), POLYGON((0 0, 4 0, 4 4, 0 4, 0 0), (0.5 0.5, 2 0.5, 2 2, 0.5 2, 0.5 0.5)))",
        "S_CONTAINS(GEOMETRYCOLLECTION(POLYGON((0 0, 2 0, 2 2, 0 2, 0 0)), POINT(5 5)), MULTIPOINT((1 1), (5 5)))",
        "S_OVERLAPS(MULTILINESTRING((5 4, 2 0, 3 2, 2 6), (6 2, 5 3, 0 2)), MULTILINESTRING((0 4, 4 3, 1 3, 3 1), (5 4, 2 0)))",
        "NOT S_CROSSES(MULTILINESTRING((5 4, 2 0, 3 2, 2 6), (6 2, 5 3, 0 2)), MULTILINESTRING((0 4, 4 3, 1 3, 3 1), (5 4, 2 0)))",
        "S_INTERSECTS(POINT(179.5 0), BBOX(179, -1, -179, 1))", "S_INTERSECTS(POINT(-179.5 0), BBOX(179, -1, -179, 1))",
        "NOT S_INTERSECTS(POINT(0 0), BBOX(179, -1, -179, 1))",
        "S_INTERSECTS(POINT(1 1), BBOX(1, 1, 1, 1))", "S_INTERSECTS(LINESTRING(0 0, 2 2), BBOX(1, 1, 1, 3))",
    ])
    func isTrue(_ filter: String) throws {
        #expect(try holds(filter))
    }

    /// Where a point is in a polygon is the same whether GEOS is asked or our own way for points, on a grid where points
    /// lie on corners and edges all the time.
    @Test func pointsAreFoundAsByGEOS() throws {
        var seed: UInt64 = 3
        func next(_ limit: UInt64) -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double((seed >> 33) % limit)
        }
        let places = (0..<15).flatMap { x in
            (0..<15).map { y in Coordinate(longitude: Double(x) / 2, latitude: Double(y) / 2) }
        }
        let fields = [("n", #""type":"string""#)]
        let rows = places.map { _ in ["x"] }
        let points = try Sample.edition(fields: fields, rows: rows, geometries: places.map { .point($0) })
        // GEOS is asked for a multipoint.
        let others = try Sample.edition(fields: fields, rows: rows, geometries: places.map { .multiPoint([$0]) })
        for number in 0..<60 {
            let corners = (0..<(3 + number % 30)).map { _ in Coordinate(longitude: next(8), latitude: next(8)) }
            let hole = [(2.0, 2.0), (3, 2), (3, 3), (2, 3), (2, 2)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
            let frame = [(1.0, 1.0), (6, 1), (6, 6), (1, 6), (1, 1)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
            let shape: Geometry =
                switch number % 3 {
                case 0: .polygon([frame, hole])
                case 1:
                    .multiPolygon([
                        [frame, hole], [hole.map { Coordinate(longitude: $0.longitude + 5, latitude: $0.latitude) }],
                    ])
                // A star around a middle does not cross itself.
                default: .polygon([Self.star(around: corners)])
                }
            for relation in ["s_intersects", "s_within", "s_touches", "s_disjoint"] {
                let filter = FilterExpression.call(relation, [.property("geometry"), .geometry(shape)])
                #expect(try points.truth(of: filter) == others.truth(of: filter), "\(relation) \(shape)")
            }
        }
    }

    /// Corners sorted around the middle of the grid, each direction once.
    private static func star(around corners: [Coordinate]) -> [Coordinate] {
        let directions: [(Double, Double)] = [
            (3, 0), (2, 1), (1, 1), (1, 3), (0, 2), (-1, 2), (-3, 1), (-2, 0), (-2, -1), (-1, -3), (0, -1), (2, -3),
        ]
        return directions.enumerated().map { place, direction in
            let corner = corners[place % corners.count]
            let stretch = 1 + (corner.longitude + corner.latitude) / 16
            return Coordinate(longitude: 3.5 + direction.0 * stretch, latitude: 3.5 + direction.1 * stretch)
        }
    }

    @Test func boxesAreFoundByTheIndexAsWithoutIt() throws {
        var seed: UInt64 = 5
        func next() -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double((seed >> 33) % 1000) / 10
        }
        let shapes: [Geometry?] = (0..<3000).map { number in
            if number % 50 == 0 { return nil }
            let place = Coordinate(longitude: next(), latitude: next() - 50)
            if number % 7 > 0 { return .point(place) }
            return .lineString([place, Coordinate(longitude: place.longitude + next() / 20, latitude: place.latitude)])
        }
        let edition = try Sample.edition(
            fields: [("n", #""type":"string""#)], rows: shapes.map { _ in ["x"] }, geometries: shapes)
        for _ in 0..<40 {
            let (west, south) = (next(), next() - 50)
            let box = Extent(west: west, south: south, east: west + next() / 4, north: south + next() / 4)
            let expected = shapes.indices.filter { row in
                guard let shape = shapes[row], let bounds = Extent(of: shape.coordinates) else { return false }
                return bounds.west <= box.east && bounds.east >= box.west && bounds.south <= box.north
                    && bounds.north >= box.south
            }
            #expect(edition.rows(touching: box).rows == expected)
            #expect(try edition.truth(of: .call("s_intersects", [.property("geometry"), .box(box)])).rows == expected)
        }
    }
}
