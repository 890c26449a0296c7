import Foundation
import Geocoding
import Repairs
import Review
import Tables
import Testing
import Texts

struct ReviewTests {
    @Test func whatIsCertainIsAppliedAndLogged() throws {
        let file = try reviewed("nom|commune|clos\nParc Rosa|BRON|OUI")
        #expect(file["clos"] == ["oui"])
        #expect(file["commune"] == ["Bron"])
        let change = try #require(file.changes("clos").first)
        #expect(change.before == "OUI" && change.after == "oui")
        #expect(change.degree == .certain && change.rowNumber == 2 && change.column == "C")
    }

    @Test func whatIsLikelyIsAppliedLoggedAndConfirmedOncePerValue() throws {
        let file = try reviewed("nom|commune|chien\na|Bron|tenuu en laise\nb|Bron|tenuu en laise\nc|Bron|libre")
        let changes = file.changes("chien")
        #expect(file["chien"] == ["tenu en laisse", "tenu en laisse", "libre"])
        #expect(changes.map(\.degree) == [.likely, .likely])
        let groups = file.reviewed.confirmations.filter { $0.field == "chien" }
        #expect(groups.map(\.rows) == [[2, 3]])
        #expect(groups.first?.before == "tenuu en laise" && groups.first?.after == "tenu en laisse")
    }

    @Test func whatIsDoubtfulIsWithdrawnAndAskedAbout() throws {
        let file = try reviewed("nom|commune|chien\na|Bron|peut-être\nb|Bron|libre\nc|Bron|Peut être")
        #expect(file["chien"] == ["", "libre", ""])
        let question = try #require(file.questions("chien").first)
        #expect(file.questions("chien").count == 1, "two spellings of one thing are one question")
        #expect(question.rows == [2, 4])
        #expect(["peut-être", "Peut être"].contains(question.value))
        #expect(question.candidates.contains("libre") || question.candidates.isEmpty)
        #expect(file.changes("chien").isEmpty, "nothing was repaired")
    }

    @Test func whatIsRightIsLeftAsItIs() throws {
        let file = try reviewed("nom|commune|chien|surf_m2\nParc Rosa|Bron|libre|1220.5")
        #expect(file.changes("nom").isEmpty && file.changes("chien").isEmpty && file.changes("surf_m2").isEmpty)
        #expect(file["surf_m2"] == ["1220.5"])
    }

    @Test func everyCellThatDiffersIsLoggedOrAskedAbout() throws {
        let words = """
            nom|commune|chien|surf_m2|clos|ann_ouvert
             Parc Rosa|BRON|en laisse|1 220,5 m²|O|1982
            Square Y|Brn|interdit ?|grand|oui|82
            Jardin Z|Bron|libre|3|Non|nr
            """
        let file = try reviewed(words)
        let sent = words.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
        let logged = Set(file.reviewed.changes.map { "\($0.field) \($0.rowNumber)" })
        let asked = Set(file.reviewed.questions.flatMap { question in question.rows.map { "\(question.field) \($0)" } })
        let told = Set(
            file.reviewed.findings.flatMap { finding in finding.rows.map { "\(finding.field ?? "") \($0)" } })
        for (column, field) in sent[0].enumerated() {
            for row in 1..<sent.count where file[field][row - 1] != sent[row][column] {
                let cell = "\(field) \(row + 1)"
                #expect(logged.contains(cell) || asked.contains(cell) || told.contains(cell), "\(cell)")
            }
        }
    }

    @Test func identifiersAreNotAskedAbout() throws {
        let file = try reviewed("uid|nom|commune\nPAR-69029-001|a|Bron\nPAR-69029-001|b|Bron")
        #expect(file.reviewed.confirmations.allSatisfy { $0.field != "uid" })
    }

    @Test func coordinatesAreTakenFromTheShape() throws {
        let file = try reviewed(
            "nom|commune\nWC|Bron", as: "toilettes",
            shapes: [.point(Coordinate(longitude: 4.91390000004, latitude: 45.7337))])
        #expect(file["lon"] == ["4.9139"])
        #expect(file["lat"] == ["45.7337"])
        #expect(file.changes("lon").map(\.rule) == ["coordinates-of-geometry"])
        #expect(file.reviewed.clean.geometries[0] != nil)
    }

    @Test func coordinatesThatWereSentAreKept() throws {
        let file = try reviewed(
            "nom|commune|lon|lat\nWC|Bron|4.91|45.73", as: "toilettes",
            shapes: [.point(Coordinate(longitude: 4.9139, latitude: 45.7337))])
        #expect(file["lon"] == ["4.91"])
        #expect(file.changes("lon").isEmpty)
    }

    @Test func swappedCoordinatesArePutInOrderInTheFieldsAndTheShape() throws {
        let file = try reviewed("nom|commune|lon|lat\nWC|Bron|45.7337|4.9139", as: "toilettes")
        #expect(file["lon"] == ["4.9139"])
        #expect(file["lat"] == ["45.7337"])
        #expect(file.reviewed.clean.geometries[0] == .point(Coordinate(longitude: 4.9139, latitude: 45.7337)))
        let change = try #require(file.changes("lon").first)
        #expect(change.before == "45.7337" && change.after == "4.9139")
        #expect(file.reviewed.findings.contains { $0.text.fr.contains("interverties") })
    }

    @Test func aSwappedShapeIsPutInOrder() throws {
        let file = try reviewed(
            "nom|commune\nWC|Bron", as: "toilettes", shapes: [.point(Coordinate(longitude: 45.7337, latitude: 4.9139))])
        #expect(file.reviewed.clean.geometries[0] == .point(Coordinate(longitude: 4.9139, latitude: 45.7337)))
        #expect(file["lat"] == ["45.7337"])
    }

    @Test func aRowWithoutPositionHasNoShape() throws {
        let file = try reviewed("nom|commune\nWC|Bron", as: "toilettes")
        #expect(file.reviewed.clean.geometries == [nil])
        #expect(file["lon"] == [""])
    }
}

struct SenderTests {
    @Test func theCommuneOfTheSenderIsCertainWhereTheFileNamesNone() throws {
        let file = try reviewed("nom|voie\nParc A|Rue du Lac")
        #expect(file["commune"] == ["Bron"])
        #expect(file.changes("commune").map(\.degree) == [.certain])
    }

    @Test func aColumnThatNobodyReadMayNameAnotherCommune() throws {
        let file = try reviewed("nom|Ville du siège social\nParc A|Mions\nParc B|Mions")
        #expect(file.changes("commune").allSatisfy { $0.degree == .likely })
    }
}

struct MemoryTests {
    @Test func aRememberedAnswerDoesNotOverrideWhatIsCertainAndSaysSo() throws {
        let memory = Memory([MemoryKey(field: "clos", value: "OUI"): "non"])
        let file = try reviewed("nom|commune|clos\nParc Rosa|Bron|OUI", memory: memory)
        #expect(file["clos"] == ["oui"])
        #expect(file.reviewed.findings.contains { $0.rule == "remembered" && $0.rows == [2] && $0.field == "clos" })
    }

    @Test func aRememberedAnswerSettlesWhatIsAsked() throws {
        let memory = Memory([MemoryKey(field: "chien", value: "Oui"): "libre"])
        let file = try reviewed("nom|commune|chien\nParc Rosa|Bron|oui", memory: memory)
        #expect(file["chien"] == ["libre"])
        #expect(!file.reviewed.findings.contains { $0.rule == "remembered" })
    }
}
