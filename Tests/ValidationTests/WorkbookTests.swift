import Foundation
import Spreadsheets
import Testing
import Validation

/// Workbooks say what their cells are: a number in a column of texts is no text, for Validata too.
struct WorkbookTests {
    private let schema = """
        {"fields":[{"name":"code","constraints":{"required":true}},{"name":"n","type":"integer"},{"name":"d","type":"date"}]}
        """

    private func faults(_ rows: [[CellDraft]]) throws -> [String] {
        let data = try WorkbookDraft(sheets: [SheetDraft(name: "Feuille", rows: SheetRows(rows))]).data()
        let file = FileManager.default.temporaryDirectory.appending(path: "gabarit-\(UUID()).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try data.write(to: file)
        let verdict = try Validator(document: Data(schema.utf8)).verdict(onFileAt: file)
        return verdict.allFaults.map { "\($0.type)@\($0.rowNumber ?? 0):\($0.fieldName ?? "")" }
    }

    private let header = [CellDraft("code"), CellDraft("n"), CellDraft("d")]

    @Test func cellsOfTheRightKindAreGood() throws {
        let good = [CellDraft("01001"), CellDraft(.number("12")), CellDraft("2024-05-31")]
        #expect(try faults([header, good, good]) == [])
    }

    @Test func aNumberIsNoText() throws {
        let row = [CellDraft(.number("1001")), CellDraft("12"), CellDraft("2024-05-31")]
        #expect(try faults([header, row]) == ["type-error@2:code"])
    }

    /// A difference on purpose: an empty column that only bears a format (a template drawn far to the right) is none.
    /// Validata takes it for a column without a header, and refuses the file.
    @Test func columnsThatHoldNothingButAFormatAreNone() throws {
        let wide = header + [CellDraft("", .text), CellDraft("", .text)]
        let good = [CellDraft("01001"), CellDraft(.number("12")), CellDraft("2024-05-31")]
        #expect(try faults([wide, good]) == [])
    }

    @Test func textsAreJudgedAsInTextFiles() throws {
        let row = [CellDraft("a, \"b\""), CellDraft("douze"), CellDraft("31/05/2024")]
        #expect(try faults([header, row]) == ["type-error@2:n", "type-error@2:d"])
    }
}
