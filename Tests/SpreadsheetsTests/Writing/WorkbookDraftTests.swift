import Foundation
import Spreadsheets
import Tables
import Testing

@Suite struct WorkbookDraftTests {
    private func readBack(_ draft: WorkbookDraft) throws -> Workbook {
        try Workbook.read(try draft.data(), fileName: "a.xlsx")
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let sheet = SheetDraft(
            name: "Données",
            rows: [
                [CellDraft("nom"), CellDraft("code"), CellDraft("surface"), CellDraft("ouvert")],
                [
                    CellDraft("Parc de l'Étoile"), CellDraft("01053", .text), CellDraft(.number("1220.5")),
                    CellDraft(.date("2019-12-31"), CellStyle.plain.with { $0.numberFormat = "dd/mm/yyyy" }),
                ],
            ])
        let read = try readBack(WorkbookDraft(sheets: [sheet]))
        #expect(read.sheets.map(\.name) == ["Données"])
        #expect(
            read.sheets[0].columns.map { $0[1] } == [
                Value("Parc de l'Étoile"), Value("01053"), Value("1220.5", kind: .number),
                Value("2019-12-31", kind: .date),
            ])
    }

    @Test(arguments: ["=1+1", "+33 4 78", "@SUM(A1)", "-2+3", "_x0041_", "a\nb", "<&\">", "🌳 parc", "  au bord  "])
    func whateverSomebodyTypedStaysText(words: String) throws {
        let sheet = SheetDraft(name: "A", rows: [[CellDraft(words)]])
        let read = try readBack(WorkbookDraft(sheets: [sheet])).sheets[0]
        #expect(read.columns[0][0] == Value(words))
        #expect(read.formulas.isEmpty)
    }

    @Test func whatXMLCannotHoldIsLeftOut() throws {
        let sheet = SheetDraft(name: "A", rows: [[CellDraft("a\u{0}b\u{1B}c\r\nd\u{FFFF}")]])
        #expect(try readBack(WorkbookDraft(sheets: [sheet])).sheets[0].columns[0][0].text == "abc\nd")
    }

    @Test func aTextLongerThanExcelAllowsIsCut() throws {
        let sheet = SheetDraft(name: "A", rows: [[CellDraft(String(repeating: "é", count: 40_000))]])
        let text = try readBack(WorkbookDraft(sheets: [sheet])).sheets[0].columns[0][0].text
        #expect(text.utf16.count == 32_767)
        #expect(text.hasSuffix("…"))
    }

    @Test func whatIsNoNumberOrNoDateIsText() throws {
        let cells: [CellDraft.Content] = [.number("nr"), .number("nan"), .date("31/02/2020"), .date("2020-02-31")]
        let sheet = SheetDraft(name: "A", rows: [cells.map { CellDraft($0) }])
        let read = try readBack(WorkbookDraft(sheets: [sheet])).sheets[0]
        #expect(read.columns.map { $0[0].text } == ["nr", "nan", "31/02/2020", "2020-02-31"])
        #expect(read.columns.allSatisfy { $0[0].kind == .text })
    }

    @Test func dropDownsTakeTheirValuesFromAHiddenSheet() throws {
        let cell = CellAddress(column: 0, row: 2)
        var sheet = SheetDraft(name: "A", rows: [[CellDraft("chien")]])
        let here = CellRange(first: cell, last: cell)
        sheet.rules = [
            EntryRule(.choices(["libre", "tenu en laisse, toujours"]), in: here, strictness: .refusal),
            EntryRule(.choices(["oui", "non"]), in: here),
        ]
        let lists = try #require(try readBack(WorkbookDraft(sheets: [sheet])).sheets.last)
        #expect(lists.name == "Listes")
        #expect(lists.visibility == .hidden)
        #expect(
            lists.columns.map { [$0[0].text, $0[1].text] } == [["libre", "tenu en laisse, toujours"], ["oui", "non"]])
    }

    @Test func commentsAndVisibilityAreKept() throws {
        var sheet = SheetDraft(name: "A", columns: [ColumnDraft(width: 9), ColumnDraft(width: 9, isHidden: true)])
        sheet.rows = [[CellDraft("x"), CellDraft("y")]]
        sheet.comments = [CellAddress(column: 0, row: 1): "Bon exemple : 36 bis"]
        var hidden = SheetDraft(name: "B", rows: [[CellDraft("z")]])
        hidden.visibility = .hidden
        let read = try readBack(WorkbookDraft(sheets: [sheet, hidden]))
        #expect(read.sheets[0].comments[CellAddress(column: 0, row: 1)]?.contains("Bon exemple : 36 bis") == true)
        #expect(read.sheets[0].hiddenColumns == [1])
        #expect(read.sheets[1].visibility != .visible)
    }

    @Test func aLargeSheetIsWrittenRowAfterRow() throws {
        let rows = SheetRows(count: 6_000) { [CellDraft(.number(String($0))), CellDraft("ligne \($0)")] }
        let read = try readBack(WorkbookDraft(sheets: [SheetDraft(name: "A", rows: rows)])).sheets[0]
        #expect(read.rowCount == 6_000)
        #expect(read.columns[1][5_999].text == "ligne 5999")
    }

    @Test func theSameWorkbookIsTheSameFile() throws {
        let draft = WorkbookDraft(sheets: [SheetDraft(name: "A", rows: [[CellDraft("x")]])])
        #expect(try draft.data() == draft.data())
    }

    @Test func aFolderThatIsNotThereIsSaid() {
        let draft = WorkbookDraft(sheets: [SheetDraft(name: "A")])
        #expect(throws: UnwritableWorkbook.self) { try draft.write(to: URL(fileURLWithPath: "/nowhere/at/all.xlsx")) }
    }

    @Test func adviceFitsInExcel() {
        let advice = EntryRule.Advice(
            title: String(repeating: "t", count: 40), message: String(repeating: "é", count: 300))
        #expect(advice.title.utf16.count == 32)
        #expect(advice.message.utf16.count == 255)
    }
}
