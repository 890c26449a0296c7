import Catalog
import Foundation
import Queries
import Tables
import Testing

/// Questions that are made to crash or to hold up: they end, with an answer or a message.
@Suite struct HostileTests {
    @Test func patternsOfManyWildcardsEnd() throws {
        let rows = (0..<200).map { [String(repeating: "a", count: 500) + "\($0)"] }
        let edition = try Sample.edition(fields: [("nom", #""type":"string""#)], rows: rows)
        for pattern in [
            String(repeating: "%a", count: 200) + "%b", String(repeating: "%", count: 100_000) + "b",
            String(repeating: "%_", count: 300) + "%é", String(repeating: "a%_", count: 100) + "b%",
        ] {
            #expect(try edition.rows(where: "nom LIKE '\(pattern)'") == [])
        }
        #expect(try edition.rows(where: "nom LIKE '\(String(repeating: "_", count: 501))'") == Array(0..<10))
    }

    @Test func longListsAndPolygonsEnd() throws {
        let many = (0..<20_000).map { "'x\($0)'" }.joined(separator: ",")
        #expect(try Sample.parks.rows(where: "nom IN (\(many), 'Île Barbe')") == [4])
        #expect(try Sample.parks.rows(where: "jeux IN (\(many), 'skate')") == [2])
        #expect(try Sample.parks.rows(where: "CASEI(nom) IN (\(many), 'île barbe')") == [4])
        #expect(try Sample.parks.rows(where: "A_CONTAINS(jeux, (\(many)))") == [])
        let numbers = (0..<100_000).map(String.init).joined(separator: ",")
        #expect(try Sample.parks.rows(where: "surface IN (\(numbers))") == [1, 3])
        let corners = 20_000
        let ring = (0...corners).map { corner in
            let angle = Double(corner % corners) / Double(corners) * 2 * .pi
            let radius = corner % 2 == 0 ? 0.01 : 0.02
            return Coordinate(longitude: 4.828 + radius * cos(angle), latitude: 45.776 + radius * sin(angle))
        }
        let star = FilterExpression.call("s_within", [.property("geometry"), .geometry(.polygon([ring]))])
        #expect(try Sample.parks.truth(of: star).rows == [1])
    }

    @Test func hugeNumbersHaveNoResult() throws {
        for filter in [
            "surface * 1e300 * 1e300 > 1", "surface ^ 1e9 > 1", "surface DIV 0 = 1", "surface % 0 = 1",
            "surface / 1e-320 > 1e308", "0 / 0 = 0", "annee - 1e308 - 1e308 < 0",
        ] {
            #expect(try Sample.parks.rows(where: filter) == [], "\(filter)")
        }
        #expect(try Sample.parks.rows(where: "within_distance(geometry, POINT(4.84 45.757), 1e300)").count == 5)
        #expect(try Sample.parks.rows(where: "within_distance(geometry, POINT(180 90), 1e7)") == [0, 1, 2, 3, 4])
        #expect(try Sample.parks.rows(where: "S_INTERSECTS(geometry, BBOX(-1e9, -1e9, 1e9, 1e9))").count == 5)
        #expect(throws: QueryError.self) {
            try Sample.parks.groups(by: [.width(.property("surface"), .infinity)], measures: [])
        }
        #expect(
            try Sample.parks.groups(by: [.width(.property("surface"), 1e-300)], measures: [.count]).count > 1)
    }

    @Test func wrongShapesAreUnknown() throws {
        let bow: [Coordinate] = [(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)].map {
            Coordinate(longitude: $0.0, latitude: $0.1)
        }
        let nan = Coordinate(longitude: .nan, latitude: .infinity)
        let edition = try Sample.edition(
            fields: [("n", #""type":"string""#)], rows: Array(repeating: ["x"], count: 7),
            geometries: [
                .polygon([bow]), .polygon([]), .lineString([nan, nan]), .multiPolygon([]), .point(nan),
                .lineString([bow[0]]), .polygon([[bow[0], bow[1]]]),
            ])
        for relation in ["INTERSECTS", "EQUALS", "DISJOINT", "TOUCHES", "WITHIN", "OVERLAPS", "CROSSES", "CONTAINS"] {
            for literal in [
                "POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))", "BBOX(0, 0, 1, 1)", "LINESTRING(0 0, 0 0)", "BBOX(1, 1, 1, 1)",
            ] {
                let (yes, no) = ("S_\(relation)(geometry, \(literal))", "NOT S_\(relation)(geometry, \(literal))")
                let both = Set(try edition.rows(where: yes)).intersection(try edition.rows(where: no))
                #expect(both.isEmpty, "\(yes)")
            }
        }
        #expect(try edition.rows(where: "within_distance(geometry, POINT(1 1), 10)") == [0, 6])
        #expect(edition.rows(touching: Extent(west: 5, south: 0, east: -5, north: 1)).isEmpty)
    }

    @Test func longQuestionsEnd() throws {
        let words = (0..<20_000).map { "mot\($0)" }.joined(separator: " ")
        #expect(try Sample.parks.rows(where: "search('\(words)')") == [])
        let parts = (0..<20_000).map { "surface = \($0)" }.joined(separator: " OR ")
        #expect(try Sample.parks.rows(where: parts) == [1, 3])
        let deep = String(repeating: "(", count: 100) + "surface" + String(repeating: "+1)", count: 100) + " = 500"
        #expect(try Sample.parks.rows(where: deep) == [1])
        let nested = (0..<60).reduce("clos") { inner, _ in "NOT (\(inner) AND TRUE)" }
        #expect(try Sample.parks.rows(where: nested) == [0, 1])
    }
}

@Suite struct EffortTests {
    @Test func tooMuchWorkIsRefusedBeforeItIsDone() throws {
        let rows = (0..<20_000).map { ["Rue \($0)", "Place \($0 / 2)"] }
        let edition = try Sample.edition(fields: [("a", #""type":"string""#), ("b", #""type":"string""#)], rows: rows)
        let parts = (0..<10_000).map { "a = concat(b, '\($0)')" }.joined(separator: " OR ")
        #expect(throws: QueryError.self) { try edition.rows(where: parts) }
        #expect(try edition.rows(where: "a LIKE '%99' AND a = 'Rue 1999' AND concat(a, b) LIKE '%Place%'") == [1999])
    }
}
