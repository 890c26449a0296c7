import Addresses
import Foundation
import Pipeline
import Review
import Tables
import Testing

/// Three toilets of Bron: one whose address is sure, one whose street is of another kind, one in a street that is not.
private let toilets = """
    nom|adresse|codepost|commune|code_insee|acces_pmr
    Mairie|1 place de la Liberté|69500|Bron|69029|oui
    Gare|4 impasse Charles Péguy|69500|Bron|69029|oui
    Nulle part|3 rue des Licornes|69500|Bron|69029|non
    """

private func addressBase() throws -> AddressIndex {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gabarit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "ban.csv")
    try """
    id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat
    1;1;;Place de la Liberté;69500;69029;Bron;4.91;45.7339
    2;3;;Place de la Liberté;69500;69029;Bron;4.9102;45.7341
    3;4;;Rue Charles Péguy;69500;69029;Bron;4.912;45.735
    """.write(to: file, atomically: true, encoding: .utf8)
    let builder = IndexBuilder(reference: nil)
    try builder.add(file)
    let index = folder.appending(path: "base.index")
    try builder.write(to: index)
    return try AddressIndex(fileAt: index)
}

struct LocationTests {
    @Test func addressesAreLocatedWithTheirEvidence() throws {
        let round = try Round(csv: toilets, schema: "toilettes", addresses: addressBase())
        let locations = try round.report.locations
        #expect(locations.map(\.status) == [.accepted, .doubt, .none])
        #expect(locations[0].label == "1 Place de la Liberté 69500 Bron")
        #expect(locations[0].precision == .housenumber)
        #expect(locations[0].evidence["number"] == "found")
        #expect(try round["lon"] == ["4.91", "", ""], "what is in doubt is not published")
        #expect(try round["lat"] == ["45.7339", "", ""])
        #expect(try round.report.verdict.toVerify == 2)
    }

    @Test func aPositionFromTheBaseIsToldAndNotAskedOneByOne() throws {
        let round = try Round(csv: toilets, schema: "toilettes", addresses: addressBase())
        let repair = try #require(try round.report.repairs.first { $0.field == "lon" })
        #expect(repair.rule == "located-by-address")
        #expect(repair.degree == .likely)
        #expect(!round.prepared.reviewed.confirmations.contains { $0.field == "lon" })
    }

    @Test func aDoubtIsShownOnAMapWithItsCandidates() throws {
        let round = try Round(csv: toilets, schema: "toilettes", addresses: addressBase())
        #expect(try round.report.locations[1].candidates?.first?.label == "4 Rue Charles Péguy 69500 Bron")
        let page = try round.text("report.html")
        #expect(page.contains("<svg class=\"map\""))
        #expect(page.contains("4 Rue Charles Péguy 69500 Bron"))
    }

    @Test func theAnswerIsRememberedAndNeverOverwritten() throws {
        let first = try Round(csv: toilets, schema: "toilettes", addresses: addressBase())
        let query = try #require(try first.report.locations[1].query)
        let second = try first.answered([query: "4 Rue Charles Péguy 69500 Bron"])
        #expect(try second.report.locations[1].status == .accepted)
        #expect(try second["lon"] == ["4.91", "4.912", ""])
        #expect(second.prepared.book.decisions.contains { $0.kind == .position })

        // The same file, without the answers: the decision holds.
        let third = try Round(
            csv: toilets, schema: "toilettes", book: second.prepared.book, addresses: addressBase())
        #expect(try third["lon"] == ["4.91", "4.912", ""])
        #expect(try third.report.locations[1].evidence["source"] == "decision")
    }

    @Test func coordinatesAndNothingAreAnswersToo() throws {
        let first = try Round(csv: toilets, schema: "toilettes", addresses: addressBase())
        let query = try #require(try first.report.locations[1].query)
        let placed = try first.answered([query: "45.7301, 4.9201"])
        #expect(try placed["lon"][1] == "4.9201")
        let empty = try first.answered([query: "(laisser vide)"])
        #expect(try empty["lon"][1] == "")
        #expect(try empty.report.verdict.toVerify == 1)
    }

    @Test func aGivenPositionFarFromItsAddressIsLookedAt() throws {
        let round = try Round(
            csv: """
                nom|adresse|codepost|commune|code_insee|acces_pmr|lon|lat
                Mairie|1 place de la Liberté|69500|Bron|69029|oui|4.9101|45.734
                Parc|3 place de la Liberté|69500|Bron|69029|oui|4.925|45.738
                """, schema: "toilettes", addresses: addressBase())
        #expect(try round.report.locations.map(\.status) == [.accepted, .doubt])
        #expect(try round["lon"] == ["4.9101", "4.925"], "what was given stays")
    }
}
