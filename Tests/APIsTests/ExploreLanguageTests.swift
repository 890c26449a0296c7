import Editions
import Foundation
import Testing

@testable import APIs

/// What the description of Explore says of its clauses is true: what matches a pattern is understood, and what is short
/// and does not match is not.
struct ExploreLanguageTests {
    private let asking: Asking
    private let example: Example

    init() throws {
        example = try Example()
        asking = Asking(api: ExploreAPI(clock: { Example.date }), holdings: example)
    }

    private func pattern(_ path: String, _ name: String) throws -> NSRegularExpression {
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(ExploreAPI().paths(example).utf8)) as? [String: Any])
        let parameters = document[path: "/api/explore/v2.1/catalog/\(path)", "get", "parameters"] as? [[String: Any]]
        let schema = try #require(parameters?.first { $0["name"] as? String == name }?["schema"] as? [String: Any])
        let item = schema["items"] as? [String: Any] ?? schema
        return try NSRegularExpression(pattern: try #require(item["pattern"] as? String))
    }

    private func matches(_ pattern: NSRegularExpression, _ text: String) -> Bool {
        pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }

    private func status(_ path: String, _ name: String, _ text: String) async throws -> Int {
        let value = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return try await asking.ask("catalog/\(path)?\(name)=\(value)").status
    }

    @Test(arguments: [
        ("select", "nom, surface as s, exclude(nom)"), ("select", "*"), ("select", "include(nom), -1.5 as x, \"é\""),
        ("where", "nom = \"parc\" and not (chiens is true)"), ("where", "not nom is null or surface >= 100.5"),
        ("where", "chiens is not false"), ("where", "maj > date'2021-02-03' and \"fort\""),
        ("where", "nom in (\"a\", \"b\") or surface in [1..2]"), ("where", "startswith(nom, \"Par\")"),
        ("where", "within_distance(geo_point_2d, geom'POINT(4.9 45.7)', 12km)"), ("where", "search(\"fort\")"),
        ("order_by", "surface desc, nom"), ("refine", "maj:2023/05"), ("refine", "type:parc"), ("exclude", "nom::🏻"),
    ])
    func plainClausesAreDescribedAndUnderstood(_ name: String, _ text: String) async throws {
        let pattern = try pattern("datasets/parcs-jardins/records", name)
        #expect(matches(pattern, text) == !text.contains("not ("))
        #expect(try await status("datasets/parcs-jardins/records", name, text) == 200)
    }

    @Test(arguments: ["select", "where", "order_by", "refine", "exclude"])
    func whatIsShortIsUnderstoodWhereItIsDescribed(_ name: String) async throws {
        let signs = (0x00..<0x7F).map { String(UnicodeScalar($0)) }
        let words = ["", "  ", "00", "-1", "1.5", "''", "\"\"", "null", "true", "false", "é", "``", "[]", "{}", "a:"]
        for path in ["datasets", "datasets/parcs-jardins/records", "datasets/subventions/exports/json"] {
            let document = path.replacing("/json", with: "/{format}")
            let pattern = try pattern(document, name)
            for text in signs + words {
                let status = try await status(path, name, text)
                #expect(matches(pattern, text) == (status == 200), "\(path) \(name) “\(text)” \(status)")
            }
        }
    }

    @Test func namesThatTheLanguageKnowsStandBetweenBackQuotes() throws {
        let names = ["and", "date", "null", "2023", "l'été", "a`b", "include", "nom"]
        let document = try JSONSerialization.data(
            withJSONObject: ["name": "x", "fields": names.map { ["name": $0, "type": "string"] }])
        let language = ExploreLanguage(try PublicSchema(document: document).schema, hasPlaces: false)
        let order = try NSRegularExpression(pattern: language.order)
        for text in ["`and` desc", "date", "`null`", "`2023`", "`l'été` asc", "nom, include"] {
            #expect(matches(order, text), "\(text)")
        }
        for text in ["and", "null", "2023", "a`b", "`a`b`"] { #expect(!matches(order, text), "\(text)") }
    }
}
