import Testing
import Validation

/// Every type, with the verdicts of Validata (frictionless 5.21), asked on the same values.
struct TypeTests {
    static let cases: [(field: String, good: [String], bad: [String])] = [
        (#""type":"string""#, ["a", "12", " ", "é"], []),
        (
            #""type":"string","format":"email""#,
            ["a@b.fr", "A@B.COM", "a+b@c.fr", "\"ab\"@c.fr", "a.b@c-d.fr"],
            ["a@b", "a b@c.fr", ".a@b.fr", "a@b..fr", "a@-b.fr", "a@@b.fr", "a@b.f", "a"]
        ),
        (
            #""type":"string","format":"uri""#, ["https://a.fr", "mailto:a@b.fr", "http:", "http://é.fr/à b"],
            ["a.fr", "//a.fr", ":", "1http://a", "http//a"]
        ),
        (
            #""type":"string","format":"uuid""#,
            [
                "550e8400-e29b-41d4-a716-446655440000", "{550E8400-e29b-41d4-a716-446655440000}",
                "550e8400e29b41d4a716446655440000",
            ],
            ["550e8400-e29b-41d4-a716-44665544000", "x"]
        ),
        (#""type":"string","format":"binary""#, ["YWJj", "YWI=", "YQ==", "-"], ["YWJ", "Y", "é"]),
        (
            #""type":"string","format":"wkt""#, ["POINT (30 10)", "POLYGON ((0 0, 1 0, 1 1, 0 0))"],
            ["POINT (30)", "x"]
        ),
        (
            #""type":"number""#,
            ["1", "-1", "+1", "1.5", ".5", "5.", "1e3", "1E-3", "NaN", "nan", "INF", " 1 ", "\u{A0}1", "1_000", "٣"],
            ["1,5", "1 000", "95 %", "--1", "x", "1e", "0x1"]
        ),
        (#""type":"number","decimalChar":",","groupChar":" ""#, ["1,5", "1 000,5", "1000"], ["1.5", "x"]),
        (#""type":"number","bareNumber":false"#, ["95 %", "€ 10", "-3,", "12"], ["x", "1,5"]),
        (
            #""type":"integer""#, ["1", "-1", "+1", "007", " 1 ", "1_000", "12345678901234567890123"],
            ["1.0", "1e3", "1,0", "x", "1 000", "1__0", "_1", "NaN", "- 1"]
        ),
        (#""type":"integer","bareNumber":false"#, ["95 %", "€10"], ["x"]),
        (#""type":"boolean""#, ["true", "True", "TRUE", "1", "false", "0"], ["oui", "non", "vrai", "tRUE", " true"]),
        (
            #""type":"boolean","trueValues":["oui"],"falseValues":["non"]"#, ["oui", "non"],
            ["true", "Oui", "oui ", "1"]
        ),
        (
            #""type":"date""#, ["2024-02-29", "2024-2-3", "2024-02- 3", "9999-12-31"],
            [
                "2024-02-30", "2023-02-29", "03/02/2024", "20240203", "2024-02-03 ", "0000-01-01", "24-02-03",
                "2024-13-01",
            ]
        ),
        (#""type":"date","format":"%d/%m/%Y""#, ["03/02/2024", "3/2/2024"], ["2024-02-03", "31/02/2024", "3/2/24"]),
        (#""type":"date","format":"%Y""#, ["2024"], ["24", "20240", "0000"]),
        (#""type":"date","format":"DD/MM/YYYY""#, ["DD/MM/YYYY"], ["03/02/2024"]),
        (#""type":"date","format":"any""#, ["2024-02-03", "03/02/2024", "3 Feb 2024"], ["x", "2024-02-30"]),
        (
            #""type":"datetime""#,
            ["2024-02-03T10:11:12", "2024-02-03T10:11:12Z", "2024-02-03 10:11:12.123+02:00", "2024-02-03T24:00:00"],
            ["2024-02-03T10:11", "2024-02-03", "2024-02-30T10:11:12", "2024-02-03T25:11:12", "2024-02-03T10:61:12"]
        ),
        (#""type":"datetime","format":"%d/%m/%Y %H:%M""#, ["3/2/2024 9:05"], ["3/2/2024", "3/2/2024 24:00"]),
        (#""type":"time""#, ["10:11:12", "10:11:12.5", "10:11:12Z", "24:00:00"], ["10:11", "25:00:00", "10:11:60"]),
        (#""type":"year""#, ["2024", "0000", " 200", "+200"], ["24", "20240", "-200", "2O24"]),
        (#""type":"yearmonth""#, ["2024-05", "2024-5"], ["2024-13", "2024", "2024-05-01", "2024/05"]),
        (
            #""type":"duration""#, ["P1Y", "PT5M", "P1Y2M3DT4H5M6S", "-P1D", "P1.5D", "P1W", "P0003-06-04T12:30:05"],
            ["P", "1Y", "5 minutes"]
        ),
        (
            #""type":"geopoint""#, ["4.8, 45.5", "4.8,45.5", "-180,90"],
            ["45.5", "200,10", "10,95", "4.8 45.5", "4,8,45,5", "NaN,1"]
        ),
        (#""type":"geopoint","format":"array""#, ["[4.8, 45.5]", #"["4.8","45.5"]"#], ["4.8,45.5", "[4.8,45.5,3]"]),
        (#""type":"geopoint","format":"object""#, [#"{"lon": 4.8, "lat": 45.5}"#], [#"{"lon": 4.8}"#, "[4.8,45.5]"]),
        (
            #""type":"geojson""#,
            [
                #"{"type":"Point","coordinates":[4.8,45.5]}"#,
                #"{"type":"Feature","geometry":null,"properties":null}"#,
            ],
            [#"{"type":"Point"}"#, "[4.8,45.5]", #"{"type":"Point","coordinates":[4.8,45.5,3]}"#]
        ),
        (#""type":"object""#, ["{}", #"{"a": 1}"#, "{\"a\": NaN}"], ["[]", "null", "{", "{'a': 1}"]),
        (#""type":"array""#, ["[]", "[1, \"a\"]"], ["{}", "a,b", "[1,"]),
        (
            #""type":"array","arrayItem":{"type":"string","constraints":{"enum":["a","b"]}}"#, [#"["a","b"]"#],
            [#"["c"]"#, "[1]"]
        ),
        (#""type":"list""#, ["a,b", "a"], []),
        (#""type":"list","delimiter":"|","itemType":"integer""#, ["1|2", "1"], ["1|x", "1||2", "1,2"]),
        (#""type":"any""#, ["a", "1"], []),
    ]

    @Test(arguments: cases.indices)
    func verdictsAreValidatas(_ place: Int) {
        let (field, good, bad) = Self.cases[place]
        #expect(refused(good, by: field).isEmpty, "\(field)")
        #expect(refused(bad, by: field) == bad, "\(field)")
    }

    @Test func aMissingCellIsOfEveryType() {
        for place in Self.cases.indices { #expect(refused([""], by: Self.cases[place].field).isEmpty) }
    }
}
