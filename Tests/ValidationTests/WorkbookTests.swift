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

    private func shown(_ content: CellDraft.Content, _ format: String) -> CellDraft {
        CellDraft(content, CellStyle().with { $0.numberFormat = format })
    }

    @Test func aNumberUnderAFormatIsTheTextThatIsShown() throws {
        let good = [
            shown(.number("1001"), "00000"), shown(.number("12"), "0"), shown(.date("2024-05-31"), "yyyy-mm-dd"),
        ]
        #expect(try faults([header, good]) == [])
        let bad = [
            shown(.number("0.45"), "0%"), shown(.number("12.4"), "0.0"), shown(.date("2024-05-31"), "dd/mm/yyyy"),
        ]
        #expect(try faults([header, bad]) == ["type-error@2:n", "type-error@2:d"])
    }

    /// Formats in a language, or in signs that frictionless does not know: the day stays a day.
    @Test func aDayUnderAFormatThatIsNotUnderstoodStaysADay() throws {
        let day = shown(.date("2024-05-31"), "[$-40C]d mmmm yyyy")
        #expect(try faults([header, [CellDraft("01001"), CellDraft(.number("12")), day]]) == [])
        #expect(try faults([header, [day, CellDraft(.number("12")), day]]) == ["type-error@2:code"])
    }

    /// A difference on purpose: an empty column that only bears a format (a template drawn far to the right) is none.
    /// Validata takes it for a column without a header, and refuses the file.
    @Test func columnsThatHoldNothingButAFormatAreNone() throws {
        let wide = header + [CellDraft("", .text), CellDraft("", .text)]
        let good = [CellDraft("01001"), CellDraft(.number("12")), CellDraft("2024-05-31")]
        #expect(try faults([wide, good]) == [])
    }

    /// The same difference below: rows that only bear a format are none. Validata tells that each of them is blank.
    @Test func rowsThatHoldNothingButAFormatAreNone() throws {
        let good = [CellDraft("01001"), CellDraft(.number("12")), CellDraft("2024-05-31")]
        let drawn = [CellDraft("", .text), CellDraft("", .text), CellDraft("", .text)]
        #expect(try faults([header, good, drawn, drawn]) == [])
    }

    @Test func textsAreJudgedAsInTextFiles() throws {
        let row = [CellDraft("a, \"b\""), CellDraft("douze"), CellDraft("31/05/2024")]
        #expect(try faults([header, row]) == ["type-error@2:n", "type-error@2:d"])
    }
}
