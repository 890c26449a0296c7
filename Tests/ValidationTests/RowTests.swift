import Testing
import Validation

struct RowTests {
    static let three =
        #"{"fields":[{"name":"a","constraints":{"required":true}},{"name":"b","type":"integer"},{"name":"c"}]}"#

    @Test func rowsHaveAsManyCellsAsTheHeader() {
        #expect(
            faults("a,b,c\nx,1\nx,1,y,z\nx\nx,1,y\nx,1,y\nx,1,y\n", Self.three) == [
                "missing-cell@2:c", "extra-cell@3:", "missing-cell@4:b", "missing-cell@4:c",
            ])
    }

    @Test func aBlankRowIsOneFault() {
        #expect(faults("a,b,c\nx,1,y\n,,\n\nx,1,y\nx,1,y\n", Self.three) == ["blank-row@3", "blank-row@4"])
        #expect(faults("a,b,c\nx,1,y\n , , \nx,1,y\n", Self.three) == ["type-error@3:b"])
    }

    @Test func headersAreMatchedByTheirNames() {
        #expect(faults("c,b,a\ny,1,x\n", Self.three).isEmpty)
        #expect(faults("a,autre\nx,1\n", Self.three).isEmpty)
        #expect(faults(" a ,b\nx,1\n", Self.three).isEmpty)
        #expect(faults("b,c\n1,y\n", Self.three) == ["missing-label:a"])
        #expect(faults("A,b\nx,1\n", Self.three) == ["missing-label:a"])
        #expect(faults("x,y\n1,2\n", Self.three) == ["unmatched-header", "missing-label:a"])
    }

    @Test func twoColumnsOfOneNameLeaveNothingToJudge() {
        #expect(faults("a,b,a\nx,rien,y\n", Self.three) == ["duplicate-label:a"])
    }

    @Test func whatIsOddInTheHeaderIsAWarning() {
        #expect(
            verdict("b,autre,a\n1,2,x\n", Self.three).warnings == [
                "Colonne manquante : Ajoutez la colonne manquante `c`.",
                "Colonne surnuméraire : Retirez la colonne `autre` non définie dans le schéma.",
            ])
        #expect(
            verdict("b,c,a\n1,2,x\n", Self.three).warnings == [
                """
                Colonnes désordonnées : Réordonnez les colonnes du fichier pour respecter le schéma : ['a', 'b', 'c'].
                """
            ])
    }

    @Test func theSchemaMaySayHowColumnsMatch() {
        func schema(_ match: String) -> String {
            #"{"fieldsMatch":"\#(match)","fields":[{"name":"a"},{"name":"b"}]}"#
        }
        #expect(faults("b,a\n1,2\n", schema("exact")) == ["incorrect-label:a", "incorrect-label:b"])
        #expect(faults("b,a\n1,2\n", schema("equal")).isEmpty)
        #expect(faults("a,b,c\n1,2,3\n", schema("equal")) == ["extra-label:"])
        #expect(faults("a,b,c\n1,2,3\n", schema("subset")).isEmpty)
        #expect(faults("a,c\n1,2\n", schema("subset")) == ["missing-label:b"])
        #expect(faults("a\n1\n2\n", schema("superset")).isEmpty)
        #expect(faults("a,c\n1,2\n", schema("superset")) == ["extra-label:"])
    }

    @Test func aTitleAboveTheHeaderIsPassedOver() {
        #expect(faults("Titre\na,b,c\nx,1,y\nx,2,y\nx,3,y\nx,z,y\n", Self.three) == ["type-error@6:b"])
    }

    @Test func cellsAreCutAsPythonCutsThem() {
        let schema = #"{"fields":[{"name":"a","constraints":{"enum":["x,y","x\"y","xy","x\ny","x"]}},{"name":"b"}]}"#
        #expect(faults("a,b\n\"x,y\",1\n\"x\"\"y\",1\n\"x\"y,1\n\"x\ny\",1\nx,1\n\"x\",1", schema).isEmpty)
        #expect(faults("a;b\r\nx;1\r\nx;2\r\n", schema).isEmpty)
        #expect(faults("a\tb\rx\t1\rx\t2\r", schema).isEmpty)
    }

    @Test func largeFilesAreJudgedInParts() {
        // Quoted cells with line ends everywhere: parts will begin inside of some.
        var csv = "a,b,c\n"
        var expected: [String] = []
        for row in 0..<40_000 {
            let isBad = row % 9_973 == 5
            csv += "\"ligne\n\(row)\nfin\",\(isBad ? "x" : "\(row)"),\"\(row),\"\"\"\n"
            if isBad { expected.append("type-error@\(row + 2):b") }
        }
        #expect(csv.utf8.count > 1 << 20)
        #expect(faults(csv, Self.three) == expected)
    }

    @Test func everyFaultIsToldHoweverMany() {
        let csv = "a,b,c\n" + String(repeating: "x,y,z\n", count: 5_000)
        #expect(verdict(csv, Self.three).errorCount == 5_000)
    }
}
