import Foundation
import Spreadsheets
import Tables
import Testing
import Texts

@Suite("Text whose cells are separated by a sign")
struct CSVTests {
    @Test(arguments: [";", ",", "\t", "|"])
    func theSeparatorIsFound(separator: Character) throws {
        let rows = [["nom", "adresse", "surface"], ["Parc", "rue", "12"], ["Jardin", "", "7"]]
        let text = rows.map { $0.joined(separator: String(separator)) }.joined(separator: "\n")
        let workbook = try readText(text)
        #expect(workbook.delimiter == separator)
        #expect(workbook.texts == rows)
        #expect(workbook.format == .csv)
    }

    @Test func decimalCommasDoNotSeparate() throws {
        let workbook = try readText("nom;lat;lon\nParc A, Lyon;45,73;4,81\nParc B, Bron;45,74;4,91\n")
        #expect(workbook.delimiter == ";")
        #expect(workbook.texts[1] == ["Parc A, Lyon", "45,73", "4,81"])
    }

    @Test func listsInsideCellsDoNotSeparate() throws {
        let workbook = try readText("nom,acces,gid\nA,piéton|vélo|bus,1\nB,piéton;vélo,2\nC,piéton|vélo,3\n")
        #expect(workbook.delimiter == ",")
        #expect(workbook.texts[2] == ["B", "piéton;vélo", "2"])
    }

    @Test func aTitleAboveTheTableDoesNotMislead() throws {
        let text = "Liste des parcs, jardins, squares, de la commune\n\nnom;surface\nA;1\nB;2\nC;3\n"
        let workbook = try readText(text)
        #expect(workbook.delimiter == ";")
        #expect(workbook.sheets[0]["A4"]?.text == "A")
        #expect(workbook.findings.isEmpty)
    }

    @Test func aSingleColumnIsATable() throws {
        let workbook = try readText("nom\nParc\nJardin")
        #expect(workbook.delimiter == nil)
        #expect(workbook.texts == [["nom"], ["Parc"], ["Jardin"]])
    }

    @Test(arguments: ["sep=;\r\na,b;c\r\n1;2", "\"sep=;\"\na,b;c\n1;2"])
    func theSeparatorLineIsObeyedAndDropped(text: String) throws {
        let workbook = try readText(text)
        #expect(workbook.delimiter == ";")
        #expect(workbook.texts == [["a,b", "c"], ["1", "2"]])
        #expect(workbook.sheets[0].rowNumbers == [1, 2])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func anyLineEndEndsARow(end: String) throws {
        let workbook = try readText(["a;b", "1;2", "", "3;4", ""].joined(separator: end))
        #expect(workbook.texts == [["a", "b"], ["1", "2"], ["", ""], ["3", "4"]])
        #expect(workbook.sheets[0].rowNumbers == [1, 2, 3, 4])
    }

    @Test func quotesProtectSeparatorsLineEndsAndQuotes() throws {
        let workbook = try readText("a;b\n\"x;\r\ny\";\"dit \"\"Le Parc\"\"\"\n\"\";\"\"\"\"\n")
        #expect(workbook.texts == [["a", "b"], ["x;\r\ny", "dit \"Le Parc\""], ["", "\""]])
        #expect(workbook.sheets[0].rowNumbers == [1, 2, 3])
    }

    @Test func quotesThatNobodyDoubledAreKept() throws {
        let workbook = try readText(
            "nom;ville\n\"Parc \"La Fée\" nord\";\"Lyon\"\n\"Les Lilas\" - école;\"Bron\"\n12\" tuyau;x\n")
        #expect(
            workbook.texts.dropFirst() == [
                ["Parc \"La Fée\" nord", "Lyon"], ["\"Les Lilas\" - école", "Bron"], ["12\" tuyau", "x"],
            ])
    }

    @Test func blanksAroundQuotesAreNoText() throws {
        let workbook = try readText("a, b, c\n1, \"6,000,000\" ,x\n")
        #expect(workbook.texts[1] == ["1", "6,000,000", "x"])
    }

    @Test func aQuoteThatNeverClosesDoesNotSwallowTheFile() throws {
        var lines = (1...50).map { "\($0);\"Parc \($0)\";rue" }
        lines[9] = "10;\"Parc cassé;rue"
        let workbook = try readText(lines.joined(separator: "\n"))
        #expect(workbook.sheets[0].rowCount == 50)
        #expect(workbook.texts[9] == ["10", "\"Parc cassé", "rue"])
        #expect(workbook.texts[10] == ["11", "Parc 11", "rue"])
        #expect(workbook.rows(of: "unbalanced-quotes") == [10])
    }

    @Test func aQuoteLeftOpenWithoutAnyOtherIsText() throws {
        let workbook = try readText("a;b;c;d;e\n1;\"x;3;4;5\n6;7;8;9;10\n")
        #expect(workbook.texts[1] == ["1", "\"x", "3", "4", "5"])
        #expect(workbook.texts[2] == ["6", "7", "8", "9", "10"])
    }

    /// The limit only ends a hang: a search for the end of each quote would take hours.
    @Test(.timeLimit(.minutes(5))) func manyOpenQuotesAreReadOnce() throws {
        let text = "a;b\n" + String(repeating: "\"x y;z\n", count: 20_000)
        #expect(try readText(text).sheets[0].rowCount == 20_001)
    }

    @Test func rowsWrappedInQuotesAreCutAgain() throws {
        let text = "nom,rue,ville\n\"A,\"\"1, rue X\"\",Bron\"\nB,rue Y,Lyon\n\"dit \"\"C\"\", ici\"\n"
        let workbook = try readText(text)
        #expect(workbook.texts[1] == ["A", "1, rue X", "Bron"])
        #expect(workbook.texts[3][0] == "dit \"C\", ici")
        #expect(workbook.rows(of: "wrapped-rows") == [2])
    }

    @Test func raggedRowsAreToldAndNothingIsLost() throws {
        let workbook = try readText("a;b;c\n1;2;3\n1;2\n1;2;3;4;5\n1;2;3;;\n7;8;9\n")
        #expect(workbook.texts[3] == ["1", "2", "3", "4", "5"])
        #expect(workbook.rows(of: "missing-cells") == [3])
        #expect(workbook.rows(of: "extra-cells") == [4])
    }

    @Test func longRunsOfEmptyRowsAreLeftOut() throws {
        let sheet = try readText("a;b\n" + String(repeating: ";\n", count: 5_000) + "1;2\n").sheets[0]
        #expect(sheet.rowNumbers == [1, 5_002])
    }

    @Test func zeroBytesAndTheMarkOfMSDOSAreDropped() throws {
        let workbook = try readText(Array("a;b\n1\0;2\n".utf8) + [0x1A])
        #expect(workbook.texts == [["a", "b"], ["1", "2"]])
        #expect(workbook.rows(of: "zero-bytes") != nil)
    }
}
