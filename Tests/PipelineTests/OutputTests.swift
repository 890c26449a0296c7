import Foundation
import Intake
import Mapping
import Pipeline
import Repairs
import Review
import Schemas
import Spreadsheets
import Tables
import Testing
import Texts

private let dirty = """
    Recensement des parcs|||||||
    Nom du parc|Adresse|CP|Ville|Surface|Chiens|Clos|Agent
     Parc Rosa|12 bis, rue Foch|69500|BRON|1 220,5 m²|en laisse|O|Dupont
    Square Y|rue du 8 mai 1945|69500|bron|grand|parfois|Non|Durand
    Jardin Z|||bron|30|tenuu en laisse|nr|
    Total||||1250,5|||
    """

struct OutputTests {
    @Test func dataIsCanonical() throws {
        let round = try Round(csv: dirty)
        let text = try round.text("data.csv")
        let schema = try SchemaLibrary.schema("parcs-jardins")
        #expect(!text.hasPrefix("\u{FEFF}") && !text.contains("\r"))
        #expect(text.hasSuffix("\n"))
        #expect(try round.data.first == schema.fields.map(\.name))
        #expect(try round.data.allSatisfy { $0.count == schema.fields.count })
        #expect(try round["nom"] == ["Parc Rosa", "Square Y", "Jardin Z"])
        #expect(try round["numvoie"] == ["12 bis", "", ""])
        #expect(try round["voie"] == ["rue Foch", "rue du 8 mai 1945", ""])
        #expect(try round["surf_m2"] == ["1220.5", "", "30"])
        #expect(try round["clos"] == ["oui", "non", ""])
        #expect(try round["commune"] == ["Bron", "Bron", "Bron"])
        #expect(try round["code_insee"] == ["69029", "69029", "69029"])
    }

