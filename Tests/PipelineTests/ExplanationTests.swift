import Pipeline
import Tables
import Testing
import Texts

struct ExplanationTests {
    /// What each room did to a cell, in one text.
    private func story(of cell: String) throws -> String {
        let words = """
            Parcs de Bron|||
            nom|Adresse|commune|chien|Agent
            Parc Rosa|12 rue Foch|BRON|tenuu en laisse|Dupont
            Square Y|rue Z|Bron|parfois|Durand
            """
        let address = try #require(CellAddress(cell))
        let lines = try Explanation(of: address, in: Round(csv: words).prepared).lines
        return lines.map { "\($0.fr)\n" }.joined()
    }

    @Test func aRepairedCellTellsItsWholeStory() throws {
        let story = try story(of: "C3")
        #expect(story.contains("BRON") && story.contains("commune") && story.contains("Bron"))
        #expect(story.contains("Publié : « Bron »") || story.contains("« Bron »"))
    }

    @Test func aLikelyRepairIsToBeConfirmed() throws {
        let story = try story(of: "D3")
        #expect(story.contains("à confirmer") && story.contains("tenu en laisse"))
    }

    @Test func aDoubtfulCellTellsItsQuestion() throws {
        let story = try story(of: "D4")
        #expect(story.contains("parfois") && story.contains("vide"))
    }

    @Test func aCellOfSeveralFieldsTellsThemAll() throws {
        let story = try story(of: "B3")
        #expect(story.contains("numvoie") && story.contains("« 12 »") && story.contains("rue Foch"))
    }

    @Test func aColumnThatNoFieldWantsIsSaidToBe() throws {
        #expect(try story(of: "E3").contains("pas publiée"))
    }

    @Test(arguments: ["A1", "A2", "A99", "ZZ3"])
    func aCellOutsideTheDataIsSaidToBe(cell: String) throws {
        #expect(try !story(of: cell).isEmpty)
    }
}
