import Foundation
import Spreadsheets
import Tables
import Templates
import Testing
import Texts

@Suite struct QuestionsSheetTests {
    private let rows = [
        QuestionRow(
            id: "q1", cells: "Colonne C « voie », lignes 12, 15", value: "rue du stade", text: "Quelle rue ?",
            candidates: ["Rue du Stade, 69500 Bron", "Avenue du Stade"], proposed: "Avenue du Stade"),
        QuestionRow(id: "q2", cells: "Colonne F, ligne 4", value: "2,1E+13", text: "Quel est le SIRET ?"),
        QuestionRow(
            id: "q3", cells: "Colonne G, ligne 9", value: "nr", text: "Oui ou non ?", candidates: ["oui", "non"]),
    ]

    private func workbook(_ sheets: [SheetDraft]) throws -> Data { try WorkbookDraft(sheets: sheets).data() }

    private func read(_ data: Data) throws -> Workbook { try Workbook.read(data, fileName: "a.xlsx") }

    private var parks: SheetDraft { SheetDraft(name: "Parcs", rows: [[CellDraft("nom")], [CellDraft("Parilly")]]) }

    private func answered(_ answers: [Int: String], language: Language = .french) throws -> Data {
        var patch = WorkbookPatch()
        patch.add(sheet: QuestionsSheet(rows, language: language).draft)
        let sent = try patch.apply(to: try workbook([parks]))
        var typing = WorkbookPatch()
        for (number, words) in answers {
            typing.edit(sheet: "Questions", cell: CellAddress(column: 4, row: 4 + number), value: words)
        }
        return try typing.apply(to: sent)
    }

    @Test(arguments: Language.allCases)
    func answersComeBack(language: Language) throws {
        let back = try read(try answered([1: "Avenue du Stade", 3: "  oui "], language: language))
        #expect(
            QuestionsSheet.answers(in: back) == [
                Answer(id: "q1", answer: "Avenue du Stade"), Answer(id: "q3", answer: "oui"),
            ])
        #expect(QuestionsSheet.isQuestions(back.sheets[1]))
    }

    @Test func aProposalIsNoAnswer() throws {
        #expect(QuestionsSheet.answers(in: try read(try answered([:]))).isEmpty)
    }

    @Test func whatServesTheMachineIsOutOfSight() throws {
        let sheet = try read(try answered([:])).sheets[1]
        #expect(sheet.hiddenColumns.isSuperset(of: [5, 6, 7]))
        #expect(sheet.columns[6][4].text == "Avenue du Stade")
        #expect(sheet.columns[7][4].text == "Rue du Stade, 69500 Bron")
    }

    @Test func aSheetOfTheSenderThatBearsOurNameIsLeftAlone() throws {
        let own = SheetDraft(name: "questions", rows: [[CellDraft("Questions du conseil municipal")]])
        let sent = try workbook([parks, own])
        var patch = WorkbookPatch()
        patch.add(sheet: QuestionsSheet(rows, in: try read(sent)).draft)
        let back = try read(try patch.apply(to: sent))
        #expect(back.sheets.map(\.name) == ["Parcs", "questions", "Questions Gabarit"])
        #expect(back.sheets[1].columns[0][0].text == "Questions du conseil municipal")
    }

    @Test func theQuestionsOfAnEarlierRoundGiveWay() throws {
        let first = try answered([1: "Avenue du Stade"])
        var patch = WorkbookPatch()
        patch.add(sheet: QuestionsSheet(Array(rows.prefix(1)), in: try read(first)).draft)
        let back = try read(try patch.apply(to: first))
        #expect(back.sheets.map(\.name) == ["Parcs", "Questions"])
        #expect(QuestionsSheet.answers(in: back).isEmpty)
    }

    @Test func answersSurviveLibreOffice() throws {
        guard let office = LibreOffice.installed else { return }
        let back = try office.savedAgain(try answered([2: "21690290600013"]), as: "ods")
        #expect(QuestionsSheet.answers(in: back) == [Answer(id: "q2", answer: "21690290600013")])
    }
}
