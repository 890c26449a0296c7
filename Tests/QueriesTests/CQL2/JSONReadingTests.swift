import Queries
import Testing

@Suite struct JSONReadingTests {
    private func read(_ text: String) throws -> FilterExpression { try CQL2.json(Array(text.utf8)) }

    @Test func membersComeInAnyOrder() throws {
        #expect(
            try read(#"{"args":[{"property":"a"},{"coordinates":[1,2],"type":"Point"}],"op":"S_WITHIN"}"#)
                == CQL2.text("S_WITHIN(a, POINT(1 2))"))
    }

    @Test func truthValuesAreNoNumbers() throws {
        #expect(try read(#"{"op":"=","args":[{"property":"a"},true]}"#) == CQL2.text("a = TRUE"))
        #expect(try read(#"{"op":"=","args":[{"property":"a"},1]}"#) == CQL2.text("a = 1"))
    }

    @Test(arguments: [
        "", "{", "{}", "[", #"{"op":1}"#, #"{"op":"=","args":1}"#, #"{"op":"=","args":[1,2]} x"#,
        #"{"op":"=","args":[{"property":1},2]}"#, #"{"op":"=","args":[{"property":"a"},-]}"#,
        #"{"op":"=","args":[{"property":"a"},01]}"#, #"{"op":"=","args":[{"property":"a"},NaN]}"#,
        #"{"op":"=","args":[{"property":"a"},1e999]}"#, #"{"date":"hier"}"#, #"{"date":1}"#,
        #"{"timestamp":"2019-01-01"}"#, #"{"interval":["2019-01-01"]}"#, #"{"interval":["a","b"]}"#,
        #"{"bbox":[1,2,3]}"#, #"{"type":"Point","coordinates":[]}"#, #"{"type":"Point","coordinates":["a","b"]}"#,
        #"{"type":"Polygon","coordinates":[]}"#, #"{"type":"Circle","coordinates":[1,2]}"#, #"{"type":"Point"}"#,
        #"{"type":"GeometryCollection","geometries":[]}"#, #"{"foo":1}"#,
    ])
    func isRefused(_ text: String) {
        #expect(throws: QueryError.self) { try read(text) }
    }

    @Test func hostileTextsEnd() {
        let deep = 10_000
        for text in [
            String(repeating: "[", count: deep), String(repeating: #"{"op":"not","args":["#, count: deep),
            #"{"type":"Polygon","coordinates":"# + String(repeating: "[", count: deep),
        ] {
            #expect(throws: QueryError.self) { try read(text) }
        }
        #expect(throws: QueryError.self) { try CQL2.json([0x22, 0xFF, 0x22]) }
    }
}
