import Foundation
import Spreadsheets
import Tables
import Testing

/// What frictionless makes of numbers under formats. Every expectation was read from frictionless 5.21 itself.
@Suite("Workbooks as Validata reads them")
struct DisplayTests {
    private func judged(_ cell: String, _ format: String, properties: String = "") throws -> Value {
        let file = xlsx("<row>\(cell)</row>", styles: formats(["0", format]), properties: properties)
        return try #require(file.judged()["A1"])
    }

    private func judged(number: String, _ format: String) throws -> Value {
        try judged("<c s=\"1\"><v>\(number)</v></c>", format)
    }

    @Test(arguments: [
        ("1", "1001", "1001"), ("00000", "1001", "1001"), ("# ##0", "1234567.891", "1234568"), ("@", "12.5", "12"),
        ("49", "21690123400015", "21690123400015"), ("2", "0.125", "0.12"), ("2", "0.375", "0.38"),
        ("0.0", "-0.01", "-0.0"),
        ("0.##", "5", "5."), ("0.0#", "5", "5.0"), ("#.###", "1.5", "1.5"), ("0.0?", "5", "5.00"), ("9", "0.45", "45%"),
        ("0.0%", "0.4567", "45.7%"), ("0 %", "0.07", "7%"), ("0.00;[Red]-0.0", "-1.25", "-1.2"),
        ("11", "12345", "12345.0000"),
        ("#\\ ##0.00\\ \"€\"", "1234.5", "1234.50"), ("\"69\"000", "29", "29"), ("# ?/?", "0.5", "0"),
        (";;;", "3", "3"),
        ("1", "1E15", "1000000000000000"),
    ])
    func aNumberUnderAFormatIsTheTextThatIsShown(format: String, stored: String, shown: String) throws {
        #expect(try judged(number: stored, format) == Value(shown))
    }

    @Test(arguments: [
        ("General", "1001", "1001"), ("27", "43830", "43830"), ("0.0.0", "12.5", "12.5"),
        ("0\" m.\".0", "12.5", "12.5"),
        ("General", "69029.0", "69029.0"), ("General", "2.1690123456789E+13", "21690123456789.0"),
        ("General", "1E-5", "1e-05"),
        ("General", "45.733300000000003", "45.7333"), ("General", "1E16", "1e+16"), ("General", "0.0", "0.0"),
    ])
    func aNumberWithoutAFormatStaysANumber(format: String, stored: String, read: String) throws {
        #expect(try judged(number: stored, format) == Value(read, kind: .number))
    }

    @Test(arguments: [
        ("14", "43830", "12-31-19"), ("yyyy\\-mm\\-dd", "43830", "2019-12-31"), ("dd/mm/yyyy;@", "43830", "31/12/2019"),
        ("d mmmm yyyy", "43830", "31 December 2019"), ("ddd d/m/yy", "43831", "Wed 1/1/20"), ("17", "43830", "Dec-19"),
        ("\"le\" dd\\/mm\\/yyyy", "43830", "le 31/12/2019"),
        ("dd/mm/yyyy hh:mm", "43830.354166666664", "31/12/2019 08:30"),
        ("22", "43830.354166666664", "12/31/19 8:30"), ("h:mm AM/PM", "0.75", "18:00 PM"),
        ("hh\"h\"mm", "0.35416666666666669", "h0830"),
        ("45", "0.5", "01:00"), ("dd/mm/yyyy", "0", "01/01/1900"), ("dd/mm/yyyy", "1", "01/01/1900"),
        ("dd/mm/yyyy", "60", "28/02/1900"), ("m", "43830", "12"), ("yyyy-mm-dd", "-1", "1899-12-29"),
    ])
    func aMomentUnderAFormatIsTheTextThatIsShown(format: String, stored: String, shown: String) throws {
        #expect(try judged(number: stored, format) == Value(shown))
    }

