import Foundation
import Pipeline
import Repairs
import Review
import Schemas
import Spreadsheets
import Tables
import Templates
import Testing

private let dirty = """
    Nom du parc|Ville|Surface|Chiens|Clos|Agent
    Parc Rosa|BRON|1 220,5 m²|parfois|O|Dupont
    Square Y|bron|30|libre|Non|Durand
    Jardin Z|Bron|4|tenuu en laisse|oui|Dupont
    """

struct CorrectedTests {
    @Test func theSendersWorkbookComesBackWithItsSheetsAndRows() throws {
        let round = try Round(xlsx: dirty)
        let book = try round.corrected
        #expect(book.sheets.map(\.name) == ["Parcs", "Questions"])
        let sheet = book.sheets[0]
        #expect(sheet.text("A1") == "Nom du parc" && sheet.text("F3") == "Durand")
        #expect(sheet.text("B2") == "Bron", "repaired")
        #expect(sheet.text("C2") == "1220.5")
        #expect(sheet.text("D2") == "parfois", "what is asked about is left as it was sent")
        #expect(sheet.comments[CellAddress(column: 1, row: 2)]?.contains("BRON") == true)
        #expect(sheet.comments[CellAddress(column: 3, row: 2)] != nil)
        #expect(sheet.comments[CellAddress(column: 0, row: 2)] == nil)
    }

    @Test func theColumnsThatWereMissingStandAtTheRight() throws {
        let sheet = try Round(xlsx: dirty).corrected.sheets[0]
        let heads = try #require(sheet.row { $0.contains("Nom du parc") })
        let added = sheet.columns.dropFirst(6).map { $0[heads].text }
        #expect(added.contains("uid") && added.contains("code_insee"))
        let uid = try #require(sheet.columns.firstIndex { $0[heads].text == "uid" })
        #expect(sheet.columns[uid][heads + 1].text == "PAR-69029-001")
    }

    @Test func aCSVSenderGetsAWorkbookOfTheirRows() throws {
        let round = try Round(csv: dirty)
        let sheet = try round.corrected.sheets[0]
        #expect(sheet.text("A1") == "Nom du parc" && sheet.text("A4") == "Jardin Z" && sheet.text("B2") == "Bron")
        #expect(try round.corrected.sheets.last?.name == "Questions")
    }

    @Test func titlesAboveTheHeaderKeepTheRowsInTheirPlace() throws {
        let round = try Round(csv: "Ville de Bron|||\n\n" + dirty)
        let sheet = try round.corrected.sheets[0]
        #expect(sheet.text("A3") == "Nom du parc" && sheet.text("A4") == "Parc Rosa")
    }

    @Test func theQuestionsSheetAsksWhatTheReportAsks() throws {
        let round = try Round(xlsx: dirty)
        let sheet = try round.questionsSheet
        let words = (0..<sheet.rowCount).map { row in sheet.columns.map { $0[row].text } }
        for question in try round.report.questions {
            #expect(words.contains { $0.contains(question.value) && $0.contains(question.id) }, "\(question.id)")
        }
    }

    @Test func whenNothingIsAskedThereIsNoSheetOfQuestions() throws {
        let round = try Round(xlsx: "nom|commune|chien\nParc Rosa|BRON|libre")
        #expect(try round.corrected.sheets.map(\.name) == ["Parcs"])
    }

    @Test func theCorrectedWorkbookComesHomeAsItIs() throws {
        let first = try Round(xlsx: dirty)
        let again = try Round(
            Data(contentsOf: first.folder.appending(path: "corrected.xlsx")), named: "corrected.xlsx",
            book: first.prepared.book)
        #expect(try again.text("data.csv") == first.text("data.csv"))
        #expect(try again.report.questions.map(\.id) == first.report.questions.map(\.id))
        let remarks = try again.report.findings.filter { $0.rule == "comment" || $0.rule == "other-sheet" }
        #expect(remarks.isEmpty, "our own comments and sheets are no remarks of theirs")
    }

    @Test func aTemplateThatWasFilledInComesHome() throws {
        let schema = try SchemaLibrary.schema("parcs-jardins")
        let bron = TemplateCommune(name: "Bron", code: "69029", postcodes: ["69500"])
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try Template(schema: schema, commune: bron, emptyRows: 20).write(to: file)
        let template = try Workbook.read(fileAt: file)
        let print = try #require(Fingerprint.read(from: template))
        let sheet = try #require(template.sheets.first { $0.name == print.sheet })
        let names = try #require(sheet.row { $0.contains("nom") && $0.contains("commune") })
        let column = try #require(sheet.columns.firstIndex { $0[names].text == "nom" })
        var patch = WorkbookPatch()
        for (offset, name) in ["Parc Rosa", "Square Y"].enumerated() {
            patch.edit(
                sheet: sheet.name, cell: CellAddress(column: column, row: sheet.rowNumbers[names] + 1 + offset),
                value: name)
        }
        let round = try Round(patch.apply(to: Data(contentsOf: file)), named: "gabarit.xlsx")
        #expect(try round["nom"] == ["Parc Rosa", "Square Y"])
        #expect(try round["code_insee"] == ["69029", "69029"])
        #expect(try round["uid"] == ["PAR-69029-001", "PAR-69029-002"])
        #expect(try round.report.questions.isEmpty)
    }
}
