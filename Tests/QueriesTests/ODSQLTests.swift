import Catalog
import Foundation
import Queries
import Tables
import Testing

/// ODSQL as it is read: what each clause means, and where what is wrong was seen.
struct ODSQLTests {
    let context = ODSQL.Context(now: Date(timeIntervalSince1970: 1_700_000_000))

    private func condition(_ text: String) throws -> FilterExpression { try ODSQL.condition(text, in: context) }

    @Test func aTextAloneIsSearchedFor() throws {
        #expect(try condition("\"tree\"") == .call("search", [.text("tree")]))
        #expect(
            try condition("'dog' AND NOT \"cat*\"")
                == .call(
                    "and", [.call("search", [.text("dog")]), .call("not", [.call("search", [.text("cat*")])])]))
    }

    @Test func andBindsTighterThanOr() throws {
        let (a, b, c): (FilterExpression, FilterExpression, FilterExpression) = (
            .call("=", [.property("a"), .boolean(true)]), .call(">", [.property("b"), .number(5)]),
            .call("<", [.property("c"), .number(2)])
        )
        #expect(try condition("a or b > 5 and c < 2") == .call("or", [a, .call("and", [b, c])]))
        #expect(try condition("(a OR b > 5) AND c < 2") == .call("and", [.call("or", [a, b]), c]))
    }

    @Test func comparisonsAreThoseOfCQL2() throws {
        #expect(try condition("x != 'a'") == .call("<>", [.property("x"), .text("a")]))
        #expect(try condition("x:'a'") == .call("=", [.property("x"), .text("a")]))
        #expect(try condition("`and` = -1.5e2") == .call("=", [.property("and"), .number(-150)]))
        #expect(try condition("x is not null") == .call("not", [.call("isNull", [.property("x")])]))
        #expect(try condition("x is false") == .call("=", [.property("x"), .boolean(false)]))
        #expect(
            try condition("x not in ('a', 'b')")
                == .call("not", [.call("in", [.property("x"), .array([.text("a"), .text("b")])])]))
        #expect(
            try condition("x between 1 and 2")
                == .call("between", [.property("x"), .number(1), .number(2)]))
    }

    @Test func bracketsThatOpenOutwardsLeaveTheirBoundOut() throws {
        let x = FilterExpression.property("x")
        #expect(
            try condition("x in [1..5]")
                == .call("and", [.call(">=", [x, .number(1)]), .call("<=", [x, .number(5)])]))
        #expect(
            try condition("x: ]1 TO 5[") == .call("and", [.call(">", [x, .number(1)]), .call("<", [x, .number(5)])]))
        #expect(
            try condition("x in [date'2017'..date'2018/02/01']")
                == .call("and", [.call(">=", [x, .date("2017-01-01")]), .call("<=", [x, .date("2018-02-01")])]))
    }

    @Test func datesAreReadAsTheyAreWritten() throws {
        func date(_ text: String) throws -> FilterExpression? {
            guard case .call(_, let sides) = try condition("d = date'\(text)'") else { return nil }
            return sides[1]
        }
        #expect(try date("2017-04-03T08:02") == .timestamp("2017-04-03T08:02:00Z"))
        #expect(try date("2017-04-03 08:02:11.5+0200") == .timestamp("2017-04-03T08:02:11.5+02:00"))
        #expect(try date("2024-02-29") == .date("2024-02-29"))
        for wrong in ["2023-02-29", "2017-13", "17", "", "hier", "2017-04-03T25:00", "2017-04-03T", "2017-1-1-1"] {
            #expect(throws: QueryError.self) { try date(wrong) }
        }
        var paris = context
        paris.timeZone = try #require(TimeZone(identifier: "Europe/Paris"))
        #expect(
            try ODSQL.condition("d > date'2023-07-01T12:00'", in: paris)
                == .call(">", [.property("d"), .timestamp("2023-07-01T12:00:00+02:00")]))
        #expect(
            try condition("d > now(days=-1)")
                == .call(">", [.property("d"), .timestamp("2023-11-13T22:13:20Z")]))
    }

    @Test func placesAreFoundByDistanceBoxAndShape() throws {
        let point = FilterExpression.geometry(.point(Coordinate(longitude: 4.8, latitude: 45.7)))
        let geo = FilterExpression.property("geo")
        for (unit, metres) in [("1km", 1000.0), ("1 mi", 1609.344), ("2yd", 1.8288), ("10ft", 3.048), ("5", 5)] {
            #expect(
                try condition("within_distance(geo, geom'POINT(4.8 45.7)', \(unit))")
                    == .call("within_distance", [geo, point, .number(metres)]))
        }
        #expect(
            try condition("in_bbox(geo, 45.8, 4.9, 45.7, 4.8)")
                == .call("s_intersects", [geo, .box(Extent(west: 4.8, south: 45.7, east: 4.9, north: 45.8))]))
        #expect(
            try condition(#"within(geo, geom'{"type":"Point","coordinates":[4.8,45.7]}')"#)
                == .call("s_within", [geo, point]))
    }

    @Test func selectionsHaveNames() throws {
        let items = try ODSQL.selection(
            "*, nom, surface * 2 AS double, count(*), avg( surface ) as moyenne, include(a*), exclude(b)", in: context)
        #expect(items.count == 7)
        #expect(items[0] == .all)
        #expect(items[1] == .value(.property("nom"), name: "nom"))
        #expect(items[2] == .value(.call("*", [.property("surface"), .number(2)]), name: "double"))
        #expect(items[3] == .value(.call("count", []), name: "count(*)"))
        #expect(items[4] == .value(.call("avg", [.property("surface")]), name: "moyenne"))
        #expect(items[5] == .include("a*"))
        #expect(items[6] == .exclude("b"))
    }

    @Test func groupsAreByFieldRangeAndTime() throws {
        let keys = try ODSQL.grouping(
            "commune as c, year(maj), range(surface, 100), range(surface, ]10, 50, 100[), range(maj, 1 day)",
            in: context)
        #expect(keys.map(\.name).prefix(3) == ["c", "year(maj)", "range(surface, 100)"])
        #expect(keys[0].key == .value(.property("commune")))
        #expect(keys[1].key == .value(.call("year", [.property("maj")])))
        #expect(keys[2].key == .width(.property("surface"), 100))
        #expect(
            keys[3].key == .ranges(.property("surface"), bounds: [nil, .number(10), .number(50), .number(100), nil]))
        #expect(keys[4].key == .span(.property("maj"), 1, unit: "day"))
    }

    @Test func ordersSayTheirDirection() throws {
        let keys = try ODSQL.order("count(*) desc, nom, surface ASC", in: context)
        #expect(keys.map(\.descending) == [true, false, false])
        #expect(keys[0].value == .call("count", []))
    }

    @Test(arguments: [
        ("", 0), ("x =", 3), ("x = 'a", 4), ("x = = 1", 4), ("(x = 1", 6), ("x = 1)", 5), ("x like 3", 7),
        ("x in (1", 7), ("x in [1, 2]", 7), ("x is maybe", 5), ("x between 1 or 2", 12), ("1 + 1", 0), ("x = #", 4),
        ("within_distance(g, geom'POINT(1 1)', 1 parsec)", 39), ("within(g, geom'CARRÉ')", 10), ("and", 0),
        ("a and", 5), ("d = date'jeudi'", 4), ("now(fortnights=1) = 1", 4), ("x = 1e999", 4),
    ])
    func whatIsWrongHasAPlace(_ text: String, _ position: Int) {
        let error = #expect(throws: QueryError.self) { try condition(text) }
        #expect(error?.position == position, "\(text): \(error?.message ?? "")")
    }

    @Test func nothingIsTooDeepOrTooLong() {
        for text in [
            String(repeating: "(", count: 15_000), String(repeating: "not ", count: 4000) + "x",
            String(repeating: "-", count: 15_000) + "1 = 1", "x = 1" + String(repeating: "+1", count: 8000),
            String(repeating: "f(", count: 9000), String(repeating: "a", count: 30_000),
            String(repeating: "'x' and ", count: 2000), String(repeating: "`", count: 19_999),
        ] {
            #expect(throws: QueryError.self) { try condition(text) }
        }
        #expect(throws: Never.self) { try condition("x = 1" + String(repeating: " or x = 2", count: 1000)) }
    }
}
