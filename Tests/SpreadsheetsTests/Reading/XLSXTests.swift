import Foundation
import Spreadsheets
import Tables
import Testing
import Texts

@Suite("XLSX files")
struct XLSXTests {
    @Test func textsAreReadWhereverTheyStand() throws {
        let sheet = try xlsx(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
            <c r="C1" t="inlineStr"><is><r><t>en </t></r><r><t>place</t></r><rPh><t>non</t></rPh></is></c>
            <c r="D1" t="str"><f>A1</f><v>calculé</v></c></row>
            """,
            strings: """
                <si><t xml:space="preserve">  Parc </t></si>
                <si><r><t>Tête </t></r><r><rPr><b/></rPr><t>d’Or</t></r><rPh sb="0" eb="1"><t>non</t></rPh></si>
                """
        ).firstSheet()
        #expect(sheet.texts == [["  Parc ", "Tête d’Or", "en place", "calculé"]])
        #expect(sheet.formulas == [CellAddress(column: 3, row: 1)])
    }

    @Test func charactersThatXMLCannotHoldAreDecoded() throws {
        let sheet = try xlsx(
            """
            <row><c t="inlineStr"><is><t>a_x000D_\nb</t></is></c><c t="inlineStr"><is><t>_x005F_x000D_</t></is></c>
            <c t="inlineStr"><is><t>mon_xfichier_</t></is></c></row>
            """
        ).firstSheet()
        #expect(sheet.texts == [["a\r\nb", "_x000D_", "mon_xfichier_"]])
    }

    @Test(arguments: [
        ("69029.0", "69029"), ("2.1690123456789E+13", "21690123456789"), ("21690123456789", "21690123456789"),
        ("45.733300000000003", "45.7333"), ("1E-5", "0.00001"), ("-0.50", "-0.5"), ("007", "7"), ("-0", "0"),
        ("123456789012345678", "123456789012345678"), ("1.5E3", "1500"), ("0", "0"), ("4.8322", "4.8322"),
    ])
    func numbersAreWrittenPlainly(stored: String, read: String) throws {
        let value = try xlsx("<row><c><v>\(stored)</v></c></row>").firstSheet()["A1"]
        #expect(value == Value(read, kind: .number))
    }

    @Test(arguments: ["1E999999999", "abc", "1.2.3", "0x10", "--1"])
    func whatIsNoNumberStaysText(stored: String) throws {
        let value = try xlsx("<row><c><v>\(stored)</v></c></row>").firstSheet()["A1"]
        #expect(value == Value(stored))
    }

    @Test(arguments: [
        ("14", "43830", "2019-12-31"), ("22", "43830.354166666664", "2019-12-31T08:30:00"),
        ("14", "43830.354166666664", "2019-12-31T08:30:00"), ("dd/mm/yyyy", "43830", "2019-12-31"),
        ("[$-40C]d mmmm yyyy;@", "43830", "2019-12-31"), ("\"le\" dd\\/mm\\/yy", "43830", "2019-12-31"),
        ("jj/mm/aaaa", "43830", "2019-12-31"), ("mmm-yy", "43800", "2019-12-01"), ("30", "43830", "2019-12-31"),
        ("14", "1", "1900-01-01"), ("14", "59", "1900-02-28"), ("14", "61", "1900-03-01"),
        ("57", "43830", "2019-12-31"),
        ("[Red][<43831]yyyy\\-mm\\-dd", "43830", "2019-12-31"), ("14", "2958465", "9999-12-31"),
    ])
    func datesAreFoundByTheirFormat(format: String, stored: String, read: String) throws {
        let sheet = try xlsx("<row><c s=\"1\"><v>\(stored)</v></c></row>", styles: formats(["0", format])).firstSheet()
        #expect(sheet["A1"] == Value(read, kind: .date))
    }

    @Test(arguments: [
        ("20", "0.35416666666666669", "08:30:00"), ("h:mm AM/PM", "0.5", "12:00:00"), ("mm:ss", "0", "00:00:00"),
        ("[h]:mm:ss", "1.2604166666666667", "30:15:00"), ("46", "1.5", "36:00:00"),
        ("hh\"h\"mm", "0.35416666666666669", "08:30:00"),
    ])
    func timesAreFoundByTheirFormat(format: String, stored: String, read: String) throws {
        let sheet = try xlsx("<row><c s=\"1\"><v>\(stored)</v></c></row>", styles: formats(["0", format])).firstSheet()
        #expect(sheet["A1"] == Value(read, kind: .time))
    }

    @Test(arguments: [
        ("00000", "1053", "01053"), ("000", "7", "007"), ("0#\" \"##\" \"##\" \"##\" \"##", "478123456", "0478123456"),
        ("0#\\.##\\.##\\.##\\.##", "478123456", "0478123456"),
        ("000\\ 000\\ 000\\ 00000", "21690123400015", "21690123400015"),
        ("\"69\"000", "29", "69029"), ("\"0\"#########", "478123456", "0478123456"), ("#,##0", "1234", "1234"),
        ("#\\ ##0.00\\ \"€\"", "1234.5", "1234.5"), ("0.00E+00", "21690123400015", "21690123400015"),
        ("General", "12", "12"), ("Standard", "12", "12"), ("0\" m2\"", "500", "500"), ("# ?/?", "0.5", "0.5"),
        ("0.000", "5", "5"), ("_-* #,##0\\ _€_-;\\-* #,##0\\ _€_-", "1500", "1500"),
        ("00000", "-5", "-5"), ("00000", "1.5", "1.5"),
    ])
    func codesKeepTheZerosThatTheirOwnerSees(format: String, stored: String, read: String) throws {
        let sheet = try xlsx("<row><c s=\"1\"><v>\(stored)</v></c></row>", styles: formats(["0", format])).firstSheet()
        #expect(sheet["A1"] == Value(read, kind: .number))
    }

    @Test(arguments: [("@", "21010034300016"), ("49", "12")])
    func aNumberInTheFormatOfTextIsText(format: String, stored: String) throws {
        let sheet = try xlsx("<row><c s=\"1\"><v>\(stored)</v></c></row>", styles: formats(["0", format])).firstSheet()
        #expect(sheet["A1"] == Value(stored, kind: .text))
    }

    @Test(arguments: [("9", "0.45", "45%"), ("0.00%", "0.4567", "45.67%"), ("0 %", "1", "100%"), ("0%", "0.07", "7%")])
    func percentagesAreReadAsShown(format: String, stored: String, read: String) throws {
        let sheet = try xlsx("<row><c s=\"1\"><v>\(stored)</v></c></row>", styles: formats(["0", format])).firstSheet()
        #expect(sheet["A1"] == Value(read))
    }

    @Test func daysOfOldMacsCountFrom1904() throws {
        let sheet = try xlsx(
            "<row><c s=\"0\"><v>42368</v></c><c s=\"0\"><v>0</v></c></row>", styles: formats(["14"]),
            properties: "<workbookPr date1904=\"1\"/>"
        ).firstSheet()
        #expect(sheet.texts == [["2019-12-31", "1904-01-01"]])
    }

    @Test func theFalseLeapDayIsNoDate() throws {
        let sheet = try xlsx("<row><c s=\"0\"><v>60</v></c></row>", styles: formats(["14"])).firstSheet()
        #expect(sheet["A1"]?.kind == .text)
    }

    @Test func truthValuesErrorsAndWrittenDates() throws {
        let sheet = try xlsx(
            """
            <row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2019-12-31T00:00:00</v></c>
            <c t="d"><v>2019-12-31T08:30:00.000Z</v></c></row>
            """
        ).firstSheet()
        let row = sheet.columns.map { $0[0] }
        #expect(
            row == [
                Value("true", kind: .boolean), Value("false", kind: .boolean), Value("#N/A", kind: .error),
                Value("2019-12-31", kind: .date), Value("2019-12-31T08:30:00", kind: .date),
            ])
    }

    @Test func formulasWithoutResultAreTold() throws {
        let workbook = try xlsx(
            """
            <row r="2"><c r="A2"><f>1+1</f></c><c r="B2" t="str"><f>""</f><v></v></c><c r="C2"><f>1</f><v>1</v></c></row>
            <row r="3"><c r="A3"><f>1+1</f><v/></c></row>
            """
        ).read()
        #expect(workbook.rows(of: "uncomputed-formula") == [2, 3])
        #expect(workbook.sheets[0].formulas.count == 4)
    }

    @Test func rowsAndCellsWithoutAddressFollowOneAnother() throws {
        let sheet = try xlsx(
            "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"4\"><c r=\"C4\"><v>3</v></c><c><v>4</v></c></row>"
        ).firstSheet()
        #expect(sheet.rowNumbers == [1, 2, 3, 4])
        #expect(sheet.texts[0] == ["1", "2", "", ""])
        #expect(sheet.texts[3] == ["", "", "3", "4"])
    }

    @Test func rowsInDisorderFindTheirPlace() throws {
        let sheet = try xlsx(
            """
            <row r="3"><c r="A3"><v>3</v></c></row><row r="2000"><c r="A2000"><v>9</v></c></row>
            <row r="1500"><c r="A1500"><v>5</v></c></row><row r="3"><c r="B3"><v>4</v></c><c r="A3"><v>7</v></c></row>
            """
        ).firstSheet()
        #expect(sheet.rowNumbers == [1, 2, 3, 1500, 2000])
        #expect(sheet.texts.suffix(3) == [["7", "4"], ["5", ""], ["9", ""]])
    }

    @Test func whatIsHiddenIsKnown() throws {
        let sheet = try xlsx(
            """
            <row r="1"><c r="A1"><v>1</v></c><c r="E1"><v>1</v></c></row>
            <row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3" ht="0" customHeight="1"><c r="A3"><v>1</v></c></row>
            <row r="900" hidden="1"/>
            """,
            columns: """
                <cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/><col min="7" max="16384" hidden="1"/></cols>
                """
        ).firstSheet()
        #expect(sheet.hiddenRows == [2, 3])
        #expect(sheet.hiddenColumns == [1, 2, 4])
    }

    @Test func mergedCellsShowOnlyTheirFirstValue() throws {
        let workbook = try xlsx(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"2\"><c r=\"B2\"><v>3</v></c></row>",
            after: "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"D9:D1000000\"/></mergeCells>"
        ).read()
        #expect(workbook.texts == [["1", ""], ["", ""]])
        #expect(workbook.sheets[0].merged.first?.last == CellAddress(column: 1, row: 2))
        #expect(workbook.rows(of: "covered-value") == [1, 2])
    }

    @Test func strictFilesWithPrefixesAndAbsoluteTargetsAreRead() throws {
        let strict = "http://purl.oclc.org/ooxml"
        let file: ZipFile = [
            "_rels/.rels": """
            <Relationships><Relationship Id="x" Type="\(strict)/officeDocument/relationships/officeDocument"
            Target="/xl/livre.xml"/></Relationships>
            """,
            "xl/livre.xml": """
            <x:workbook xmlns:x="\(strict)/spreadsheetml/main" xmlns:r="\(strict)/officeDocument/relationships">
            <x:workbookPr/><x:sheets><x:sheet name="Été" sheetId="4" state="veryHidden" r:id="k"/></x:sheets></x:workbook>
            """,
            "xl/_rels/livre.xml.rels": """
            <Relationships><Relationship Id="k" Type="\(strict)/officeDocument/relationships/worksheet"
            Target="../xl/./feuilles/un%20deux.xml"/></Relationships>
            """,
            "XL\\Feuilles\\Un Deux.xml": """
            <x:worksheet xmlns:x="\(strict)/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="B1"><x:v>5</x:v></x:c>
            </x:row></x:sheetData></x:worksheet>
            """,
            "xl/worksheets/autre.xml": "<worksheet/>",
        ]
        let sheet = try file.firstSheet()
        #expect(sheet.name == "Été")
        #expect(sheet.visibility == .veryHidden)
        #expect(sheet.texts == [["", "5"]])
    }

    @Test func chartsAreNoSheetsAndSeveralSheetsKeepTheirOrder() throws {
        let file = xlsx("<row><c><v>1</v></c></row>").with([
            "xl/workbook.xml": """
            <workbook xmlns="\(mainNamespace)" xmlns:r="\(officeNamespace)"><sheets><sheet name="B" r:id="rId5"/><sheet name="G" r:id="rId4"/>
            <sheet name="A" state="hidden" r:id="rId1"/></sheets></workbook>
            """,
            "xl/_rels/workbook.xml.rels": relationships(
                ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId4", "chartsheet", "chartsheets/sheet1.xml"),
                ("rId5", "worksheet", "worksheets/sheet2.xml")),
            "xl/worksheets/sheet2.xml": "<worksheet><sheetData/></worksheet>",
        ])
        let sheets = try file.read().sheets
        #expect(sheets.map(\.name) == ["B", "A"])
        #expect(sheets.map(\.visibility) == [.visible, .hidden])
        #expect(sheets.map(\.rowCount) == [0, 1])
    }

    @Test func missingPartsAreTolerated() throws {
        let file = xlsx("<row><c s=\"3\"><v>1</v></c></row>").without("xl/styles.xml").without("xl/sharedStrings.xml")
            .without("xl/_rels/workbook.xml.rels").without("_rels/.rels")
        #expect(try file.read().texts == [["1"]])
    }

    @Test func commentsOldAndNewAreRead() throws {
        let file = xlsx("<row><c><v>1</v></c></row>").with([
            "xl/worksheets/_rels/sheet1.xml.rels": relationships(
                ("rId1", "comments", "../comments1.xml"), ("rId2", "threadedComment", "/xl/threadedComments/t.xml")),
            "xl/comments1.xml": """
            <comments><commentList><comment ref="A1"><text><r><t>Vu </t></r><r><t>par Léa</t></r></text></comment>
            <comment ref="B2"><text><t>[Threaded comment] Your version of Excel</t></text></comment></commentList></comments>
            """,
            "xl/threadedComments/t.xml": """
            <ThreadedComments><threadedComment ref="B2"><text>Bonne adresse ?</text></threadedComment>
            <threadedComment ref="B2"><text>Oui.</text></threadedComment></ThreadedComments>
            """,
        ])
        let comments = try file.firstSheet().comments
        #expect(comments[CellAddress(column: 0, row: 1)] == "Vu par Léa")
        #expect(comments[CellAddress(column: 1, row: 2)] == "Bonne adresse ?\nOui.")
    }

    @Test func aFalseDimensionIsNotBelieved() throws {
        let sheet = try xlsx("<row><c><v>1</v></c></row>", columns: "<dimension ref=\"A1:XFD1048576\"/>").firstSheet()
        #expect(sheet.texts == [["1"]])
    }
}
