import Catalog
import Queries
import Tables
import Testing

@Suite struct TextReadingTests {
    @Test func operatorsBindAsInTheStandard() throws {
        #expect(
            try CQL2.text("a = 1 OR b = 2 AND NOT c = 3")
                == .call(
                    "or",
                    [
                        .call("=", [.property("a"), .number(1)]),
                        .call(
                            "and",
                            [
                                .call("=", [.property("b"), .number(2)]),
                                .call("not", [.call("=", [.property("c"), .number(3)])]),
                            ]),
                    ]))
        #expect(
            try CQL2.text("a - 1 - 2 * b > 0")
                == .call(
                    ">",
                    [
                        .call(
                            "-",
                            [
                                .call("-", [.property("a"), .number(1)]),
                                .call("*", [.number(2), .property("b")]),
                            ]), .number(0),
                    ]))
        #expect(try CQL2.text("-a ^ 2 = 1") == CQL2.text("((-1) * a) ^ 2 = 1"))
    }

    @Test func writtenAndReadBack() throws {
        for text in [
            "a = 'l''île'", "a <> -1", "NOT (a = 1 AND b = 2)", "(a = 1 OR b = 2) AND c = 3", "a - (b - c) = 0",
            "(a + b) * c = 1", "a ^ (b ^ c) = 1", "(-1) ^ 2 = 1", "a - -1 = 1", "a LIKE '100\\%'", "\"a b\" = 1",
            "\"in\" = 1",
            "A_CONTAINS(a, ('x'))", "a IN ('x')", "T_DURING(a, INTERVAL('..', '2020-01-01'))",
            "S_WITHIN(a, BBOX(1, 2, 3, 4))", "S_WITHIN(a, GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4)))",
            "f() = TRUE", "a = 1e300", "a = 0.1", "(a IS NULL) = TRUE", "a BETWEEN 1 AND 2 AND b = 1",
            "NOT NOT a = 1", "S_EQUALS(a, MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0))))", "m:à.b = 'é'", "Foo(a, 1) = 2",
            "(a AND b) AND c", "a IN (1, 2) OR b", "a = 1.5e-7",
        ] {
            let expression = try CQL2.text(text)
            #expect(try CQL2.text(CQL2.text(of: expression)) == expression, "\(text)")
            #expect(try CQL2.json(CQL2.json(of: expression)) == expression, "\(text)")
        }
    }

    @Test func namesOfOperatorsAreReadInAnyCase() throws {
        #expect(
            try CQL2.text("s_Within(a, bbox(1,2,3,4)) AnD a iS nOt NuLl")
                == CQL2.text("S_WITHIN(a,BBOX(1,2,3,4)) and not a is null"))
        guard case .call("t_metBy", _) = try CQL2.text("T_METBY(a, b)") else {
            Issue.record("the operator has another name")
            return
        }
    }

    @Test func heightsAreNotLookedAt() throws {
        #expect(
            try CQL2.text("S_EQUALS(a, POINT Z (1 2 3))")
                == .call("s_equals", [.property("a"), .geometry(.point(Coordinate(longitude: 1, latitude: 2)))]))
        #expect(
            try CQL2.text("S_WITHIN(a, BBOX(1, 2, -10, 3, 4, 10))")
                == .call("s_within", [.property("a"), .box(Extent(west: 1, south: 2, east: 3, north: 4))]))
    }

    /// What the reference parser refuses is refused, and what only looks like CQL2.
    @Test(arguments: [
        "", " ", "a =", "= 1", "a = 'x", "a BETWEEN 1", "a IN ()", "(a=1", "a=1)", "a=1 b=2", "AND a=1", "a == 1",
        "NOT", "a IS nul", "a=1 AND", "x=1.2.3", "x=1e", "a='a' 'b'", "a > (b", "a b=1", "1a=1",
        "S_INTERSECTS(a,POINT EMPTY)", "S_INTERSECTS(a,GEOMETRYCOLLECTION())", "a NOT NULL", "$a=1", "a/*x*/=1",
        "a mod 2=1", "a='x';drop", "x LIKE 'a' || 'b'", "a => 1", "a =< 1", "a(=1", "a,b", "a=1,b=2", "\\",
        "a=1 OR", "a IS NULL NULL", "a IN (1,)", "a IN (,1)", "f(,)", "f(1,)", "S_WITHIN(a,POLYGON((1 2,3 4,5 6))",
        "a='é", "é à = 1", "a = DATE('2019-02-30')", "a = DATE('hier')", "a = TIMESTAMP('2019-01-01')",
        "T_DURING(a, INTERVAL('x', 'y'))", "S_WITHIN(a, BBOX(1,2,3))", "S_WITHIN(a, BBOX(1,5,3,4))",
        "S_WITHIN(a, POINT(1,2))", "S_WITHIN(a, POINT(1))", "S_WITHIN(a, POLYGON((0 0, 1 1, 0 0)))",
        "S_WITHIN(a, LINESTRING(1 1))", "a = 1e999", "S_WITHIN(a, POINT(1e300 1))", "a NOT = 1", "a < b < c",
    ])
    func isRefused(_ text: String) {
        #expect(throws: QueryError.self) { try CQL2.text(text) }
    }

    @Test func anErrorSaysWhere() {
        #expect(throws: QueryError("Unexpected “b = 2”.", at: 9)) { try CQL2.text("a = 'é' b = 2") }
        #expect(throws: QueryError("Expected a value, found the end of the filter.", at: 4)) { try CQL2.text("a = ") }
    }

    @Test func hostileTextsEnd() throws {
        let deep = 10_000
        for text in [
            String(repeating: "(", count: deep), String(repeating: "NOT ", count: deep) + "a=1",
            String(repeating: "-", count: deep) + "a=1", String(repeating: "f(", count: deep),
            "a=1" + String(repeating: "+1", count: deep), "a=" + String(repeating: "9", count: 100_000),
            "S_WITHIN(a, " + String(repeating: "GEOMETRYCOLLECTION(", count: deep),
            String(repeating: "'", count: 100_001), String(repeating: "a ", count: 50_000),
        ] {
            #expect(throws: QueryError.self) { try CQL2.text(text) }
        }
        let many = (0..<100_000).map(String.init).joined(separator: ",")
        #expect(throws: Never.self) { try CQL2.text("a IN (\(many))") }
        let long = String(repeating: "a = 1 OR ", count: 20_000) + "b = 2"
        let expression = try CQL2.text(long)
        #expect(try CQL2.text(CQL2.text(of: expression)) == expression)
    }
}
