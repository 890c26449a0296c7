import Foundation
import Schemas
import Tables
import Testing
import Texts

@testable import Catalog

/// What the tests of the room are about.
enum Sheet {
    /// A dataset of a model, with one release a commune of 2023-11-14.
    static func record(
        _ document: String, communes: [String] = ["69029"], rows: Int = 3, publisher: String = "Métropole d'Exemple"
    ) throws -> DatasetRecord {
        let schema = try JSONDecoder().decode(Schema.self, from: Data(document.utf8))
        let releases = communes.map { code in
            Release(
                ReleaseDraft(
                    schema: schema.name, schemaVersion: schema.version,
                    commune: Place(code: code, name: "Commune \(code)"),
                    publishedAt: Date(timeIntervalSince1970: 1_700_000_000)),
                id: "r-\(code)", rowCount: rows)
        }
        return DatasetRecord(schema: schema, publisher: publisher, releases: releases)
    }

    static let bare = #"{"name": "nu", "fields": []}"#
    static let full = #"""
        {"name": "deliberations", "title": "Délibérations", "version": "2.1.5", "description": "Ce qui fut décidé",
         "gabarit": {"licence": "etalab-2.0", "frequency": "MONTHLY", "keywords": ["vote", "vote", " "],
         "theme": "JUST", "highValue": "c_e1da4e07"}, "fields": [
            {"name": "id", "title": "Identifiant"}, {"name": "note", "title": "Note interne",
             "gabarit": {"visibility": "service"}},
            {"name": "ouverture", "type": "year"},
            {"name": "date", "title": "Date", "type": "date", "constraints": {"required": true}}]}
        """#

    static func table(_ fields: [String], _ rows: [[String]]) -> CleanTable {
        CleanTable(
            fields: fields, columns: fields.indices.map { column in Cells(rows.map { Value($0[column]) }) },
            rowNumbers: rows.indices.map { $0 + 2 })
    }

    static let publisher = Publisher(name: "Métropole d'Exemple", email: "donnees@exemple.fr")
}

@Suite struct MetadataTests {
    @Test func everyDatasetHasALongDescriptionATitleAndAKeyword() throws {
        for document in [Sheet.bare, Sheet.full] {
            for communes in [[], ["69029"], (1...40).map(String.init)] {
                let metadata = Metadata(try Sheet.record(document, communes: communes), publisher: Sheet.publisher)
                #expect(metadata.description.fr.count > 100)
                #expect(metadata.description.en.count > 100)
                #expect(!metadata.title.isEmpty)
                #expect(!metadata.keywords.isEmpty)
            }
        }
        #expect(Metadata(try Sheet.record(Sheet.full), publisher: Sheet.publisher).keywords == ["vote"])
    }

    @Test func theModelSaysThemeRhythmAndValue() throws {
        let metadata = Metadata(try Sheet.record(Sheet.full), publisher: Sheet.publisher)
        #expect(metadata.theme == .justice)
        #expect(metadata.frequency == .monthly)
        #expect(metadata.highValue == .statistics)
        #expect(metadata.version == "2.1.5")
        #expect(metadata.contact.email == "donnees@exemple.fr")
    }

    @Test func theFirstReleaseOfAllIsTheDayOfIssue() throws {
        var record = try Sheet.record(Sheet.full)
        record.begunAt = Date(timeIntervalSince1970: 1_600_000_000)
        let metadata = Metadata(record, publisher: Sheet.publisher)
        #expect(metadata.issued == record.begunAt)
        #expect(metadata.period == Period(start: "2020-09-13", end: "2023-11-14"))
    }

    @Test func whatIsNotPublicIsNotNamed() throws {
        let metadata = Metadata(try Sheet.record(Sheet.full), publisher: Sheet.publisher)
        #expect(metadata.description.fr.contains("Identifiant"))
        #expect(!metadata.description.fr.contains("interne"))
    }

    @Test func thePeriodComesFromTheDateThatEveryRowHas() throws {
        var record = try Sheet.record(Sheet.full)
        #expect(Metadata(record, publisher: Sheet.publisher).period == Period(start: "2023-11-14", end: "2023-11-14"))
        let table = Sheet.table(
            ["id", "note", "ouverture", "date"],
            [
                ["a", "", "1850", "2019-03-31"], ["b", "x", "", "2021-02-29"], ["c", "", "", "2020-12-01"],
                ["d", "", "", ""],
            ])
        record.content = ContentSummary(of: table, schema: record.schema)
        #expect(record.content?.fields == ["id", "ouverture", "date"])
        #expect(Metadata(record, publisher: Sheet.publisher).period == Period(start: "2019-03-31", end: "2020-12-01"))
    }

    @Test func yearsAndMonthsAreWholePeriods() throws {
        let cases = [
            ("year", ["2019", "2021", "0000", "20190"], Period(start: "2019-01-01", end: "2021-12-31")),
            ("yearmonth", ["2020-02", "2019-13"], Period(start: "2020-02-01", end: "2020-02-29")),
            ("datetime", ["2020-02-01T23:59:00Z", "-1", "2020--1"], Period(start: "2020-02-01", end: "2020-02-01")),
            ("date", ["", "hier"], nil as Period?),
        ]
        for (type, values, period) in cases {
            let schema = try JSONDecoder().decode(
                Schema.self,
                from: Data(#"{"name": "x", "primaryKey": "d", "fields": [{"name": "d", "type": "\#(type)"}]}"#.utf8))
            #expect(ContentSummary(of: Sheet.table(["d"], values.map { [$0] }), schema: schema).period == period)
        }
    }

    @Test func withoutPositionsTheCommunesSayWhere() throws {
        let record = try Sheet.record(Sheet.full)
        #expect(Metadata(record, publisher: Sheet.publisher).extent == nil)
        let ring = [(4.0, 45.0), (5.0, 45.0), (5.0, 46.0), (4.0, 45.0)].map {
            Coordinate(longitude: $0.0, latitude: $0.1)
        }
        let publisher = Publisher(name: "", outlines: ["69029": .polygon([ring]), "1": .point(ring[0])])
        let metadata = Metadata(record, publisher: publisher)
        #expect(metadata.extent == Extent(west: 4, south: 45, east: 5, north: 46))
        #expect(metadata.extent?.wkt == "POLYGON((4 45,5 45,5 46,4 46,4 45))")
        #expect(metadata.contact.name == "Métropole d'Exemple")
    }

    @Test func extentsAreWrittenWhateverTheyHold() {
        let odd = Extent(west: -.infinity, south: .nan, east: 1e300, north: 0.0000001)
        #expect(odd.degrees == ("0", "0", "180", "0"))
        let point = Extent(west: 4.9, south: 45.7, east: 4.9, north: 45.7).asSurface
        #expect(
            point.wkt
                == "POLYGON((4.89995 45.69995,4.90005 45.69995,4.90005 45.70005,4.89995 45.70005,4.89995 45.69995))")
    }
}
