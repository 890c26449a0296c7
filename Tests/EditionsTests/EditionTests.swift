import Catalog
import Editions
import Foundation
import Schemas
import Tables
import Testing

@Suite struct EditionTests {
    private func edition() throws -> Edition {
        let document = Data(
            #"""
            {"name": "parcs", "title": "Parcs", "fields": [
                {"name": "uid", "gabarit": {"meaning": "uid"}},
                {"name": "code", "gabarit": {"meaning": "commune-code"}},
                {"name": "surface", "type": "number"}, {"name": "acces", "gabarit": {"separator": "|"}},
                {"name": "gardien", "gabarit": {"visibility": "commune"}}]}
            """#.utf8)
        let structure = try PublicSchema(document: document)
        let rows = [
            ["A", "69381", "9.5", "vélo|pied"], ["B", "69123", "", "dit « \"haut\" »"], ["C", "69029", "7", ""],
        ]
        let table = CleanTable(
            fields: structure.schema.fields.map(\.name),
            columns: (0..<4).map { column in Cells(rows.map { Value($0[column]) }) }, rowNumbers: [2, 3, 4],
            geometries: [.point(Coordinate(longitude: 4.8, latitude: 45.7)), nil, nil])
        let releases = [("69123", "Lyon"), ("69029", "Bron")].map { code, name in
            Release(
                ReleaseDraft(
                    schema: "parcs", schemaVersion: "", commune: Place(code: code, name: name),
                    publishedAt: Date(timeIntervalSince1970: 1)), id: "r-\(code)", rowCount: 1)
        }
        let record = DatasetRecord(schema: structure.schema, publisher: "Exemple", releases: releases)
        return Edition(
            record: record, structure: structure, tag: "t", table: table, uids: ["A", "B", "C"], owners: [1, 1, 0],
            changedAt: [1, 1, 1])
    }

    @Test func hiddenFieldsAreInNoStructure() throws {
        let edition = try edition()
        #expect(edition.schema.field("gardien") == nil)
        #expect(!String(decoding: edition.structure.document, as: UTF8.self).contains("gardien"))
    }

    @Test func rowsAreFoundByObjectAndByCommune() throws {
        let edition = try edition()
        #expect(edition.row(of: "B") == 1 && edition.row(of: "D") == nil)
        #expect(edition.rows(of: "69123") == [0, 1], "Lyon and its districts")
        #expect(edition.rows(of: "69381") == [0] && edition.rows(of: "69029") == [2])
        #expect(edition.release(of: 2).commune.code == "69029")
        #expect(edition.extent?.west == 4.8)
    }

    @Test func rowsAreWrittenAsTypedJSON() throws {
        var bytes: [UInt8] = []
        let edition = try edition()
        edition.json.write(0, to: &bytes)
        edition.json.write(1, columns: [2, 3], to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"uid":"A","code":"69381","surface":9.5,"acces":["vélo","pied"]}"#
                + #"{"surface":null,"acces":["dit « \"haut\" »"]}"#)
    }

    @Test func whatIsWorkedOutIsKept() throws {
        final class Work: Sendable {}
        let edition = try edition()
        let first = edition.kept { _ in Work() }
        #expect(first === edition.kept { _ in Work() })
    }
}
