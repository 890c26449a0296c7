import Foundation
import Spreadsheets
import Tables
import Templates
import Testing

@Suite struct CleanWorkbookTests {
    private func column(_ header: String, _ position: Int, _ values: [String]) -> Column {
        Column(header: header, position: position, cells: Cells(values.map { Value($0) }))
    }

    @Test func everyCellStandsWhereItsOwnerKnowsIt() throws {
        let table = Table(
            source: Source(file: "parcs.csv"),
            columns: [column("nom", 0, ["Parc é", "=2+3"]), column("insee", 2, ["01053", "69029"])],
            rowNumbers: [4, 7])
        let edits = [
            CellAddress(column: 2, row: 7): CellEdit(value: "69034", highlight: .certain, comment: "Caluire"),
            CellAddress(column: 0, row: 4): CellEdit(highlight: .question),
        ]
        let clean = CleanWorkbook(table: table, name: "parcs/2024.csv", edits: edits, questions: QuestionsSheet([]))
        let book = try Workbook.read(try clean.data(), fileName: "a.xlsx")
        #expect(book.sheets.map(\.name) == ["parcs 2024.csv", "Questions"])
        let sheet = book.sheets[0]
        func text(_ column: Int, _ row: Int) -> String? {
            sheet.rowNumbers.firstIndex(of: row).map { sheet.columns[column][$0].text }
        }
        #expect(text(0, 3) == "nom")
        #expect(text(2, 3) == "insee")
        #expect(text(2, 4) == "01053")
        #expect(text(0, 7) == "=2+3")
        #expect(text(2, 7) == "69034")
        #expect(sheet.formulas.isEmpty)
        #expect(sheet.comments[CellAddress(column: 2, row: 7)]?.contains("Caluire") == true)
    }

    @Test func aSheetKeepsItsTitlesAndItsGaps() throws {
        let csv = "Parcs de Bron;;\n\nnom;insee\nParilly;69029\n"
        let sheet = try Workbook.read(Data(csv.utf8), fileName: "parcs.csv").sheets[0]
        let clean = CleanWorkbook(sheet: sheet, name: "parcs.csv", header: 3, edits: [:])
        let back = try Workbook.read(try clean.data(), fileName: "a.xlsx").sheets[0]
        #expect(back.columns[0][0].text == "Parcs de Bron")
        let last = try #require(back.rowNumbers.firstIndex(of: 4))
        #expect(back.columns[1][last] == Value("69029"))
    }
}
