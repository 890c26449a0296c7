import Intake
import Schemas
import Spreadsheets
import Tables
import Testing
import Texts

struct SheetTests {
    private let parksSheet = Sheet("nom|voie|commune\nParc Rosa|rue X|Bron", named: "Parcs")

    @Test func theSheetThatAnswersIsRead() throws {
        let file = try received(Sheet("poste|montant\neau|12\nsel|3\nfer|4", named: "Budget"), parksSheet)
        #expect(file.table.source.sheet == "Parcs")
        #expect(file.words("other-sheet").contains("Budget"))
    }

    @Test func amongSheetsThatAnswerTheLongestIsRead() throws {
        let longer = Sheet("nom|voie|commune\na|b|Bron\nc|d|Bron\ne|f|Bron", named: "2024")
        let file = try received(parksSheet, longer)
        #expect(file.table.source.sheet == "2024")
        let told = try #require(file.findings.first { $0.rule == "other-sheet" })
        #expect(told.severity == .warning)
        #expect(told.text.fr.contains("Parcs"))
    }

    @Test func aVisibleSheetGoesBeforeAHiddenOne() throws {
        let hidden = Sheet("nom|voie|commune\na|b|Bron\nc|d|Bron\ne|f|Bron", named: "Ancien", visibility: .hidden)
        let file = try received(hidden, parksSheet)
        #expect(file.table.source.sheet == "Parcs")
        #expect(file.words("other-sheet").contains("masquée"))
    }

    @Test func ourOwnSheetsAreNotData() throws {
        let ours = ["Questions", "Lisez-moi", "Listes", "_gabarit"].map {
            Sheet("nom|voie|commune|surface\na|b|Bron|1\nc|d|Bron|2", named: $0)
        }
        let file = try received(ours[0], ours[1], ours[2], ours[3], parksSheet)
        #expect(file.table.source.sheet == "Parcs")
        #expect(file.rows("other-sheet") == nil)
    }

    @Test(arguments: ["Listes", "Questions", "Gabarit"])
    func aSheetOfTheirsThatBearsOurNameIsRead(name: String) throws {
        let file = try received(Sheet("nom|voie|commune\nParc Rosa|rue X|Bron", named: name))
        #expect(file.values("nom") == ["Parc Rosa"])
    }

    @Test func twentySheetsAreToldOneByOne() throws {
        var workbook = Workbook(format: .xlsx, sheets: [parksSheet])
        workbook.sheets += (1...19).map { Sheet("poste|montant\neau|12", named: "Feuille \($0)") }
        let file = try Intake(schema: parks).receive(workbook, file: "parcs.xlsx")
        #expect(file.table.source.sheet == "Parcs")
        #expect(file.findings.count { $0.rule == "other-sheet" } == 19)
    }

    @Test func hiddenRowsAreReadAndTold() throws {
        let sheet = Sheet("nom|voie|commune\nParc Rosa|rue X|Bron\nSquare Y|rue Z|Bron").with {
            $0.hiddenRows = [3, 900]
        }
        let file = try received(sheet)
        #expect(file.values("nom") == ["Parc Rosa", "Square Y"])
        #expect(file.rows("hidden-rows") == [3])
    }

    @Test func hiddenColumnsAreReadAndTold() throws {
        let sheet = Sheet("nom|voie|commune\nParc Rosa|rue X|Bron").with { $0.hiddenColumns = [1, 40] }
        let file = try received(sheet)
        #expect(file.values("voie") == ["rue X"])
        #expect(file.findings.filter { $0.rule == "hidden-column" }.map(\.column) == ["B"])
    }

    @Test func commentsAreToldWithTheirCell() throws {
        let sheet = Sheet("nom|voie|commune\nParc Rosa|rue X|Bron").with {
            $0.comments = [CellAddress(column: 1, row: 2): "à vérifier\navec la mairie"]
        }
        let file = try received(sheet)
        let told = try #require(file.findings.first { $0.rule == "comment" })
        #expect(told.rows == [2] && told.column == "B")
        #expect(told.text.fr.contains("à vérifier avec la mairie"))
    }

    @Test func theWorkNearlyGrowsWithTheRows() throws {
        func work(_ rows: Int) throws -> Double {
            var sheet = Sheet("nom|voie|commune|surface\nx|x|x|x")
            for row in 0..<rows {
                for column in 0..<4 { sheet.columns[column].append(Value("valeur \(row) \(column)")) }
                sheet.rowNumbers.append(row + 3)
            }
            for row in stride(from: 2, to: rows, by: 10) { sheet.merge("C\(row)", "C\(row + 3)") }
            return try processorTime { _ = try received(sheet) }
        }
        _ = try work(100)
        let few = try work(1_500)
        let many = try work(12_000)
        #expect(many < few * 8 * 4, "eight times the rows took \(many / few) times the work")
    }
}
