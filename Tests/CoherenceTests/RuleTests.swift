import Coherence
import Schemas
import Tables
import Testing
import Texts

struct CoherenceRuleTests {
    private let park = square(4.9, 45.7, side: 0.001)
    private let inside = Geometry.point(Coordinate(longitude: 4.9005, latitude: 45.7005))
    private let outside = Geometry.point(Coordinate(longitude: 4.95, latitude: 45.7005))

    @Test func aToiletStandsInAParkThatSaysItHasNone() throws {
        let found = try remarks(
            "uid|nom|toilettes\nPAR-69029-001|Parc du Lac|non", at: [park],
            beside: [("toilettes", "uid|nom\nTOI-69029-001|Sanisette du lac", [inside])])
        let finding = try #require(found.first { $0.rule == "announced-presence" })
        #expect(finding.rows == [2])
        #expect(finding.field == "toilettes")
        #expect(finding.text.fr.contains("dit non"))
    }

    @Test(arguments: ["oui", ""])
    func onlyANoIsContradicted(said: String) throws {
        let found = try remarks(
            "uid|nom|toilettes\nPAR-69029-001|Parc du Lac|\(said)", at: [park],
            beside: [("toilettes", "uid|nom\nTOI-69029-001|Sanisette", [inside])])
        #expect(!found.contains { $0.rule == "announced-presence" })
    }

    @Test func aToiletElsewhereContradictsNothing() throws {
        let found = try remarks(
            "uid|nom|toilettes\nPAR-69029-001|Parc du Lac|non", at: [park],
            beside: [("toilettes", "uid|nom\nTOI-69029-001|Sanisette", [outside])])
        #expect(!found.contains { $0.rule == "announced-presence" })
    }

    @Test func aSurfaceInHectaresIsRemarked() throws {
        // The square is about 111 m by 78 m: 8,650 m².
        let found = try remarks("uid|nom|surf_m2\na|A|0.87\nb|B|8600", at: [park, park])
        let finding = try #require(found.first { $0.rule == "surface-of-shape" })
        #expect(finding.rows == [2])
    }

    @Test func oneNameTwiceAtOneAddressIsRemarked() throws {
        let found = try remarks(
            """
            uid|nom|numvoie|voie|code_insee|eau
            a|Parc du Lac|12|Rue du Lac|69029|oui
            b|PARC DU LAC|12|rue du lac|69029|non
            c|Parc du Lac|14|Rue du Lac|69029|non
            """)
        #expect(found.filter { $0.rule == "near-twins" }.map(\.rows) == [[2, 3]])
    }

    @Test func copiedCoordinatesAreRemarked() throws {
        let found = try remarks(
            "uid|nom|voie\na|A|Rue A\nb|B|Rue B\nc|C|Rue C\nd|D|Rue D", at: [inside, inside, inside, outside])
        #expect(found.filter { $0.rule == "same-place" }.map(\.rows) == [[2, 3, 4]])
    }

    @Test func aNumberAHundredTimesTheOthersIsRemarked() throws {
        let rows = (1...30).map { "p\($0)|Parc \($0)|\($0 == 7 ? 9_000_000 : 1000 + 10 * $0)" }
        let found = try remarks((["uid|nom|surf_m2"] + rows).joined(separator: "\n"))
        #expect(found.filter { $0.rule == "out-of-line" }.map(\.rows) == [[8]])
    }

    private func parks(_ count: Int, surface: Int = 1000, closed: String = "oui", name: String = "Parc") -> String {
        let rows = (1...count).map { "PAR-69029-\($0)|\(name) \($0)|\(surface)|\(closed)" }
        return (["uid|nom|surf_m2|clos"] + rows).joined(separator: "\n")
    }

    @Test func theSameFileAsLastYearIsNotRemarked() throws {
        #expect(try remarks(parks(20), before: parks(20)).isEmpty)
    }

    @Test func aFileThatLostAThirdOfItsRowsIsRemarked() throws {
        let found = try remarks(parks(13), before: parks(20))
        #expect(found.map(\.rule) == ["change-since-last"])
        #expect(found[0].text.fr.contains("20"))
    }

    @Test(arguments: [
        (10_000, "oui", "dix fois"), (1000, "non", "contraire"), (1000, "", "était rempli"),
    ])
    func aColumnThatChangedAllAtOnceIsRemarked(surface: Int, closed: String, words: String) throws {
        let found = try remarks(parks(20, surface: surface, closed: closed), before: parks(20))
        #expect(found.count == 1)
        #expect(found[0].text.fr.contains(words))
    }

    @Test func anObjectThatMovedIsRemarked() throws {
        let found = try remarks(
            "uid|nom\na|A", at: [outside], before: "uid|nom\na|A", beforeAt: [inside])
        #expect(found.map(\.rule) == ["change-since-last"])
    }

    @Test(arguments: [("216900290", true), ("21690029000013", true), ("213400773", false), ("300556000", true)])
    func theNumberOfAnotherCommuneIsRemarked(number: String, fits: Bool) throws {
        var schema = Schema.made(of: Field("siret", meaning: .siret), Field("code", meaning: .communeCode))
        schema.title = "Exemple"
        let table = try clean("siret|code\n\(number)|69029", as: schema)
        let found = CoherenceRule.findings(in: Situation(schema: schema, table: table))
        #expect(found.isEmpty == fits)
    }
}
