import Exports
import Foundation
import Schemas
import Spreadsheets
import Tables
import Testing

@Suite struct WorkbookTests {
    private static let texts = [
        "001053", "=1+1", "deux  espaces", " au bord ", "ligne 1\nligne 2\n\nligne 4", "\ttab", "<b>&amp;\"'",
        "_x0041_",
        "\u{FFFD} été 🌳", "1220.5", "12345678901234567890", "a\u{1}b", "+33", "oui",
    ]
    private let schema: Schema
    private let table: CleanTable

    init() throws {
        let document = #"""
            {"name": "a", "title": "Écoles : [2026] / Lyon, une très longue liste", "fields": [
                {"name": "texte"}, {"name": "nombre", "type": "number"}]}
            """#
        schema = try JSONDecoder().decode(Schema.self, from: Data(document.utf8))
        let numbers = Self.texts.indices.map { ["1220.5", "-3", "", "007", "12345678901234567890", "1e5"][$0 % 6] }
        table = CleanTable(
            fields: ["texte", "nombre"],
            columns: [Cells(Self.texts.map { Value($0) }), Cells(numbers.map { Value($0) })],
            rowNumbers: Array(Self.texts.indices))
    }

    @Test(arguments: ["xlsx", "ods"])
    func everyCellIsReadBack(format: String) throws {
        let export = try #require(Formats.named(format))
        let data = try export.data(table, schema: schema)
        let workbook = try Workbook.read(data, fileName: "a.\(format)")
        let sheet = try #require(workbook.sheets.first)
        #expect(workbook.sheets.count == 1)
        #expect(sheet.name == "Écoles   2026   Lyon, une très " || sheet.name.hasPrefix("Écoles"))
        #expect(sheet.rowCount == Self.texts.count + 1)
        #expect(sheet.columns.map { $0[0].text } == ["texte", "nombre"])
        for (row, text) in Self.texts.enumerated() {
            let kept = text.filter { $0 != "\u{1}" }
            #expect(sheet.columns[0][row + 1].text == kept, "\(format)")
            #expect(sheet.columns[1][row + 1].text == table.columns[1][row].text)
        }
        #expect(sheet.columns[0][1].kind == .text)
        #expect(sheet.columns[1][1].kind == .number)
        #expect(sheet.columns[1][4].kind == .text)
        #expect(sheet.formulas.isEmpty)
    }

    @Test(arguments: ["xlsx", "ods"])
    func theSameRowsMakeTheSameBytes(format: String) throws {
        let export = try #require(Formats.named(format))
        #expect(try export.data(table, schema: schema) == export.data(table, schema: schema))
    }

    @Test(arguments: [Workbook.Format.xlsx, .ods])
    func whatASheetCannotHoldGoesOnTheNextOne(format: Workbook.Format) throws {
        let form = SheetForm(title: "Écoles", header: ["a", "b"], isNumeric: [false, true], rowLimit: 4)
        let columns = [Cells((0..<7).map { Value("é\($0)") }), Cells((0..<7).map { Value("\($0)") })]
        var data = Data()
        if format == .xlsx {
            var stream = XLSXStream(form)
            for _ in 0..<2 { try stream.write(columns) { data.append(contentsOf: $0) } }
            try stream.finish { data.append(contentsOf: $0) }
        } else {
            var stream = ODSStream(form)
            for _ in 0..<2 { try stream.write(columns) { data.append(contentsOf: $0) } }
            try stream.finish { data.append(contentsOf: $0) }
        }
        let workbook = try Workbook.read(data, fileName: "a")
        #expect(workbook.format == format)
        #expect(workbook.sheets.map(\.name) == ["Écoles", "Écoles (2)", "Écoles (3)", "Écoles (4)", "Écoles (5)"])
        #expect(workbook.sheets.map(\.rowCount) == [4, 4, 4, 4, 3])
        let texts = workbook.sheets.flatMap { sheet in (1..<sheet.rowCount).map { sheet.columns[0][$0].text } }
        #expect(texts == (Array(0..<7) + Array(0..<7)).map { "é\($0)" })
        #expect(workbook.sheets.allSatisfy { $0.columns.map { $0[0].text } == ["a", "b"] })
    }

    @Test func aZipArchiveIsWrittenInOneGo() throws {
        var data = Data()
        let zip = ZipStream()
        try zip.add("mimetype", Array("a/b".utf8), isCompressed: false) { data.append(contentsOf: $0) }
        try zip.begin("été.txt") { data.append(contentsOf: $0) }
        for _ in 0..<1000 {
            try Data("une ligne\n".utf8).withUnsafeBytes { bytes in
                try zip.write(bytes) { data.append(contentsOf: $0) }
            }
        }
        try zip.end { data.append(contentsOf: $0) }
        try zip.finish { data.append(contentsOf: $0) }
        #expect(data.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(data.count < 2000)
    }
}
