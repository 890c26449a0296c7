import Exports
import Foundation
import Schemas
import Tables
import Testing

@Suite struct FormulaTests {
    private func written(_ values: [String]) throws -> [Substring] {
        let document = #"{"name": "a", "title": "A", "fields": [{"name": "autre"}]}"#
        let schema = try JSONDecoder().decode(Schema.self, from: Data(document.utf8))
        let table = CleanTable(
            fields: ["texte"], columns: [Cells(values.map { Value($0) })], rowNumbers: Array(values.indices))
        let text = String(decoding: try ExcelCSVExport().data(table, schema: schema), as: UTF8.self)
        return Array(text.split(separator: "\r\n").dropFirst())
    }

    @Test(arguments: [
        "=1+1", "+33 4", "-2", "@SUM(A1)", " =1+1", "\u{A0}=1+1", "\u{200B}=1+1", "\u{FEFF}@x", "\u{3000}＝1+1", "＝1+1",
        "＋1", "－1", "＠x", "\u{FE66}1", "−1", "   -cmd", "\u{1}=1",
    ])
    func aFormulaGetsAnApostrophe(value: String) throws {
        #expect(try written([value]) == ["'" + value])
    }

    @Test func tabsAndLineEndsBeforeAFormulaAreNoWayRound() throws {
        #expect(try written(["\t=1"]) == ["'\t=1"])
        #expect(try written(["\n=1"]) == ["\"'\n=1\""])
        #expect(try written(["\r=1"]) == ["\"'\r=1\""])
    }

    @Test(arguments: ["a=1", "12 rue", "Parc - nord", "« = »", "'=1", "été", "(+)", " a"])
    func otherTextsStayAsTheyAre(value: String) throws {
        #expect(try written([value]) == [Substring(value)])
    }

    @Test func namesOfFieldsAreTextsToo() throws {
        let document = #"{"name": "a", "title": "A", "fields": [{"name": "autre"}]}"#
        let schema = try JSONDecoder().decode(Schema.self, from: Data(document.utf8))
        let table = CleanTable(fields: ["=cmd|'/c calc'!A0"], columns: [Cells()], rowNumbers: [])
        let text = String(decoding: try ExcelCSVExport().data(table, schema: schema), as: UTF8.self)
        #expect(text == "\u{FEFF}'=cmd|'/c calc'!A0\r\n")
    }
}
