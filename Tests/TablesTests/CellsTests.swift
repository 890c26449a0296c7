import Tables
import Testing

struct CellsTests {
    @Test func eachDistinctValueIsKeptOnce() {
        let cells = Cells(["oui", "non", "oui", "", "oui"].map { Value($0) })
        #expect(cells.count == 5)
        #expect(cells.distinctCount == 3)
        #expect(cells.codes == [0, 1, 0, 2, 0])
        #expect(cells.counts() == [3, 1, 1])
        #expect(cells.rowsByCode() == [[0, 2, 4], [1], [3]])
    }

    @Test func aNumberAndItsDigitsAsTextAreTwoValues() {
        let cells = Cells([Value("69029", kind: .text), Value("69029", kind: .number)])
        #expect(cells.distinctCount == 2)
        #expect(cells[1].kind == .number)
    }

    @Test func nothingIsBlankWhateverTheFileSays() {
        let cells = Cells([Value("", kind: .number), Value("", kind: .text)])
        #expect(cells.distinctCount == 1)
        #expect(cells[0] == .blank)
    }

    @Test func aRuleIsAskedOncePerDistinctValue() {
        var cells = Cells()
        for row in 0..<100_000 { cells.append(Value("valeur \(row % 7)")) }
        var asked = 0
        let mapped = cells.mapDistinct { value in
            asked += 1
            return Value(value.text.uppercased())
        }
        #expect(asked == 7)
        #expect(mapped.count == 100_000)
        #expect(mapped[99_999].text == "VALEUR \(99_999 % 7)")
    }

    @Test func valuesThatBecomeTheSameAreOneValue() {
        let cells = Cells(["Oui", "oui", "OUI", "non"].map { Value($0) }).mapDistinct { Value($0.text.lowercased()) }
        #expect(cells.distinctCount == 2)
        #expect((0..<4).map { cells[$0].text } == ["oui", "oui", "oui", "non"])
    }

    @Test func rowsCanBeChosenAndOrdered() {
        let cells = Cells(["a", "b", "c"].map { Value($0) }).keeping(rows: [2, 0])
        #expect((0..<cells.count).map { cells[$0].text } == ["c", "a"])
    }

    @Test func aRowCanBeSetToAValueThatWasNotThere() {
        var cells = Cells(["a", "b"].map { Value($0) })
        cells.set(Value("é"), row: 1)
        cells.pad(to: 4)
        cells.pad(to: 2)
        #expect((0..<4).map { cells[$0].text } == ["a", "é", "", ""])
    }

    @Test func manyDistinctValuesKeepTheirPlaces() {
        let cells = Cells((0..<5_000).map { Value("n°\($0)") })
        #expect(cells.distinctCount == 5_000)
        #expect((0..<5_000).allSatisfy { cells[$0].text == "n°\($0)" })
    }

    @Test func theEmptyColumnHasNothing() {
        let cells = Cells()
        #expect(cells.count == 0 && cells.distinctCount == 0)
        #expect(cells.counts().isEmpty && cells.rowsByCode().isEmpty)
    }
}

struct CellAddressTests {
    @Test(arguments: [
        ("A1", 0, 1), ("Z9", 25, 9), ("AA10", 26, 10), ("$C$12", 2, 12), ("xfd1048576", 16_383, 1_048_576),
    ])
    func anAddressIsReadAsTheSpreadsheetWritesIt(words: String, column: Int, row: Int) throws {
        let address = try #require(CellAddress(words))
        #expect(address.column == column)
        #expect(address.row == row)
        #expect(CellAddress(address.description) == address)
    }

    @Test(arguments: ["", "A", "12", "A0", "A-1", "1A", "É1", "AAAAA1", "A1B", "A1.5", "A99999999999999999999"])
    func anythingElseIsNoAddress(words: String) {
        #expect(CellAddress(words) == nil)
    }

    @Test func cellsSortByRowThenColumn() throws {
        let cells = try ["B2", "A10", "C1", "A2"].map { try #require(CellAddress($0)) }
        #expect(cells.sorted().map(\.description) == ["C1", "A2", "B2", "A10"])
    }

    @Test func lettersGoBeyondZ() {
        #expect([0, 25, 26, 51, 52, 701, 702].map(CellAddress.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    }
}

struct CleanTableTests {
    @Test func aRowIsReadByTheNameOfItsField() {
        let table = CleanTable(
            fields: ["nom", "eau"], columns: [Cells([Value("Parc")]), Cells([Value.blank])], rowNumbers: [12])
        #expect(table.value("nom", row: 0) == "Parc")
        #expect(table.value("eau", row: 0) == "")
        #expect(table.value("inconnu", row: 0) == nil)
        #expect(table.row(0) == ["Parc", ""])
        #expect(table.geometries.count == 1)
    }
}

struct SeverityTests {
    @Test func errorsWeighMostAndInformationLeast() {
        #expect([Finding.Severity.error, .info, .warning].sorted() == [.info, .warning, .error])
    }
}
