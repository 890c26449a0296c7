import Foundation
import Intake
import Pipeline
import Repairs
import Review
import Schemas
import Spreadsheets
import Tables
import Testing

/// What may happen to a corrected workbook between its sending and its return.
struct ReturnTests {
    private let incoherent = "nom|CP|commune|code_insee\nParc Rosa|69140|Saint-Didier-au-Mont-d'Or|69029"
    private let triple = "Saint-Didier-au-Mont-d'Or · 69029 · 69140"

    @Test(arguments: ["Bron (69029)", "Bron", "69029", "bron"])
    func whichCommuneItIsCanBeAnsweredInAnyWay(answer: String) throws {
        let first = try Round(xlsx: incoherent)
        #expect(try first["commune"] == [""] && first["code_insee"] == [""])
        let second = try first.answered([triple: answer])
        #expect(try second["commune"] == ["Bron"] && second["code_insee"] == ["69029"])
        #expect(try second["codepost"] == ["69500"])
        #expect(try second.report.questions.isEmpty)
        #expect(try Round(csv: incoherent, book: second.prepared.book).report.questions.isEmpty)
    }

    @Test(arguments: ["piéton|vélo", "piéton, vélo", "Vélo ; Piéton", "à pied et à vélo"])
    func aListCanBeAnsweredAsPeopleWriteIt(answer: String) throws {
        let second = try Round(xlsx: "nom|commune|acces\nParc Rosa|Bron|par le nord").answered(["par le nord": answer])
        #expect(try Set(second["acces"][0].split(separator: "|")) == ["piéton", "vélo"])
        #expect(try second.report.questions.isEmpty)
    }

    @Test(arguments: ["LIBRE", " libre ", "en liberté"])
    func anAnswerIsReadAsLenientlyAsACell(answer: String) throws {
        let second = try Round(xlsx: "nom|commune|chien\nParc Rosa|Bron|parfois").answered(["parfois": answer])
        #expect(try second["chien"] == ["libre"])
    }

    @Test func theRowsMayHaveBeenSortedAndNewOnesAdded() throws {
        let first = try Round(xlsx: "nom|commune|chien\nSquare Y|BRON|parfois\nParc Rosa|Bron|libre")
        var patch = WorkbookPatch()
        let swapped = [
            ("A2", "Parc Rosa"), ("C2", "libre"), ("A3", "Square Y"), ("C3", "parfois"), ("A4", "Bois neuf"),
            ("C4", "parfois"),
        ]
        for (cell, value) in swapped { patch.edit(sheet: "Parcs", cell: try #require(CellAddress(cell)), value: value) }
        patch.edit(sheet: "Parcs", cell: try #require(CellAddress("B4")), value: "Bron")
        let second = try Round(
            patch.apply(to: Data(contentsOf: first.folder.appending(path: "corrected.xlsx"))), named: "corrected.xlsx",
            book: first.prepared.book)
        #expect(try second["nom"] == ["Parc Rosa", "Square Y", "Bois neuf"])
        #expect(try second.report.questions.map(\.rows) == [[3, 4]])
    }

    @Test func theOtherSheetsAndTheTitlesOfTheSenderStay() throws {
        let sheets = [
            ("Notice", "à lire|\nmerci|"),
            ("L'été à Bron", "Ville de Bron||\n\nnom|commune|chien\nParc Rosa|BRON|parfois"),
        ]
        let draft = WorkbookDraft(
            sheets: sheets.map { name, words in
                SheetDraft(
                    name: name,
                    rows: SheetRows(
                        words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                            line.split(separator: "|", omittingEmptySubsequences: false).map { CellDraft(String($0)) }
                        }))
            })
        let round = try Round(draft.data(), named: "parcs.xlsx")
        let book = try round.corrected
        #expect(book.sheets.map(\.name) == ["Notice", "L'été à Bron", "Questions"])
        #expect(book.sheets[0].text("A2") == "merci")
        #expect(book.sheets[1].text("A1") == "Ville de Bron" && book.sheets[1].text("B4") == "Bron")
        let second = try round.answered(["parfois": "libre"])
        #expect(try second["chien"] == ["libre"])
        #expect(second.prepared.reception.headerRow == 3)
    }

    @Test func theShapesOfAMapFileAreNotLostOnTheWay() throws {
        let map = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"Parc Rosa","commune":"Bron",\
            "chien":"parfois"},"geometry":{"type":"Point","coordinates":[4.9139,45.7337]}}]}
            """
        let first = try Round(Data(map.utf8), named: "parcs.geojson")
        #expect(first.prepared.reviewed.clean.geometries.first != .some(nil))
        let second = try first.answered(["parfois": "libre"])
        #expect(try second["chien"] == ["libre"])
        #expect(second.prepared.reviewed.clean.geometries.first != .some(nil))
    }

    @Test func whatIsTypedIntoAnAddedColumnIsTaken() throws {
        let first = try Round(xlsx: "nom|commune\nParc Rosa|Bron")
        let sheet = try first.corrected.sheets[0]
        let head = try #require(sheet.row { $0.contains("nom") })
        let column = try #require(sheet.columns.firstIndex { $0[head].text == "chien" }, "it is asked for")
        var patch = WorkbookPatch()
        patch.edit(sheet: "Parcs", cell: CellAddress(column: column, row: 2), value: "libre")
        let second = try Round(
            patch.apply(to: Data(contentsOf: first.folder.appending(path: "corrected.xlsx"))), named: "corrected.xlsx",
            book: first.prepared.book)
        #expect(try second["chien"] == ["libre"])
        #expect(try second["uid"] == first["uid"])
    }

    @Test func aCellThatWasMendedByHandNeedsNoAnswer() throws {
        let first = try Round(xlsx: "nom|commune|chien\nParc Rosa|Bron|parfois")
        var patch = WorkbookPatch()
        patch.edit(sheet: "Parcs", cell: try #require(CellAddress("C2")), value: "non autorisé")
        let second = try Round(
            patch.apply(to: Data(contentsOf: first.folder.appending(path: "corrected.xlsx"))), named: "corrected.xlsx",
            book: first.prepared.book)
        #expect(try second["chien"] == ["non autorisé"])
        #expect(try second.report.questions.isEmpty)
    }

    @Test func theSameFileTwiceGivesTheSameData() throws {
        let words = "nom|commune|chien\nParc Rosa|BRON|parfois\nSquare Y|Bron|libre\nJardin Z|Bron|en laisse"
        let first = try Round(csv: words)
        let second = try Round(csv: words, book: first.prepared.book)
        #expect(try second.text("data.csv") == first.text("data.csv"))
        #expect(second.prepared.book == first.prepared.book)
    }
}
