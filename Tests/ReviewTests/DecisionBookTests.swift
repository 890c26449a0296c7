import Foundation
import Repairs
import Review
import Testing

struct DecisionBookTests {
    private func decision(
        _ value: String, _ answer: String, commune: String? = nil, kind: Decision.Kind = .value, field: String = "chien"
    ) -> Decision {
        Decision(
            schema: "parcs-jardins", field: field, value: value, answer: answer, kind: kind, commune: commune,
            when: "2026-03-01T00:00:00Z", file: "parcs.csv")
    }

    /// What a book of these decisions makes of the word « admis ».
    private func meaning(_ decisions: [Decision], commune: String?) throws -> String? {
        let memory = DecisionBook(decisions: decisions).memory(schema: "parcs-jardins", commune: commune)
        return try reviewed("nom|commune|chien\na|Bron|admis", memory: memory)["chien"].first
    }

    private func inFolder(_ work: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try work(folder)
    }

    @Test func withoutAFileTheBookIsEmpty() throws {
        try inFolder { folder in
            let book = try DecisionBook(contentsOf: folder.appending(path: "decisions.json"))
            #expect(book == DecisionBook())
        }
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        try inFolder { folder in
            let book = DecisionBook(
                decisions: [decision("admis", "libre"), decision("Ville", "commune", kind: .column, field: "commune")],
                identifiers: [
                    "parcs-jardins": UidRegister(uids: ["parc rosa": "PAR-69029-001"], highest: ["PAR-69029": 1])
                ])
            let file = folder.appending(path: "below/decisions.json")
            try book.write(to: file)
            #expect(try DecisionBook(contentsOf: file) == book)
            let left = try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
            #expect(left == ["decisions.json"])
        }
    }

    @Test(arguments: ["{", "", "[]", "{\"version\":1}", "\u{0}"])
    func anUnreadableBookIsToldAndLeftAsItIs(words: String) throws {
        try inFolder { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appending(path: "decisions.json")
            try Data(words.utf8).write(to: file)
            #expect(throws: UnusableDecisions.self) { try DecisionBook(contentsOf: file) }
            #expect(try Data(contentsOf: file) == Data(words.utf8))
        }
    }

    @Test func aLaterDecisionReplacesAnEarlierOneInAnySpelling() throws {
        var book = DecisionBook(decisions: [decision("Admis", "libre"), decision("autre", "libre")])
        book.add([decision("ADMIS", "tenu en laisse")])
        #expect(book.decisions.map(\.answer) == ["libre", "tenu en laisse"])
        #expect(try meaning(book.decisions, commune: nil) == "tenu en laisse")
    }

    @Test func aDecisionOfACommuneDoesNotReplaceThatOfTheTerritory() throws {
        var book = DecisionBook(decisions: [decision("admis", "libre")])
        book.add([decision("admis", "tenu en laisse", commune: "69029")])
        #expect(book.decisions.count == 2)
    }

    @Test func aCommuneAnswersBeforeItsTerritory() throws {
        let decisions = [decision("admis", "tenu en laisse", commune: "69029"), decision("admis", "libre")]
        #expect(try meaning(decisions, commune: "69029") == "tenu en laisse")
        #expect(try meaning(decisions, commune: "69290") == "libre")
        #expect(try meaning(decisions, commune: nil) == "libre")
    }

    @Test func anEmptyAnswerLeavesTheCellEmptyAndAsksNoMore() throws {
        let memory = DecisionBook(decisions: [decision("admis", "")]).memory(schema: "parcs-jardins", commune: nil)
        let file = try reviewed("nom|commune|chien\na|Bron|Admis", memory: memory)
        #expect(file["chien"] == [""])
        #expect(file.questions("chien").isEmpty)
        #expect(file.changes("chien").map(\.rule) == ["remembered"])
    }

    @Test func anAnswerThatTheModelDoesNotKnowIsAskedAboutAgain() throws {
        #expect(try meaning([decision("admis", "n'importe quoi")], commune: nil) == "")
    }

    @Test func decisionsOfAnotherModelAreOfNoUse() throws {
        var other = decision("admis", "libre")
        other.schema = "toilettes"
        let memory = DecisionBook(decisions: [other]).memory(schema: "parcs-jardins", commune: nil)
        #expect(try reviewed("nom|commune|chien\na|Bron|admis", memory: memory).questions("chien").count == 1)
    }

    @Test func columnsAreRememberedByTheirHeader() {
        let book = DecisionBook(decisions: [
            decision("N° Parc", "num", kind: .column, field: "num"), decision("Agent", "", kind: .column, field: ""),
        ])
        #expect(book.columns(schema: "parcs-jardins", commune: "69029") == ["n parc": "num", "agent": ""])
    }
}
