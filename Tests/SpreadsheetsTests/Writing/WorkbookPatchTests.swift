import Foundation
import Tables
import Testing
import Texts

@testable import Spreadsheets

@Suite struct WorkbookPatchTests {
    private let rows = """
        <@dimension ref="A1:C3"/><@cols><@col min="3" max="3" style="3"/></@cols><@sheetData>\
        <@row r="1"><@c r="A1" t="inlineStr"><@is><@t>nom</@t></@is></@c><@c r="B1" s="1"><@v>1</@v></@c></@row>\
        <@row r="2"><@c r="A2" s="1" t="str"><@f>B2&amp;"x"</@f><@v>3x</@v></@c><@c r="B2"><@v>3</@v></@c></@row>\
        <@row r="4"/></@sheetData><@mergeCells count="1"><@mergeCell ref="A8:B8"/></@mergeCells>\
        <@pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>\
        <@extLst><@ext uri="x"/></@extLst>
        """

    private func cell(_ words: String) throws -> CellAddress { try #require(CellAddress(words)) }

    private func apply(_ edits: [String: CellEdit], to file: HandmadeXLSX) throws -> Data {
        var patch = WorkbookPatch()
        for (address, edit) in edits { patch.edit(sheet: "Feuil1", cell: try cell(address), edit) }
        return try patch.apply(to: file.data)
    }

    private func sheet(_ data: Data) throws -> Sheet { try Workbook.read(data, fileName: "a.xlsx").sheets[0] }

    private func value(_ address: String, in sheet: Sheet) throws -> Value {
        let cell = try cell(address)
        let row = try #require(sheet.rowNumbers.firstIndex(of: cell.row))
        return sheet.columns.indices.contains(cell.column) ? sheet.columns[cell.column][row] : .blank
    }

    private func part(_ path: String, of data: Data) throws -> String {
        String(decoding: try #require(try PackageParts(data).read(path)), as: UTF8.self)
    }

    @Test(arguments: ["", "x:"], [HandmadeXLSX.transitional, HandmadeXLSX.strict])
    func cellsAreReplacedAndInsertedInOrder(prefix: String, namespace: String) throws {
        let file = HandmadeXLSX(sheet: rows, prefix: prefix, namespace: namespace)
        let edited = try sheet(
            try apply(
                [
                    "B1": CellEdit(value: "01053", highlight: .certain, comment: "Le zéro était perdu."),
                    "A2": CellEdit(value: "Parc & jardin <3>", highlight: .likely),
                    "D2": CellEdit(value: "12.5", kind: .number), "B3": CellEdit(value: "entre deux lignes"),
                    "A4": CellEdit(value: "ligne vide"), "C9": CellEdit(value: "après la dernière"),
                ], to: file))
        #expect(try value("A1", in: edited) == Value("nom"))
        #expect(try value("B1", in: edited) == Value("01053"))
        #expect(try value("A2", in: edited) == Value("Parc & jardin <3>"))
        #expect(try value("B2", in: edited) == Value("3", kind: .number))
        #expect(try value("D2", in: edited) == Value("12.5", kind: .number))
        #expect(try value("B3", in: edited) == Value("entre deux lignes"))
        #expect(try value("A4", in: edited) == Value("ligne vide"))
        #expect(try value("C9", in: edited) == Value("après la dernière"))
        #expect(edited.rowNumbers == edited.rowNumbers.sorted())
        #expect(edited.comments[try cell("B1")]?.contains("Le zéro était perdu.") == true)
        #expect(edited.formulas.isEmpty)
    }

    @Test func everythingElseKeepsItsBytes() throws {
        let file = HandmadeXLSX(sheet: rows)
        let edited = try apply(["B2": CellEdit(value: "4", kind: .number, highlight: .certain)], to: file)
        for path in ["_rels/.rels", "xl/media/image1.png"] {
            #expect(try part(path, of: edited) == file.parts.first { $0.path == path }?.words)
        }
        let before = try part("xl/worksheets/sheet1.xml", of: file.data)
        let after = try part("xl/worksheets/sheet1.xml", of: edited)
        #expect(after == before.replacing("<c r=\"B2\"><v>3</v></c>", with: "<c r=\"B2\" s=\"4\"><v>4</v></c>"))
    }

    @Test func theOrderOfComputingGoesWithTheFormula() throws {
        let edited = try apply(["A2": CellEdit(value: "x")], to: HandmadeXLSX(sheet: rows))
        #expect(try PackageParts(edited).read("xl/calcChain.xml") == nil)
        #expect(try !part("[Content_Types].xml", of: edited).contains("calcChain"))
        #expect(try !part("xl/_rels/workbook.xml.rels", of: edited).contains("calcChain"))
        #expect(try part("xl/workbook.xml", of: edited).contains("fullCalcOnLoad=\"1\""))
    }

    @Test func aColouredFormulaStaysAFormula() throws {
        let edited = try sheet(
            try apply(["A2": CellEdit(highlight: .question, comment: "Est-ce juste ?")], to: HandmadeXLSX(sheet: rows)))
        #expect(edited.formulas == [try cell("A2")])
        #expect(try value("A2", in: edited) == Value("3x"))
    }

    @Test(arguments: ["t=\"shared\" ref=\"A2:A3\" si=\"0\"", "t=\"array\" ref=\"A2:B2\""])
    func aFormulaOnWhichOthersHangIsKept(kind: String) throws {
        let file = HandmadeXLSX(sheet: rows.replacing("<@f>", with: "<@f \(kind)>"))
        let edited = try sheet(try apply(["A2": CellEdit(value: "autre", highlight: .certain)], to: file))
        #expect(try value("A2", in: edited) == Value("3x"))
        #expect(edited.comments[try cell("A2")]?.contains("« autre »") == true)
    }

    @Test func whiteLettersTurnDarkUnderAHighlight() throws {
        let edited = try apply(["B1": CellEdit(highlight: .error)], to: HandmadeXLSX(sheet: rows))
        let styles = try part("xl/styles.xml", of: edited)
        #expect(styles.contains("<fonts count=\"3\">"))
        #expect(styles.contains("<font><color rgb=\"FF1F2933\"/></font></fonts>"))
        #expect(styles.contains("fontId=\"2\""))
        #expect(styles.contains("<alignment wrapText=\"1\"/></xf></cellXfs>"))
    }

    @Test func aYearInADateCellIsAYear() throws {
        let dated = HandmadeXLSX(sheet: rows.replacing("<@c r=\"B2\">", with: "<@c r=\"B2\" s=\"2\">"))
        let edited = try sheet(try apply(["B2": CellEdit(value: "1982", kind: .number)], to: dated))
        #expect(try value("B2", in: edited) == Value("1982", kind: .number))
        let day = try sheet(try apply(["B1": CellEdit(value: "2020-02-29", kind: .date)], to: dated))
        #expect(try value("B1", in: day) == Value("2020-02-29", kind: .date))
    }

    @Test func theReferenceToTheCommentsStandsWhereExcelWantsIt() throws {
        let edited = try apply(["B2": CellEdit(comment: "Bonjour")], to: HandmadeXLSX(sheet: rows))
        let sheet = try part("xl/worksheets/sheet1.xml", of: edited)
        let names = sheet.matches(of: /<(pageMargins|legacyDrawing|extLst|mergeCells)\b/).map { String($0.output.1) }
        #expect(names == ["mergeCells", "pageMargins", "legacyDrawing", "extLst"])
        #expect(try part("[Content_Types].xml", of: edited).contains("Extension=\"vml\""))
    }

    @Test func aSecondRoundReplacesOurCommentsOfTheFirst() throws {
        let once = try apply(["B2": CellEdit(comment: "Premier")], to: HandmadeXLSX(sheet: rows))
        var patch = WorkbookPatch()
        patch.edit(sheet: "Feuil1", cell: try cell("B2"), value: nil, comment: "Deuxième")
        patch.edit(sheet: "Feuil1", cell: try cell("A1"), value: nil, comment: "Ailleurs")
        let twice = try patch.apply(to: once)
        let comments = try sheet(twice).comments
        #expect(comments[try cell("B2")] == "Gabarit\u{00A0}:\nDeuxième")
        #expect(comments[try cell("A1")]?.contains("Ailleurs") == true)
        #expect(try part("xl/drawings/vmlDrawing1.vml", of: twice).matches(of: /<v:shape\b/).count == 2)
        #expect(try part("xl/worksheets/sheet1.xml", of: twice).matches(of: /<legacyDrawing\b/).count == 1)
    }

    @Test func anEmptySheetTakesCells() throws {
        let edited = try sheet(
            try apply(
                ["B2": CellEdit(value: "b"), "A3": CellEdit(value: "a"), "C3": CellEdit(value: "c")],
                to: HandmadeXLSX(sheet: "<@sheetData/>", prefix: "x:")))
        #expect(try value("B2", in: edited) == Value("b"))
        #expect(try value("A3", in: edited) == Value("a"))
        #expect(try value("C3", in: edited) == Value("c"))
    }

    @Test func cellsWithoutAddressesAreCounted() throws {
        let bare =
            """
            <@sheetData><@row><@c><@v>1</@v></@c><@c><@v>2</@v></@c></@row>\
            <@row><@c><@v>3</@v></@c></@row></@sheetData>
            """
        let edited = try sheet(
            try apply(["B1": CellEdit(value: "deux"), "B2": CellEdit(value: "quatre")], to: HandmadeXLSX(sheet: bare)))
        #expect(edited.columns.map { [$0[0].text, $0[1].text] } == [["1", "3"], ["deux", "quatre"]])
    }

    @Test func anAddedSheetComesLastAndGivesWayToTheNext() throws {
        var patch = WorkbookPatch()
        patch.add(sheet: SheetDraft(name: "Questions", rows: [[CellDraft("première"), CellDraft(.number("1"))]]))
        let once = try patch.apply(to: HandmadeXLSX(sheet: rows, prefix: "x:").data)
        #expect(try Workbook.read(once, fileName: "a.xlsx").sheets.map(\.name) == ["Feuil1", "Questions"])
        var next = WorkbookPatch()
        next.add(sheet: SheetDraft(name: "questions", rows: [[CellDraft("deuxième")]]))
        let twice = try Workbook.read(try next.apply(to: once), fileName: "a.xlsx")
        #expect(twice.sheets.map(\.name) == ["Feuil1", "Questions"])
        #expect(twice.sheets[1].columns[0][0] == Value("deuxième"))
    }

    @Test func aSheetThatIsNotThereIsSaid() throws {
        var patch = WorkbookPatch()
        patch.edit(sheet: "Autre", cell: try cell("A1"), value: "x")
        let error = #expect(throws: UnreadableFile.self) { try patch.apply(to: HandmadeXLSX(sheet: rows).data) }
        #expect(error?.text.fr.contains("« Autre »") == true)
    }

    @Test func damagedFilesAreRefusedWithoutACrash() throws {
        let whole = HandmadeXLSX(sheet: rows).data
        var patch = WorkbookPatch()
        patch.edit(sheet: "Feuil1", cell: try cell("B2"), value: "x", highlight: .error, comment: "y")
        #expect(throws: UnreadableFile.self) { try patch.apply(to: Data()) }
        #expect(throws: UnreadableFile.self) { try patch.apply(to: Data("nom;voie".utf8)) }
        let entity = HandmadeXLSX(sheet: rows + "<!DOCTYPE x>")
        #expect(throws: UnreadableFile.self) { try patch.apply(to: entity.data) }
        var seed: UInt64 = 7
        for _ in 0..<300 {
            var damaged = whole
            for _ in 0..<3 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                damaged[Int(seed >> 33) % damaged.count] = UInt8(truncatingIfNeeded: seed >> 24)
            }
            _ = try? patch.apply(to: damaged)
        }
    }

    @Test func theSamePatchMakesTheSameFile() throws {
        let edits = ["B2": CellEdit(value: "x", highlight: .likely, comment: "y")]
        let file = HandmadeXLSX(sheet: rows)
        #expect(try apply(edits, to: file) == apply(edits, to: file))
    }
}
