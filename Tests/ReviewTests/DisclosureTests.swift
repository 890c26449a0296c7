import Privacy
import Repairs
import Review
import Schemas
import Tables
import Testing
import Texts

struct DisclosureTests {
    private let mobile = MemoryKey(field: "hor_precis", value: "données personnelles mobile-phone")

    private func published(_ remark: String, _ disclosures: Disclosures = Disclosures()) throws -> ReviewedTable {
        try examined([remark], disclosures)
    }

    private func examined(_ remarks: [String], _ disclosures: Disclosures) throws -> ReviewedTable {
        let rows = remarks.map { "Parc|Bron|69029|" + $0 }
        return try reviewed(
            (["nom|commune|code_insee|hor_precis"] + rows).joined(separator: "\n"), disclosures: disclosures
        ).reviewed
    }

    @Test func personalDataIsNotPublishedBeforeSomebodyDecides() throws {
        let table = try published("Gardien : 06 12 34 56 78")
        #expect(table.clean.value("hor_precis", row: 0) == "")
        let question = try #require(table.questions.first { $0.rule == "mobile-phone" })
        #expect(question.id == mobile.identifier)
        #expect(question.candidates.first == "ne pas publier")
    }

    @Test func anAnswerThatSaysSoPublishesItAndIsKeptAsTheReason() throws {
        let reason = "publier : c'est celui d'un service, pas d'une personne"
        let table = try published(
            "Gardien : 06 12 34 56 78", Disclosures(answers: [mobile: Disclosure(answer: reason)]))
        #expect(table.clean.value("hor_precis", row: 0) == "Gardien : 06 12 34 56 78")
        #expect(table.questions.allSatisfy { $0.rule != "mobile-phone" })
        #expect(table.privacy.published.map(\.reason) == [reason])
    }

    @Test func aRefusalKeepsItBackWithoutAskingAgain() throws {
        let table = try published(
            "Gardien : 06 12 34 56 78", Disclosures(answers: [mobile: Disclosure(answer: "ne pas publier")]))
        #expect(table.clean.value("hor_precis", row: 0) == "")
        #expect(table.questions.allSatisfy { $0.rule != "mobile-phone" })
        #expect(table.findings.contains { $0.rule == "mobile-phone" && $0.severity == .info })
    }

    @Test func oneValueCanBeKeptWithoutAllowingTheOthers() throws {
        let kept = MemoryKey(field: "hor_precis", value: "06 12 34 56 78")
        let table = try examined(["06 12 34 56 78", "07 98 76 54 32"], Disclosures(kept: [kept]))
        #expect(table.clean.value("hor_precis", row: 0) == "06 12 34 56 78")
        #expect(table.clean.value("hor_precis", row: 1) == "")
    }

    @Test func eachKindOfDataInACellIsAsked() throws {
        let table = try published("M. Durand, 06 12 34 56 78, digicode 45B12")
        #expect(Set(table.questions.map(\.rule)).isSuperset(of: ["named-person", "mobile-phone", "secret"]))
    }
}
