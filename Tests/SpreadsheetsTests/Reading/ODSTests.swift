import Foundation
import Spreadsheets
import Tables
import Testing
import Texts

@Suite("OpenDocument files")
struct ODSTests {
    @Test(arguments: [
        ("office:value-type=\"float\" office:value=\"1053\"", "01053", Value("01053", kind: .number)),
        (
            "office:value-type=\"float\" office:value=\"478123456\"", "04 78 12 34 56",
            Value("0478123456", kind: .number)
        ),
        ("office:value-type=\"float\" office:value=\"29\"", "69029", Value("69029", kind: .number)),
        ("office:value-type=\"float\" office:value=\"1234.5\"", "1 234,50", Value("1234.5", kind: .number)),
        (
            "office:value-type=\"float\" office:value=\"21690123456789\"", "2,17E+13",
            Value("21690123456789", kind: .number)
        ),
        ("office:value-type=\"currency\" office:value=\"12\"", "12,00 €", Value("12", kind: .number)),
        ("office:value-type=\"percentage\" office:value=\"0.45\"", "45 %", Value("45%")),
        ("office:value-type=\"date\" office:date-value=\"2019-12-31\"", "31/12/19", Value("2019-12-31", kind: .date)),
        (
            "office:value-type=\"date\" office:date-value=\"2019-12-31T08:30:00.000000000\"", "31/12/19",
            Value("2019-12-31T08:30:00", kind: .date)
        ),
        ("office:value-type=\"time\" office:time-value=\"PT08H30M00S\"", "08:30", Value("08:30:00", kind: .time)),
        ("office:value-type=\"time\" office:time-value=\"PT30H15M02.5S\"", "30:15", Value("30:15:02", kind: .time)),
        ("office:value-type=\"boolean\" office:boolean-value=\"true\"", "VRAI", Value("true", kind: .boolean)),
        ("office:value-type=\"float\" office:value=\"0\"", "FAUX", Value("false", kind: .boolean)),
        (
            "office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"", "#DIV/0!",
            Value("#DIV/0!", kind: .error)
        ),
        ("office:value-type=\"string\"", "Parc", Value("Parc")), ("", "Parc", Value("Parc")),
    ])
    func everyTypeIsReadAsItsOwnerSeesIt(attributes: String, shown: String, value: Value) throws {
        let sheet = try ods(
            rows:
                "<table:table-row><table:table-cell \(attributes)><text:p>\(shown)</text:p></table:table-cell></table:table-row>"
        ).firstSheet()
        #expect(sheet["A1"] == value)
    }

    @Test func whiteSpaceIsKept() throws {
        let sheet = try ods(
            rows: """
                <table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="3"/>b<text:tab/>c</text:p><text:p>  d
                   <text:span>e</text:span><text:line-break/>f</text:p></table:table-cell></table:table-row>
                """
        ).firstSheet()
        #expect(sheet["A1"]?.text == "a   b\tc\n  d e\nf")
    }

    @Test func commentsAndDrawingsAreNoTextOfTheCell() throws {
        let sheet = try ods(
            rows: """
                <table:table-row><table:table-cell office:value-type="string"><office:annotation><dc:creator>Léa</dc:creator>
                <dc:date>2020-01-01</dc:date><text:p>En euros</text:p><text:p>hors taxe</text:p></office:annotation>
                <draw:frame><text:p>image</text:p></draw:frame><text:p>montant</text:p></table:table-cell></table:table-row>
                """
        ).firstSheet()
        #expect(sheet["A1"]?.text == "montant")
        #expect(sheet.comments == [CellAddress(column: 0, row: 1): "En euros\nhors taxe"])
    }

    @Test func repeatedCellsAndRowsAreUnfolded() throws {
        let sheet = try ods(
            rows: """
                <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>
                <table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell>
                <table:table-cell table:number-columns-repeated="16380"/></table:table-row>
                <table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
                """
        ).firstSheet()
        #expect(sheet.texts == [["", "", "x", "x"], ["", "", "x", "x"]])
    }

    @Test func mergedCellsHideWhatTheyCover() throws {
        let sheet = try ods(
            rows: """
                <table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"
                office:value-type="string"><text:p>titre</text:p></table:table-cell>
                <table:covered-table-cell office:value-type="string"><text:p>caché</text:p></table:covered-table-cell>
                <table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>
                """
        ).firstSheet()
        #expect(sheet.texts == [["titre", "", "x"]])
        #expect(
            sheet.merged == [
                CellRange(first: CellAddress(column: 0, row: 1), last: CellAddress(column: 1, row: 2))
            ])
    }

    @Test func whatIsHiddenIsKnown() throws {
        let cell =
            "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"4\"/>"
        let file = ods(
            """
            <table:table table:name="Vue" table:style-name="ta1"><table:table-column/>
            <table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-column/>
            <table:table-row>\(cell)</table:table-row>
            <table:table-row table:visibility="filter" table:number-rows-repeated="2">\(cell)</table:table-row>
            <table:table-row-group table:display="false"><table:table-row>\(cell)</table:table-row></table:table-row-group>
            <table:table-row>\(cell)</table:table-row></table:table>
            <table:table table:name="Listes" table:style-name="ta2"/>
            """,
            styles: """
                <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
                <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
                """)
        let sheets = try file.read().sheets
        #expect(sheets.map(\.visibility) == [.visible, .hidden])
        #expect(sheets[0].hiddenColumns == [1, 2])
        #expect(sheets[0].hiddenRows == [2, 3, 4])
        #expect(sheets[0].rowCount == 5)
    }

    @Test func formulasAreKnownAndDeletedContentIsNot() throws {
        let workbook = try ods(
            rows: """
                <table:tracked-changes><table:table-cell office:value-type="string"><text:p>ancien</text:p></table:table-cell>
                </table:tracked-changes>
                <table:table-row><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>
                <table:table-cell table:formula="of:=1+1"/></table:table-row>
                """
        ).read()
        #expect(workbook.texts == [["2"]])
        #expect(workbook.sheets[0].formulas.count == 2)
        #expect(workbook.rows(of: "uncomputed-formula") == [1])
    }

    @Test func aPasswordIsTold() throws {
        let manifest = "<manifest:manifest xmlns:manifest=\"m\"><manifest:encryption-data/></manifest:manifest>"
        let file = ods(rows: "").with(["META-INF/manifest.xml": manifest, "content.xml": "\u{1}brouillé"])
        let error = #expect(throws: UnreadableFile.self) { try file.read() }
        #expect(error?.text.fr.contains("mot de passe") == true)
    }
}
