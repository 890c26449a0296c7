import Intake
import Schemas
import Spreadsheets
import Tables
import Testing

struct HeaderlessTests {
    private func received(_ rows: [[String]]) throws -> Reception {
        var sheet = Sheet(name: "")
        sheet.rowNumbers = Array(1...rows.count)
        sheet.columns = rows[0].indices.map { column in Cells(rows.map { Value($0[column]) }) }
        return try Intake(schema: SchemaLibrary.schema("parcs-jardins"))
            .receive(Workbook(format: .csv, sheets: [sheet]), file: "parcs.csv")
    }

    @Test func aFirstRowOfDataIsNotLost() throws {
        let reception = try received([
            ["Parc A", "12", "Rue du Lac", "69500", "Bron"], ["Parc B", "3", "Rue Blanche", "69780", "Mions"],
            ["Parc C", "8", "Avenue de l'Europe", "69140", "Rillieux"],
        ])
        #expect(reception.table.rowNumbers == [1, 2, 3])
        #expect(reception.headerRow == 0)
        #expect(reception.findings.contains { $0.rule == "no-header" })
    }

    @Test func aRowOfUnknownWordsIsAHeader() throws {
        let reception = try received([
            ["Champ1", "Champ2", "Champ3"], ["Parc A", "12", "69500"], ["Parc B", "3", "69780"],
        ])
        #expect(reception.table.rowNumbers == [2, 3])
        #expect(reception.headerRow == 1)
    }

    @Test func yearsMayNameColumns() throws {
        let reception = try received([["Objet", "2019", "2020"], ["Bancs", "12", "14"], ["Arbres", "30", "32"]])
        #expect(reception.headerRow == 1)
    }
}

struct InvisibleRowTests {
    @Test(arguments: [" ", "\u{A0}", "\u{200B}", "\u{202F}\t"])
    func aRowOfInvisibleSignsIsBlank(sign: String) throws {
        var sheet = Sheet(name: "")
        let rows = [["uid", "nom"], ["PAR-69029-001", "Parc A"], [sign, sign], ["PAR-69029-002", "Parc B"]]
        sheet.rowNumbers = Array(1...rows.count)
        sheet.columns = [0, 1].map { column in Cells(rows.map { Value($0[column]) }) }
        let reception = try Intake(schema: SchemaLibrary.schema("parcs-jardins"))
            .receive(Workbook(format: .csv, sheets: [sheet]), file: "parcs.csv")
        #expect(reception.table.rowNumbers == [2, 4])
    }
}
