import Repairs
import Review
import Tables
import Testing

struct IdentifierTests {
    @Test func objectsWithoutIdentifierGetThemInTheOrderOfTheFile() throws {
        let file = try reviewed("nom|commune\nParc Rosa|Bron\nSquare Y|Bron\nJardin Z|Mions")
        #expect(file["uid"] == ["PAR-69029-001", "PAR-69029-002", "PAR-69283-001"])
        #expect(file["num"] == ["001", "002", "001"])
        #expect(file.changes("uid").allSatisfy { $0.rule == "uid-generated" && $0.degree == .certain })
    }

    @Test func identifiersThatWereGivenAreKept() throws {
        let file = try reviewed("uid|nom|commune\nPAR-69029-007|Parc Rosa|Bron\n|Square Y|Bron")
        #expect(file["uid"] == ["PAR-69029-007", "PAR-69029-008"])
    }

    @Test func objectsKeepTheirIdentifierInAnotherOrder() throws {
        let first = try reviewed("nom|voie|commune\nParc Rosa|rue X|Bron\nSquare Y|rue Z|Bron")
        let second = try reviewed(
            "nom|voie|commune\nSQUARE Y|Rue Z|BRON\nJardin neuf|rue W|Bron\nParc Rosa|rue X|Bron",
            register: first.register)
        #expect(second["uid"] == ["PAR-69029-002", "PAR-69029-003", "PAR-69029-001"])
    }

    @Test func theNumberOfAnObjectThatWentIsNotGivenAgain() throws {
        let first = try reviewed("nom|commune\nParc Rosa|Bron\nSquare Y|Bron")
        let second = try reviewed("nom|commune\nParc Rosa|Bron", register: first.register)
        let third = try reviewed("nom|commune\nParc Rosa|Bron\nJardin neuf|Bron", register: second.register)
        #expect(third["uid"] == ["PAR-69029-001", "PAR-69029-003"])
    }

    @Test func twoObjectsThatSayTheSameGetTwoIdentifiersAndKeepThem() throws {
        let first = try reviewed("nom|commune\nSquare Y|Bron\nSquare Y|Bron")
        #expect(Set(first["uid"]).count == 2)
        let second = try reviewed("nom|commune\nSquare Y|Bron\nSquare Y|Bron", register: first.register)
        #expect(Set(second["uid"]).count == 2)
        #expect(Set(second["uid"]) == Set(first["uid"]))
    }

    @Test func anIdentifierThatIsUsedTwiceIsAskedAbout() throws {
        let file = try reviewed("uid|nom|commune\nPAR-69029-001|Parc Rosa|Bron\nPAR-69029-001|Square Y|Bron")
        #expect(file["uid"] == ["PAR-69029-001", ""])
        let asked = try #require(file.questions("uid").first)
        #expect(asked.rule == "uid-reused" && asked.rows == [3])
        #expect(file.changes("uid").isEmpty)
    }

    @Test func anIdentifierThatIsUsedTwiceStaysWithTheRowWhoseNumberItSays() throws {
        let file = try reviewed("uid|num|nom|commune\nPAR-69029-001|2|Parc Rosa|Bron\nPAR-69029-001|1|Square Y|Bron")
        #expect(file["uid"] == ["PAR-69029-002", "PAR-69029-001"])
        let told = try #require(file.reviewed.findings.first { $0.rule == "uid-reused" })
        #expect(told.rows == [2])
    }

    @Test func withoutACommuneNoIdentifierIsInvented() throws {
        let file = try reviewed("nom|commune\nParc Rosa|Atlantide")
        #expect(file["uid"] == [""])
    }

    @Test func everyIdentifierIsUnique() throws {
        let rows = (1...60).map { "\($0 % 3 == 0 ? "PAR-69029-0\(10 + $0 % 9)" : "")|Parc \($0)|Bron" }
        let file = try reviewed("uid|nom|commune\n" + rows.joined(separator: "\n"))
        let given = file["uid"].filter { !$0.isEmpty }
        #expect(Set(given).count == given.count)
        #expect(given.count + file.questions("uid").count == 60)
    }
}
