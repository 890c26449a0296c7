import Foundation
import Testing
import Texts

@testable import Catalog

@Suite struct QuestionTests {
    @Test func nothingIsAskedThatTheModelSays() throws {
        let full = try Sheet.record(Sheet.full)
        #expect(MetadataQuestion.asked(about: [full], publisher: Sheet.publisher).isEmpty)
        #expect(MetadataQuestion.asked(about: [], publisher: Publisher(name: "x")).isEmpty)
    }

    @Test func threeQuestionsAreTheMost() throws {
        let records = try (0..<50).map {
            try Sheet.record(#"{"name": "jeu-\#($0)", "title": "Jeu \#($0)", "fields": []}"#)
        }
        let publisher = Publisher(name: "x")
        let questions = MetadataQuestion.asked(about: records, publisher: publisher)
        #expect(questions.map(\.subject) == [.contact, .frequency, .licence])
        #expect(questions[1].datasets.count == 50)
        var answers = MetadataAnswers()
        #expect(answers.accept("  donnees@exemple.fr ", to: questions[0]) == nil)
        #expect(answers.accept("annual", to: questions[1]) == nil)
        #expect(answers.accept("odbl-1.0", to: questions[2]) == nil)
        #expect(MetadataQuestion.asked(about: records, publisher: publisher, answers: answers).isEmpty)
        let complete = records[7].completed(by: answers)
        #expect(complete.frequency == .yearly)
        #expect(complete.licence == .odbl)
        #expect(publisher.completed(by: answers).email == "donnees@exemple.fr")
    }

    @Test func anAnswerThatCannotBeTakenIsExplained() throws {
        let questions = MetadataQuestion.asked(about: [try Sheet.record(Sheet.bare)], publisher: Publisher(name: "x"))
        var answers = MetadataAnswers()
        for question in questions {
            for wrong in ["", "a@", "@b.fr", "a b@c.fr", "a@b", "UNKNOWN", "jamais"] {
                #expect(answers.accept(wrong, to: question) != nil)
            }
        }
        #expect(answers == MetadataAnswers())
    }

    @Test func answersAreKeptAndWhatIsDamagedIsAskedAgain() throws {
        let answers = MetadataAnswers(
            email: "a@b.fr", frequencies: ["x": .twiceAYear], licences: ["x": "CC0-1.0"])
        let data = try JSONEncoder().encode(answers)
        #expect(try JSONDecoder().decode(MetadataAnswers.self, from: data) == answers)
        let damaged = Data(#"{"email": 7, "frequencies": {"x": "?", "y": "DAILY"}, "licences": []}"#.utf8)
        #expect(
            try JSONDecoder().decode(MetadataAnswers.self, from: damaged) == MetadataAnswers(frequencies: ["y": .daily])
        )
    }

    @Test func theModelIsStrongerThanAnAnswer() throws {
        let answers = MetadataAnswers(frequencies: ["deliberations": .yearly], licences: ["deliberations": "CC0-1.0"])
        let record = try Sheet.record(Sheet.full).completed(by: answers)
        #expect(record.frequency == .monthly)
        #expect(record.licence == .ouverte)
    }
}

@Suite struct QualityScoreTests {
    private let csv = PublishedFile(
        address: "https://x/a.csv", fileExtension: "excel.csv", mediaType: "text/csv; charset=utf-8",
        title: Text(verbatim: "CSV"), purpose: Text(verbatim: "Pour tous."))
    private let published = Date(timeIntervalSince1970: 1_700_000_000)

    private func score(
        _ document: String, files: [PublishedFile]? = nil, after days: Double, extent: Extent?
    ) throws -> QualityScore {
        var record = try Sheet.record(document)
        record.extent = extent
        return QualityScore(
            Metadata(record, publisher: Sheet.publisher), files: files ?? [csv], now: published + days * 86_400)
    }

    @Test func allNinePointsCanBeGained() throws {
        let extent = Extent(west: 4, south: 45, east: 5, north: 46)
        let score = try score(Sheet.full, after: 10, extent: extent)
        #expect(score.points == 9)
        #expect(score.sentence.fr == "Qualité de la fiche\u{00A0}: 9 sur 9.")
    }

    @Test func theNextPointIsNamed() throws {
        let score = try score(Sheet.full, after: 10, extent: nil)
        #expect(score.points == 8)
        #expect(score.sentence.fr.contains("contours des communes"))
    }

    @Test func aRhythmIsKeptWithOneDayOfGrace() throws {
        #expect(try score(Sheet.full, after: 32, extent: nil).gained.contains(.onTime))
        #expect(try !score(Sheet.full, after: 32.1, extent: nil).gained.contains(.onTime))
    }

    @Test func closedFormatsAndUnknownLicencesCostAPoint() throws {
        let xlsx = PublishedFile(
            address: "x", fileExtension: "xlsx", mediaType: "x/y", title: Text(verbatim: ""),
            purpose: Text(verbatim: ""))
        let score = try score(
            #"{"name": "x", "gabarit": {"licence": "chez nous"}, "fields": []}"#, files: [xlsx], after: 0, extent: nil)
        #expect(score.missing == [.licence, .extent, .openFormat, .documented])
        #expect(try self.score(Sheet.bare, files: [], after: 0, extent: nil).missing.contains(.available))
    }

    @Test func filesKnowTheirFormat() {
        #expect(csv.format == "csv")
        #expect(csv.plainMediaType == "text/csv")
        var zip = csv
        zip.fileExtension = "shp.zip"
        #expect(zip.format == "shp")
        zip.fileExtension = "zip"
        #expect(zip.format == "zip")
    }
}

@Suite struct SchemaOrgTests {
    @Test func searchEnginesReadTheDataset() throws {
        var record = try Sheet.record(Sheet.full)
        record.extent = Extent(west: 4, south: 45, east: 5, north: 46)
        let json = SchemaOrg(
            record, publisher: Sheet.publisher, origin: "https://donnees.exemple.fr",
            page: "/jeux-de-donnees/deliberations", files: []
        ).json
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(object?["@type"] as? String == "Dataset")
        #expect(object?["url"] as? String == "https://donnees.exemple.fr/jeux-de-donnees/deliberations")
        #expect((object?["description"] as? String)?.count ?? 0 > 50)
        #expect(json.contains("45 4 46 5"))
        #expect(!json.contains("interne"))
    }
}
