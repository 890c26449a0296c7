import Intake
import Schemas
import Spreadsheets
import Tables
import Testing
import Texts

struct HeaderTests {
    @Test func aHeaderOnTheFirstRowIsFound() throws {
        let file = try received(Sheet("nom|voie|commune\nParc Rosa|rue X|Bron"))
        #expect(file.headers == ["nom", "voie", "commune"])
        #expect(file.headerRow == 1)
        #expect(file.table.rowNumbers == [2])
        #expect(file.findings.isEmpty)
    }

    @Test func aHeaderUnderTitlesAndALogoIsFound() throws {
        let file = try received(
            Sheet(
                "VILLE DE BRON\nRecensement des parcs et jardins|||au 1er mars\n\nnom|voie|commune|surface\nParc Rosa|rue X|Bron|12"
            ))
        #expect(file.headerRow == 4)
        #expect(file.values("nom") == ["Parc Rosa"])
        #expect(file.table.rowNumbers == [5])
        #expect(file.rows("title-rows") == [1, 2])
    }

    @Test func aTitleThatIsAHeaderWordDoesNotWin() throws {
        let file = try received(Sheet("Commune|Bron\n\nnom|voie|surface\nParc Rosa|rue X|12"))
        #expect(file.headerRow == 3)
        #expect(file.rows("title-rows") == [1])
    }

    @Test func capitalsAccentsAndStarsDoNotMatter() throws {
        let file = try received(Sheet("Titre du document\nNOM *|Voie|COMMUNE\nParc Rosa|rue X|Bron"))
        #expect(file.headerRow == 2)
        #expect(file.headers == ["NOM *", "Voie", "COMMUNE"])
    }

    @Test func aHeaderOnTwoLinesOfItsCellIsOneLine() throws {
        var sheet = Sheet("a|voie|commune\nParc Rosa|rue X|Bron")
        sheet.columns[0].set(Value("nom\n du  parc"), row: 0)
        #expect(try received(sheet).headers[0] == "nom du parc")
    }

    @Test func twoHeaderRowsUnderAMergedCellAreJoined() throws {
        let sheet = Sheet("nom|Adresse||surface\n|voie|commune|\nParc Rosa|rue X|Bron|12").with {
            $0.merge("B1", "C1")
            $0.merge("A1", "A2")
        }
        let file = try received(sheet)
        #expect(file.headers == ["nom", "voie", "commune", "surface"])
        #expect(file.values("commune") == ["Bron"])
        #expect(file.table.rowNumbers == [3])
    }

    @Test func theSecondHeaderRowMayNameMoreThanTheFirst() throws {
        let sheet = Sheet("nom|Adresse|\n|voie|commune\nParc Rosa|rue X|Bron").with {
            $0.merge("B1", "C1")
            $0.merge("A1", "A2")
        }
        let file = try received(sheet)
        #expect(file.headers == ["nom", "voie", "commune"])
        #expect(file.table.rowNumbers == [3])
    }

    @Test func unknownHeadersAreFoundByTheirShape() throws {
        let file = try received(Sheet("Alpha|Beta|Gamma\n1|deux|3\n4|cinq|6"))
        #expect(file.headers == ["Alpha", "Beta", "Gamma"])
        #expect(file.table.rowCount == 2)
    }

    @Test func unknownHeadersUnderATitleAreFoundByTheirShape() throws {
        let file = try received(Sheet("Mon beau tableau\n\nAlpha|Beta|Gamma\n1|deux|3"))
        #expect(file.headerRow == 3)
        #expect(file.headers == ["Alpha", "Beta", "Gamma"])
    }

    @Test func aTableOfOneColumnIsATable() throws {
        let file = try received(Sheet("nom\nParc Rosa\nSquare Y"))
        #expect(file.headers == ["nom"])
        #expect(file.values("nom") == ["Parc Rosa", "Square Y"])
    }

    @Test func aHeaderWithoutRowsIsAnEmptyTable() throws {
        let file = try received(Sheet("nom|voie|commune"))
        #expect(file.headers == ["nom", "voie", "commune"])
        #expect(file.table.rowCount == 0)
    }

    @Test func nothingAtAllIsAnErrorThatSaysWhatToDo() {
        #expect(throws: UnreadableFile.self) { try received(Sheet(name: "Vide")) }
        #expect(throws: UnreadableFile.self) { try received() }
        do {
            _ = try received(Sheet(name: "Vide"))
        } catch let error as UnreadableFile {
            #expect(error.text.fr.contains("parcs.xlsx"))
        } catch {
            Issue.record(error)
        }
    }

    @Test func aColumnWithoutHeaderIsKeptIfItHoldsSomething() throws {
        let file = try received(Sheet("nom||voie||commune\nParc Rosa|à voir|rue X||Bron"))
        #expect(file.table.columns.map(\.letters) == ["A", "B", "C", "E"])
        #expect(file.headers == ["nom", "", "voie", "commune"])
    }

    @Test func rowNumbersAreThoseOfTheSpreadsheet() throws {
        let sheet = Sheet("nom|voie|commune\nParc Rosa|rue X|Bron\nSquare Y|rue Z|Mions").with {
            $0.rowNumbers = [3, 8, 5_000]
        }
        let file = try received(sheet)
        #expect(file.headerRow == 3)
        #expect(file.table.rowNumbers == [8, 5_000])
    }

    @Test func aMergedTitleBesideTheTableDoesNotMatter() async {
        // A merge in the row of the header that reaches beyond the last column that holds anything.
        await #expect(processExitsWith: .success) {
            let sheet = Sheet("nom|voie\nParc Rosa|rue X\nSquare Y|rue Z").with { $0.merge("D1", "F1") }
            _ = try received(sheet)
        }
    }
}
