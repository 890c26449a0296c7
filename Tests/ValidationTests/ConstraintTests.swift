import Testing
import Validation

struct ConstraintTests {
    static let cases: [(field: String, good: [String], bad: [String])] = [
        (#""constraints":{"required":true}"#, ["a"], [""]),
        (#""constraints":{"minLength":2,"maxLength":3}"#, ["ab", "éàü"], ["a", "abcd"]),
        (#""constraints":{"pattern":"[a-z]{2}\\d"}"#, ["ab1", "ab1\n"], ["ab", "AB1", "xab1", "ab12"]),
        // Two alternatives, of which each bears one of the signs that anchor: so Validata reads them.
        (#""constraints":{"pattern":"a|b"}"#, ["a", "ax", "b"], ["xb"]),
        (#""constraints":{"pattern":"\\w+"}"#, ["é", "ab_1"], ["a b", "-"]),
        (#""constraints":{"pattern":"x{,2}"}"#, ["x", "xx"], ["xxx", "x{,2}"]),
        (#""constraints":{"enum":["a","B c"]}"#, ["a", "B c"], ["A", "b", "a "]),
        (#""type":"integer","constraints":{"enum":["1","2"]}"#, ["1", "02"], ["3"]),
        // A list of numbers holds no text.
        (#""constraints":{"enum":[1,2]}"#, [], ["1", "3"]),
        (#""type":"integer","constraints":{"minimum":1,"maximum":10}"#, ["1", "10"], ["0", "11"]),
        (
            #""type":"number","constraints":{"minimum":"-90","maximum":90}"#, ["-90", "90.0", "9e1"],
            ["-90.1", "90.00001", "NaN"]
        ),
        (#""type":"date","constraints":{"minimum":"2020-01-01"}"#, ["2020-01-01", "2024-05-01"], ["2019-12-31"]),
        (#""type":"year","constraints":{"maximum":"2024"}"#, ["2024"], ["2025"]),
        (#""type":"yearmonth","constraints":{"minimum":"2024-05"}"#, ["2024-05"], ["2024-04"]),
        (#""type":"array","constraints":{"minLength":1}"#, ["[1]"], ["[]"]),
        (#""type":"object","constraints":{"maxLength":1}"#, [#"{"a":1}"#], [#"{"a":1,"b":2}"#]),
        (#""missingValues":["","NA"],"constraints":{"required":true}"#, ["a"], ["", "NA"]),
        (#""type":"integer","missingValues":["NA"]"#, ["NA", "1"], ["", "x"]),
        (
            #""type":"integer","missingValues":[{"value":"-99","label":"inconnu"}],"constraints":{"minimum":0}"#,
            ["-99"], ["-1"]
        ),
    ]

    @Test(arguments: cases.indices)
    func verdictsAreValidatas(_ place: Int) {
        var (field, good, bad) = Self.cases[place]
        let version = #""$schema":"https://datapackage.org/profiles/2.0/tableschema.json","#
        field = field.replacing("\n", with: "")
        #expect(refusedInVersion2(good, by: field, version).isEmpty, "\(field)")
        #expect(refusedInVersion2(bad, by: field, version) == bad, "\(field)")
        (good, bad) = ([], [])
    }

    private func refusedInVersion2(_ values: [String], by field: String, _ version: String) -> [String] {
        let rows = values.map { "x;\"" + $0.replacing("\"", with: "\"\"") + "\"\n" }.joined()
        let schema = "{" + version + #""fields":[{"name":"id"},{"name":"v","# + field + "}]}"
        let bad = Set(verdict("id;v\n" + rows, schema).allFaults.compactMap(\.rowNumber))
        return values.enumerated().filter { bad.contains($0.offset + 2) }.map(\.element)
    }

    @Test func exclusiveBoundsAreOfVersion2() {
        let schema = """
            {"$schema":"https://datapackage.org/profiles/2.0/tableschema.json","fields":[{"name":"v","type":"integer",\
            "constraints":{"exclusiveMinimum":0,"exclusiveMaximum":10}},{"name":"w"}]}
            """
        #expect(faults("v;w\n1;\n0;x\n9;x\n10;x\n", schema) == ["constraint-error@3:v", "constraint-error@5:v"])
    }

    @Test func objectsAreJudgedByTheirJSONSchema() {
        let field =
            #""type":"object","constraints":{"jsonSchema":{"required":["a"],"properties":{"a":{"type":"integer"}}}}"#
        #expect(refused([#"{"a":1}"#, #"{"a":"x"}"#, "{}"], by: field) == [#"{"a":"x"}"#, "{}"])
    }
}