    @Test func theReportHasEveryKeyAndTrueFigures() throws {
        let round = try Round(csv: dirty)
        let report = try round.report
        #expect(report.schema.name == "parcs-jardins")
        #expect(report.file.name == "parcs.csv" && report.file.rows == 3 && report.file.columns == 8)
        #expect(report.columns.map(\.column) == ["A", "B", "C", "D", "E", "F", "G", "H"])
        #expect(report.columns.last?.field == nil && report.columns.last?.evidence == Report.Column.Evidence.none)
        #expect(report.verdict.rows == report.file.rows)
        #expect(try report.verdict.rows == round.data.count - 1)
        #expect(report.verdict.repaired == report.repairs.count)
        #expect(report.verdict.questions == report.questions.count)
        #expect(report.verdict.toVerify == report.locations.count { $0.status != .accepted })
        #expect(
            report.verdict.valid == (report.questions.isEmpty && !report.findings.contains { $0.severity == .error }))
        #expect(report.verdict.valid == false)
    }

    @Test func theVerdictIsASentenceWithItsFigures() throws {
        let verdict = try Round(csv: dirty).report.verdict
        let words = verdict.text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        #expect(words.hasPrefix("3 lignes, \(verdict.repaired) cellule"))
        #expect(words.contains("\(verdict.questions) question"))
    }

    @Test func noRepairIsListedTwice() throws {
        let repairs = try Round(csv: dirty).report.repairs
        #expect(Set(repairs.map { "\($0.row) \($0.field)" }).count == repairs.count)
    }

    @Test func rowsAreThoseOfTheSpreadsheet() throws {
        let report = try Round(csv: dirty).report
        #expect(
            report.repairs.contains {
                $0.row == 3 && $0.field == "commune" && $0.before == "BRON" && $0.after == "Bron"
            })
        #expect(report.questions.contains { $0.field == "surf_m2" && $0.rows == [4] && $0.value == "grand" })
        #expect(report.findings.contains { $0.rule == "total-row" && $0.row == 6 })
        #expect(report.findings.contains { $0.rule == "title-rows" && $0.row == 1 })
    }

    @Test func everyCellThatDiffersFromWhatWasSentIsToldSomewhere() throws {
        let round = try Round(csv: dirty)
        let report = try round.report
        var told = Set(report.repairs.map { "\($0.row) \($0.field)" })
        told.formUnion(report.questions.flatMap { question in question.rows.map { "\($0) \(question.field)" } })
        told.formUnion(report.findings.compactMap { $0.row == nil ? nil : "\($0.row ?? 0) \($0.field ?? "")" })
        let table = round.prepared.reception.table
        for (field, name) in round.prepared.draft.schema.fields.map(\.name).enumerated() {
            for row in 0..<table.rowCount {
                let sent = round.prepared.draft.mapped.sent(field: field, row: row).text
                let written = try round[name][row]
                #expect(
                    sent == written || told.contains("\(table.rowNumbers[row]) \(name)"),
                    "\(name) of row \(table.rowNumbers[row]): « \(sent) » became « \(written) »")
            }
        }
    }

    @Test func fiveFilesAreWrittenAndNothingElse() throws {
        let round = try Round(csv: dirty)
        let files = try FileManager.default.contentsOfDirectory(atPath: round.folder.path).sorted()
        #expect(files == ["corrected.xlsx", "data.csv", "data.geojson", "report.html", "report.json"])
    }

    @Test func theMapFileHasAFeatureForEachRow() throws {
        let round = try Round(csv: dirty)
        let map = try #require(
            JSONSerialization.jsonObject(with: Data(round.text("data.geojson").utf8)) as? [String: Any])
        #expect(map["type"] as? String == "FeatureCollection")
        #expect((map["features"] as? [[String: Any]])?.count == 3)
    }

    @Test func thePageHoldsTheQuestionsAndNoOtherSite() throws {
        let page = try Round(csv: dirty).text("report.html")
        #expect(page.contains("parfois") && page.contains("grand"))
        #expect(!page.contains("<script src=") && !page.contains("<link rel=\"stylesheet\" href=\"http"))
    }

    @Test func whatPeopleTypedIsNoMarkupInThePage() throws {
        let page = try Round(csv: "nom|commune|chien\n<script>alert(1)</script>|Bron|<img src=x onerror=alert(1)>")
            .text("report.html")
        #expect(!page.contains("<script>alert(1)") && !page.contains("<img src=x"))
    }

    @Test func whatIsCanonicalComesBackByteForByte() throws {
        let schema = try SchemaLibrary.schema("parcs-jardins")
        let values = [
            "uid": "PAR-69029-001", "nom": "Parc \"Rosa\", nord", "num": "001", "numvoie": "12 bis", "voie": "Rue Foch",
            "codepost": "69500", "commune": "Bron", "code_insee": "69029", "reglement": "oui", "surf_m2": "1220.5",
            "gestion": "commune|métropole", "ann_ouvert": "1982", "clos": "non", "horaires": "Mo-Fr 08:30-12:00",
            "acces": "piéton|vélo", "circulation": "piéton", "label": "non", "type_equip": "aire de jeux", "eau": "oui",
            "toilettes": "non", "chien": "tenu en laisse", "esp_can": "propreté", "hor_precis": "fermé à Noël",
            "photo": "https://www.example.org/rosa.jpg",
        ]
        let row = schema.fields.map { field -> String in
            let value = values[field.name] ?? ""
            return value.contains { "\",".contains($0) } ? "\"\(value.replacing("\"", with: "\"\""))\"" : value
        }
        let sent = schema.fields.map(\.name).joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n"
        let round = try Round(Data(sent.utf8))
        #expect(try round.text("data.csv") == sent)
        #expect(try round.report.repairs.isEmpty)
        #expect(try round.report.questions.isEmpty)
        #expect(round.prepared.verdict.isValid)
    }

    @Test(arguments: ["BRON", "Bron (69)", "69500 Bron", "Bron Cedex", "Mairie de Bron", "Ville de Bron", "bron 69500"])
    func theCommuneIsReadHoweverItIsWritten(words: String) throws {
        let round = try Round(csv: "nom|commune\nParc Rosa|\(words)", commune: nil)
        #expect(try round["commune"] == ["Bron"])
        #expect(try round["code_insee"] == ["69029"])
    }

    @Test(arguments: [
        "12 rue Foch 69500 BRON CEDEX", "12, rue Foch - 69500 Bron Cedex 06", "12 rue Foch, 69677 BRON CEDEX",
    ])
    func cedexIsNoPartOfTheTown(address: String) throws {
        let round = try Round(csv: "nom|Adresse\nMairie|\(address)")
        #expect(try round["voie"] == ["rue Foch"] && round["numvoie"] == ["12"])
        #expect(try round["commune"] == ["Bron"])
    }

    @Test func aCodeInTheColumnOfNamesIsItsCommune() throws {
        let commune = try Round(csv: "nom|commune\nParc Rosa|69029", commune: nil)["commune"]
        #expect(commune == ["Bron"])
    }

    @Test(arguments: ["Vénissieux ou Bron", "Bronx", "Paris", "Saint", "69", "Braun"])
    func aCommuneThatIsNotCertainIsNotPublishedAsIfItWere(words: String) throws {
        let round = try Round(csv: "nom|commune\nParc Rosa|\(words)", commune: nil)
        let isAgreed = try round.report.repairs.contains { $0.field == "commune" && $0.degree == .certain }
        #expect(!isAgreed)
    }

    @Test func aCleanFileIsGood() throws {
        let row = "TOI-69029-001,WC Foch,12 Rue Foch,69500,Bron,69029,,oui,non,oui,oui,oui,,,commune,,4.9139,45.7337\n"
        let head = try SchemaLibrary.schema("toilettes").fields.map(\.name).joined(separator: ",") + "\n"
        let round = try Round(Data((head + row).utf8), named: "toilettes.csv", schema: "toilettes")
        #expect(try round.text("data.csv") == head + row)
        #expect(round.prepared.verdict.isValid)
        #expect(round.prepared.verdict.text.fr.hasSuffix("tout est bon"))
    }

    @Test func whatWePublishNeedsNoFurtherRepair() throws {
        let first = try Round(csv: dirty)
        let second = try Round(Data(first.text("data.csv").utf8))
        #expect(try second.text("data.csv") == first.text("data.csv"))
        #expect(try second.report.repairs.isEmpty)
    }

    @Test func thePreparationSaysWhatItDoes() throws {
        var steps: [Preparation.Step] = []
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("nom,commune\nParc Rosa,Bron\n".utf8).write(to: file)
        _ = try preparation("parcs-jardins", nil).prepare(fileAt: file) { steps.append($0) }
        #expect(steps.first == .reading)
        #expect(steps.contains(.mapping(rows: 1)) && steps.contains(.locating) && steps.last == .reviewing)
    }
}