    @Test(arguments: [
        ("[$-40C]d mmmm yyyy;@", "43830", Value("2019-12-31T00:00:00", kind: .date)),
        ("jj/mm/aaaa", "43830.25", Value("2019-12-31T06:00:00", kind: .date)),
        ("dd.mm.yyyy", "0.35416666666666669", Value("08:30:00", kind: .time)),
        ("[h]:mm:ss", "1.2604166666666667", Value("PT30H15M0S", kind: .time)),
        ("yyyy-mm-dd", "3000000", Value("#VALUE!", kind: .error)),
        ("[h]:mm", "1E300", Value("#VALUE!", kind: .error)),
    ])
    func aMomentUnderACodeThatFrictionlessDoesNotKnowStaysAMoment(format: String, stored: String, read: Value) throws {
        #expect(try judged(number: stored, format) == read)
    }

    @Test func daysAreCountedFrom1904InFilesOfOldMacs() throws {
        let value = try judged(
            "<c s=\"1\"><v>42368</v></c>", "dd/mm/yyyy", properties: "<workbookPr date1904=\"1\"/>")
        #expect(value == Value("31/12/2019"))
    }

    @Test(arguments: [("General", Value("true", kind: .boolean)), ("1", Value("1")), ("0%", Value("100%"))])
    func truthUnderAFormatIsANumberThatIsShown(format: String, read: Value) throws {
        #expect(try judged("<c t=\"b\" s=\"1\"><v>1</v></c>", format) == read)
    }

    @Test func textsStayWhateverTheirFormat() throws {
        #expect(try judged("<c t=\"str\" s=\"1\"><v>01001</v></c>", "0.00") == Value("01001"))
    }

    @Test func whatLiesUnderMergedCellsIsThere() throws {
        let file = xlsx(
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>",
            after: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>")
        #expect(try file.judged()["A2"] == Value("2", kind: .number))
        #expect(try file.firstSheet()["A2"] == Value.blank)
    }

    @Test func convertedFilesKeepTheirNumbers() throws {
        let converted = xlsx(
            "<row><c s=\"1\"><v>0.45</v></c><c s=\"2\"><v>43830</v></c><c s=\"3\"><v>0.5</v></c></row>",
            styles: formats(["0", "0%", "dd/mm/yyyy", "h:mm"])
        )
        let old = Data([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00])
        let workbook = try Workbook.read(
            old, fileName: "a.xls", reading: .judged,
            conversion: OldWorkbookConversion { _, _ in Data(converted.bytes) })
        #expect(workbook.sheets.first?["A1"] == Value("0.45", kind: .number))
        #expect(workbook.sheets.first?["B1"] == Value("2019-12-31T00:00:00", kind: .date))
        #expect(workbook.sheets.first?["C1"] == Value("1899-12-31T12:00:00", kind: .date))
    }

    @Test func openDocumentsKeepTheirNumbers() throws {
        let cells = """
            <table:table-row>
            <table:table-cell office:value-type="percentage" office:value="0.45"><text:p>45 %</text:p></table:table-cell>
            <table:table-cell office:value-type="float" office:value="1053"><text:p>01053</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2019-12-31"><text:p>31/12</text:p></table:table-cell>
            <table:table-cell office:value-type="time" office:time-value="PT08H30M00S"><text:p>8:30</text:p></table:table-cell>
            </table:table-row>
            """
        let sheet = try ods(rows: cells).judged()
        #expect(sheet["A1"] == Value("0.45", kind: .number))
        #expect(sheet["B1"] == Value("1053", kind: .number))
        #expect(sheet["C1"] == Value("2019-12-31", kind: .date))
        #expect(sheet["D1"] == Value("PT08H30M00S"))
    }
}

extension ZipFile {
    /// The first sheet, as Validata reads it.
    fileprivate func judged() throws -> Sheet {
        try #require(
            try Workbook.read(Data(bytes), fileName: "essai", reading: .judged, conversion: .none).sheets.first)
    }
}
