import Foundation
import Pipeline
import Schemas
import Tables
import Testing

/// Real files of the Métropole de Lyon and its communes, in `../shared` beside the package; skipped where it is absent.
private enum Samples {
    static let package = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let folder = package.deletingLastPathComponent().appending(path: "shared/samples/lyon")
    static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func round(_ name: String, _ schema: String, commune: String? = nil) throws -> Round {
        try Round(Data(contentsOf: folder.appending(path: name)), named: name, schema: schema, commune: commune)
    }
}

@Suite(.enabled(if: Samples.areThere, "the samples in ../shared are absent"))
struct SampleTests {
    @Test func theParksOfJanuary2021() throws {
        let round = try Samples.round("parcs-jardins-2021-01.geojson", "parcs-jardins")
        let report = try round.report
        #expect(report.file.rows == 364)
        #expect(try round.data.count == 365)
        let booleans = try Set(["clos", "eau", "toilettes", "label", "reglement"].flatMap { try round[$0] })
        #expect(booleans.isSubset(of: ["oui", "non", ""]))
        #expect(try Set(round["chien"]).isSubset(of: ["libre", "tenu en laisse", "non autorisé", ""]))
        let uids = try round["uid"].filter { !$0.isEmpty }
        #expect(Set(uids).count == uids.count)
        #expect(report.verdict.repaired == report.repairs.count && report.verdict.repaired > 500)
        #expect(report.repairs.allSatisfy { $0.before != $0.after })
    }

    @Test func thePollingStationsOfLyon() throws {
        let round = try Samples.round("bureaux-de-vote-lyon-2019-extrait.csv", "bureaux-de-vote", commune: "69123")
        let report = try round.report
        #expect(try round["commune"].allSatisfy { $0 == "Lyon" || $0.isEmpty })
        #expect(try round["codepost"].allSatisfy { $0.isEmpty || $0.hasPrefix("6900") })
        #expect(try round["voie"].contains { !$0.isEmpty })
        #expect(report.verdict.rows == report.file.rows)
    }

    @Test func thePollingStationsOfChassieuHaveNoAddressAndNoneIsInvented() throws {
        let round = try Samples.round("bureaux-de-vote-chassieu-2019.csv", "bureaux-de-vote", commune: "69271")
        #expect(try round["voie"].allSatisfy(\.isEmpty))
        #expect(try round["commune"].allSatisfy { $0 == "Chassieu" })
        #expect(try round["uid"].allSatisfy { $0.hasPrefix("BUR-69271-") })
        #expect(try round.report.findings.contains { $0.rule == "missing-column" && $0.field == "voie" })
    }

    @Test func theToiletsOfAugust2024() throws {
        let round = try Samples.round("toilettes-2024-08.geojson", "toilettes")
        let report = try round.report
        #expect(report.file.rows > 50)
        #expect(
            try zip(round["lon"], round["lat"]).allSatisfy { lon, lat in
                lon.isEmpty == lat.isEmpty && (Double(lon).map { (4.6...5.2).contains($0) } ?? true)
            })
    }
}

struct AgreedExampleTests {
    /// The example row that the structure of 2019 was agreed with: it contradicts itself.
    private func round() throws -> Round {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Examples/parcs-structure-2019.csv")
        return try Round(Data(contentsOf: file), named: file.lastPathComponent, commune: nil)
    }

    @Test func theContradictionIsAskedAboutInPlainFrench() throws {
        let questions = try round().report.questions
        let question = try #require(questions.first { $0.text.contains("Rillieux") })
        #expect(question.text.contains("Bron") && question.text.contains("Saint-Didier-au-Mont-d'Or"))
        #expect(question.rows == [2])
        #expect(question.candidates.contains { $0.contains("Bron") })
        #expect(question.candidates.contains { $0.contains("Saint-Didier") })
    }

    @Test func untilItIsAnsweredNoCommuneIsPublished() throws {
        let round = try round()
        #expect(try round["commune"] == [""] && round["code_insee"] == [""] && round["codepost"] == [""])
    }

    @Test func theHoursThatCannotBeAreTold() throws {
        let round = try round()
        let report = try round.report
        let told =
            report.questions.contains { $0.field == "horaires" } || report.findings.contains { $0.field == "horaires" }
        let repaired = report.repairs.first { $0.field == "horaires" }
        #expect(told || repaired != nil)
        #expect(try round["horaires"].first?.contains("08:3 ") == false)
        if let repaired { #expect(repaired.degree == .likely, "a minute is missing: nobody can be certain") }
    }

    @Test func whatIsClearInTheRowIsRepaired() throws {
        let round = try round()
        #expect(try round["surf_m2"] == ["1220.5"])
        #expect(try round["gestion"] == ["commune"])
        #expect(try round["chien"] == ["tenu en laisse"])
        #expect(try round["esp_can"] == ["propreté"])
        #expect(try round["acces"] == ["piéton|transport en commun"])
        #expect(try round["circulation"] == ["vélo enfant|trottinette"])
    }
}
