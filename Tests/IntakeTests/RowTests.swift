import Intake
import Spreadsheets
import Tables
import Testing
import Texts

struct RowTests {
    private let head = "nom|voie|commune|surface\n"

    @Test func theRowOfUnitsIsToldAndLeftOut() throws {
        let file = try received(Sheet(head + "texte|texte|texte|m²\nParc Rosa|rue X|Bron|12"))
        #expect(file.values("nom") == ["Parc Rosa"])
        #expect(file.rows("unit-row") == [2])
    }

    @Test(arguments: ["Total", "TOTAL :", "Sous-total", "Totaux", "Total général", "TOTAL Bron"])
    func totalsAreToldAndLeftOut(word: String) throws {
        let file = try received(Sheet(head + "Parc Rosa|rue X|Bron|12\nSquare Y|rue Z|Bron|30\n\(word)|||42"))
        #expect(file.values("nom") == ["Parc Rosa", "Square Y"])
        #expect(file.rows("total-row") == [4])
    }

    @Test func aTotalOfManyColumnsIsATotal() throws {
        let file = try received(
            Sheet("nom|2019|2020|2021|2022|2023\nParc Rosa|1|2|3|4|5\nSquare Y|1|1|1|1|1\nTotal|2|3|4|5|6"))
        #expect(file.rows("total-row") == [4])
    }

    @Test(arguments: [
        "Total|rue X|Bron|500", "Total|rue X|Bron|", "Le Total|||500", "Square Total|||500",
        "Parc Total Énergies|rue X|Bron|3",
        "Sous-bois|rue X|Bron|3", "Somme (square de la)|rue X|Bron|",
    ])
    func aParkThatOnlyLooksLikeATotalIsNotLost(row: String) throws {
        let file = try received(Sheet(head + "Parc Rosa|rue X|Bron|12\n\(row)\nSquare Y|rue Z|Bron|30"))
        #expect(file.table.rowCount == 3)
        #expect(file.rows("total-row") == nil)
    }

    @Test func blankRowsInsideAreSkippedAndTold() throws {
        let file = try received(Sheet(head + "Parc Rosa|rue X|Bron|12\n\n  | ||\nSquare Y|rue Z|Bron|30\n\n"))
        #expect(file.table.rowNumbers == [2, 5])
        #expect(file.rows("blank-rows") == [3, 4])
    }

    @Test func aRepeatedHeaderIsToldAndLeftOut() throws {
        let file = try received(Sheet(head + "Parc Rosa|rue X|Bron|12\n" + head + "Square Y|rue Z|Bron|30"))
        #expect(file.table.rowNumbers == [2, 4])
        #expect(file.rows("repeated-header") == [3])
    }

    @Test func aParkThatBearsTheNameOfAColumnIsNotAHeader() throws {
        let file = try received(Sheet(head + "Commune|commune|Bron|12\nSurface|rue X|Bron|3"))
        #expect(file.table.rowCount == 2)
    }

    @Test(arguments: [
        "* hors cimetières", "Source : service des espaces verts", "NB : surfaces arrondies", "Mise à jour le 3 mars",
    ])
    func aNoteAtTheFootIsToldAndLeftOut(note: String) throws {
        let file = try received(Sheet(head + "Parc Rosa|rue X|Bron|12\n\n\(note)"))
        #expect(file.values("nom") == ["Parc Rosa"])
        #expect(file.rows("note-row") == [4])
    }

    @Test(arguments: [
        "Mis à jour le 3 mars 2024", "Dernière mise à jour : 12/03/2024", "Données au 31/12/2023",
        "(1) hors cimetières",
    ])
    func otherNotesAtTheFootAreNotes(note: String) throws {
        let file = try received(Sheet(head + "Parc Rosa|rue X|Bron|12\n\n\(note)"))
        #expect(file.rows("note-row") == [4])
    }

    @Test func aNameAloneAtTheFootIsData() throws {
        let file = try received(Sheet(head + "Parc Rosa|rue X|Bron|12\nSquare des Noters|||\nParc du Document|||"))
        #expect(file.values("nom") == ["Parc Rosa", "Square des Noters", "Parc du Document"])
    }

    @Test func everyRowIsDataOrTold() throws {
        let file = try received(
            Sheet(
                "Titre\n\n" + head
                    + "texte|texte|texte|m²\nParc Rosa|rue X|Bron|12\n\nTotal|||12\nSquare Y|rue Z|Bron|3\n"
                    + head + "Jardin Z|rue W|Bron|4\nTotal|||7\n* note"))
        let told = Set(file.findings.flatMap(\.rows))
        let read = Set(file.table.rowNumbers)
        #expect(read == [5, 8, 10])
        #expect(told.isDisjoint(with: read))
        #expect(told.union(read).union([file.headerRow]).isSuperset(of: [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))
    }

    @Test func aHeadingBetweenTheRowsIsToldAndLeftOut() throws {
        let words = head + "Quartier Nord|||\nParc Rosa|rue X|Bron|12\nQuartier Sud|||\nSquare Y|rue Z|Bron|3"
        let sheet = Sheet(words).with {
            $0.merge("A2", "D2")
            $0.merge("A4", "D4")
        }
        let file = try received(sheet)
        #expect(file.values("nom") == ["Parc Rosa", "Square Y"])
        #expect(file.rows("heading-row") == [2, 4])
    }

    @Test func mergedCellsInTheDataGiveTheirValueToEachRow() throws {
        let sheet = Sheet(head + "Parc Rosa|rue X|Bron|12\nSquare Y|rue Z||30\nJardin Z|rue W||4\nParc W|rue V|Mions|5")
            .with {
                $0.merge("C2", "C4")
            }
        let file = try received(sheet)
        #expect(file.values("commune") == ["Bron", "Bron", "Bron", "Mions"])
        #expect(file.rows("merged-cells") == [3, 4])
    }

    @Test func rowsOfATemplateInWhichNothingWasWrittenAreNoData() throws {
        let words = "nom|voie|commune|surface\nParc Rosa|rue X|Bron|12\n||Bron|\n||Bron|"
        #expect(try received(Sheet(words), prefilled: ["commune"]).values("nom") == ["Parc Rosa"])
        #expect(try received(Sheet(words)).table.rowCount == 3, "in a file that is no template they are data")
    }

    @Test func aRowOfATemplateWithOneWordIsData() throws {
        let words = "nom|voie|commune|surface\n||Bron|12\n||Bron|"
        #expect(try received(Sheet(words), prefilled: ["commune"]).table.rowNumbers == [2])
    }
}
