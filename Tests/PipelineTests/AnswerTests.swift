import Foundation
import Pipeline
import Repairs
import Review
import Schemas
import Spreadsheets
import Tables
import Testing

/// One thing to ask (`parfois`), one thing that is likely (`tenuu en laisse`).
private let sent = """
    nom|voie|commune|chien|surf_m2
    Parc Rosa|rue X|Bron|parfois|grand
    Square Y|rue Z|Bron|libre|30
    Jardin Z|rue W|Bron|tenuu en laisse|4
    Parc W|rue V|Bron|Parfois|5
    """

/// Another file, months later, with the same words in it.
private let later = """
    nom|voie|commune|chien
    Bois neuf|rue N|Bron|PARFOIS
    Pré neuf|rue M|Bron|tenuu en laisse
    """

struct AnswerTests {
    @Test(arguments: [true, false])
    func anAnswerClosesItsQuestionAndIsRemembered(isWorkbook: Bool) throws {
        let first = try isWorkbook ? Round(xlsx: sent) : Round(csv: sent)
        #expect(try first.report.questions.map(\.value).sorted() == ["grand", "parfois"])
        #expect(try first["chien"] == ["", "libre", "tenu en laisse", ""])

        let second = try first.answered(["parfois": "libre", "grand": "12 000"])
        #expect(second.prepared.answered == 2)
        #expect(try second.report.questions.isEmpty)
        #expect(try second["chien"] == ["libre", "libre", "tenu en laisse", "libre"])
        #expect(try second["surf_m2"] == ["12000", "30", "4", "5"])
        #expect(try second["uid"] == first["uid"], "the objects keep their identifiers")

        let decisions = second.prepared.book.decisions.filter { $0.kind == .value }
        #expect(decisions.contains { $0.field == "chien" && $0.value == "parfois" && $0.answer == "libre" })
        #expect(decisions.allSatisfy { $0.commune == "69029" && $0.schema == "parcs-jardins" && !$0.when.isEmpty })

        let third = try Round(csv: later, book: second.prepared.book)
        #expect(try third.report.questions.isEmpty)
        #expect(try third["chien"] == ["libre", "tenu en laisse"])
    }

    @Test func theBookSurvivesItsFile() throws {
        let second = try Round(xlsx: sent).answered(["parfois": "libre"])
        let file = second.folder.appending(path: "decisions.json")
        try second.prepared.book.write(to: file)
        let third = try Round(csv: later, book: DecisionBook(contentsOf: file))
        #expect(try third["chien"][0] == "libre")
    }

    @Test func leavingItEmptyIsAnAnswer() throws {
        let second = try Round(xlsx: sent).answered(["parfois": "(laisser vide)", "grand": "(laisser vide)"])
        #expect(try second.report.questions.isEmpty)
        #expect(try second["chien"] == ["", "libre", "tenu en laisse", ""])
        #expect(try Round(csv: later, book: second.prepared.book).report.questions.isEmpty)
    }

    @Test func anAnswerThatIsNoneIsAskedAboutAgain() throws {
        let second = try Round(xlsx: sent).answered(["parfois": "ça dépend", "grand": "30"])
        #expect(try second.report.questions.map(\.value) == ["parfois"])
        #expect(try second["chien"][0] == "")
    }

    @Test func anAnswerOfOneCommuneIsNotThatOfAnother() throws {
        let second = try Round(xlsx: sent).answered(["parfois": "libre", "grand": "30"])
        let other = try Round(
            csv: "nom|commune|chien\nBois|Mions|parfois", commune: "69283", book: second.prepared.book)
        #expect(try other.report.questions.map(\.value) == ["parfois"])
    }

    @Test func whatIsNotAnsweredStaysAsked() throws {
        let second = try Round(xlsx: sent).answered(["grand": "30"])
        #expect(try second.report.questions.map(\.value) == ["parfois"])
    }

    @Test func silenceAgreesToWhatWasProposed() throws {
        let second = try Round(xlsx: sent).answered(["grand": "30"])
        #expect(try second["chien"][2] == "tenu en laisse")
    }

    @Test(arguments: [("libre", "libre"), ("(laisser vide)", ""), ("non autorisé", "non autorisé")])
    func aProposalThatIsRefusedGivesWayToTheAnswer(answer: String, published: String) throws {
        let second = try Round(xlsx: sent).answered(["tenuu en laisse": answer, "grand": "30", "parfois": "libre"])
        #expect(try second["chien"][2] == published, "in the workbook that came back")
        let third = try Round(csv: later, book: second.prepared.book)
        #expect(try third["chien"][1] == published, "in the next file")
        #expect(try third.report.questions.isEmpty)
    }

    @Test func aRefusalTouchesOnlyItsOwnCells() throws {
        // Square Y wrote by itself what was proposed for Jardin Z.
        let words = "nom|commune|chien\nSquare Y|Bron|tenu en laisse\nJardin Z|Bron|tenuu en laisse"
        let second = try Round(xlsx: words).answered(["tenuu en laisse": "libre"])
        #expect(try second["chien"] == ["tenu en laisse", "libre"])
    }

    @Test func aRefusalForTheOriginalWordIsNeverPublishedAgainstTheModel() throws {
        let second = try Round(xlsx: sent).answered([
            "tenuu en laisse": "tenuu en laisse", "grand": "30", "parfois": "libre",
        ])
        let value = try second["chien"][2]
        #expect(value.isEmpty || value == "tenu en laisse", "the model does not know that word")
    }

    @Test func anAgreedProposalIsAskedAboutNoMore() throws {
        let second = try Round(xlsx: sent).answered([
            "tenuu en laisse": "tenu en laisse", "grand": "30", "parfois": "libre",
        ])
        #expect(try second["chien"][2] == "tenu en laisse")
        let third = try Round(csv: later, book: second.prepared.book)
        #expect(third.prepared.reviewed.confirmations.isEmpty)
    }

    @Test func aSheetOfQuestionsOfTheirsIsNoAnswer() throws {
        let book = try WorkbookDraft(sheets: [
            SheetDraft(
                name: "Parcs",
                rows: SheetRows(
                    [["nom", "commune", "chien"], ["Parc Rosa", "Bron", "parfois"]].map { $0.map { CellDraft($0) } })),
            SheetDraft(
                name: "Questions",
                rows: SheetRows([["Qui ?", "Quand ?"], ["Dupont", "lundi"]].map { $0.map { CellDraft($0) } })),
        ]).data()
        let round = try Round(book, named: "parcs.xlsx")
        #expect(round.prepared.answered == 0)
        #expect(try round.corrected.sheets.map(\.name) == ["Parcs", "Questions", "Questions Gabarit"])
        #expect(try round.corrected.sheets[1].text("A2") == "Dupont")
        let second = try round.answered(["parfois": "libre"])
        #expect(try second["chien"] == ["libre"])
    }
}
