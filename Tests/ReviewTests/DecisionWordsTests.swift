import Review
import Testing
import Texts

struct DecisionWordsTests {
    private func decision(_ kind: Decision.Kind, _ field: String, _ value: String, _ answer: String) -> Decision {
        Decision(
            schema: "parcs-jardins", field: field, value: value, answer: answer, kind: kind, commune: "69029",
            who: "Anne", when: "2026-11-22T08:00:00Z", file: "parcs.xlsx")
    }

    @Test func aDecisionReadsAsARule() {
        #expect(
            decision(.value, "chien", "laisse", "tenu en laisse").sentence.fr
                == "parcs-jardins, pour 69029 : dans « chien », « laisse » veut dire « tenu en laisse » "
                + "(le 2026-11-22, par Anne, d'après parcs.xlsx)")
        #expect(
            decision(.column, "acces", "Vélos", "acces").sentence.fr.contains("la colonne « Vélos » est « acces »"))
        #expect(decision(.column, "", "Vélos", "").sentence.fr.contains("n'est pas reprise"))
        #expect(
            decision(.headerRow, "", "Parcs", "4").sentence.fr.contains("les titres de la feuille « Parcs » sont à"))
        #expect(decision(.value, "chien", "non", "non").sentence.fr.contains("gardé tel quel"))
    }

    @Test func theSignStaysTheSameWhateverIsAnswered() {
        #expect(decision(.value, "chien", "laisse", "a").id == decision(.value, "chien", "Laisse", "b").id)
        #expect(decision(.column, "acces", "Vélos", "acces").id == decision(.column, "photo", "velos", "photo").id)
        #expect(decision(.value, "chien", "laisse", "a").id != decision(.value, "eau", "laisse", "a").id)
    }

    @Test func aColumnIsDecidedOnce() {
        var book = DecisionBook()
        book.add([decision(.column, "acces", "Vélos", "acces")])
        book.add([decision(.column, "photo", "velos", "photo")])
        #expect(book.columns(schema: "parcs-jardins", commune: "69029") == ["velos": "photo"])
    }

    @Test func theHeaderRowIsRemembered() {
        var book = DecisionBook()
        book.add([decision(.headerRow, "", "Parcs", "4")])
        #expect(book.headerRows(schema: "parcs-jardins", commune: "69029") == ["parcs": 4])
        #expect(book.headerRows(schema: "parcs-jardins", commune: "69256").isEmpty)
    }

    @Test func exportIsATable() {
        var book = DecisionBook()
        book.add([decision(.value, "chien", "laisse, muselière", "tenu en laisse")])
        let lines = book.table.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[1].contains(#","laisse, muselière","#))
    }
}
