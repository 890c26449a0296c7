import Catalog
import Editions
import Exports
import Foundation
import Schemas
import Tables
import Testing

@Suite struct StaticSiteTests {
    private struct Shelf: Holdings {
        var publisher = Publisher(name: "Métropole d’Essai", email: "donnees@example.fr")
        var editions: [Edition]
        var records: [DatasetRecord] { editions.map(\.record) }
        var tag: String { "t" }
        func structure(of name: String) -> PublicSchema? { editions.first { $0.name == name }?.structure }
        func edition(of name: String) async throws -> Edition? { editions.first { $0.name == name } }
        func changes(_ query: ChangeQuery) async throws -> ChangePage {
            ChangePage(changes: [], next: query.cursor, hasMore: false)
        }
        func life(of uid: String) async throws -> [RowChange] { [] }
        func releases(_ query: ReleaseQuery) async throws -> [Release] { [] }
    }

    private static let model = #"""
        {"name": "parcs", "title": "Parcs", "description": "Où « jouer ».", "version": "1.0.0", "fields": [
            {"name": "uid", "gabarit": {"meaning": "uid"}}, {"name": "nom"},
            {"name": "insee", "gabarit": {"meaning": "commune-code"}}]}
        """#

    private func shelf() throws -> Shelf {
        let structure = try PublicSchema(document: Data(Self.model.utf8))
        let releases = [("69001", "Affoux"), ("69002", "Aigueperse")].map { code, name in
            Release(
                ReleaseDraft(
                    schema: "parcs", schemaVersion: "1.0.0", commune: Place(code: code, name: name),
                    publishedAt: Date(timeIntervalSince1970: 1_700_000_000.25), openQuestions: 2),
                id: "r-\(code)", rowCount: 2)
        }
        let rows = [
            ["P-1", "Square, « d'ici »\n\"là\"", "69001"], ["P-2", "", "69001"], ["P-3", "été 🌳", "69002"],
        ]
        let ring = [(4.1, 45.1), (4.2, 45.1), (1.0 / 3, 46.0), (4.1, 45.1)].map {
            Coordinate(longitude: $0.0, latitude: $0.1)
        }
        let table = CleanTable(
            fields: ["uid", "nom", "insee"], columns: (0..<3).map { column in Cells(rows.map { Value($0[column]) }) },
            rowNumbers: [2, 7, 2],
            geometries: [.multiPolygon([[ring]]), nil, .point(Coordinate(longitude: 4.123456789012, latitude: 1e-7))])
        let record = DatasetRecord(schema: structure.schema, publisher: "Métropole d’Essai", releases: releases)
        return Shelf(editions: [
            Edition(
                record: record, structure: structure, tag: "e", table: table, uids: ["P-1", "P-2", "P-3"],
                owners: [0, 0, 1], changedAt: [1_700_000_000, 5, -3])
        ])
    }

    private func inFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    private let light = Formats.all.filter { !$0.needsProgram }

    @Test func aSiteIsTakenInAgainAsItWas() async throws {
        let shelf = try shelf()
        try await inFolder { folder in
            let place = folder.appending(path: "site")
            let files = try await StaticSite(shelf, formats: light).write(to: place, pages: ["index.html", "a/b.html"])
            {
                Data($0.utf8)
            }
            let paths = files.map(\.path)
            for path in [
                "fichiers/parcs/territoire.csv", "fichiers/parcs/69001.geojson", "fichiers/parcs/69002.xlsx",
                "modeles/parcs.json", "datapackage.json", "fichiers/parcs/datapackage.json", "index.html", "a/b.html",
                "gabarit.json", "etat/parcs.jsonl", "SHA256SUMS",
            ] {
                #expect(paths.contains(path), "\(path)")
            }
            let edition = shelf.editions[0]
            let (manifest, datasets) = try StaticSite.read(from: place)
            let dataset = try #require(datasets.first)
            #expect(manifest.publisher == "Métropole d’Essai")
            #expect(dataset.entry.releases == edition.record.releases)
            #expect(dataset.model == Data(Self.model.utf8))
            #expect(dataset.state.uids == edition.uids)
            #expect(dataset.state.owners == edition.owners)
            #expect(dataset.state.changedAt == edition.changedAt)
            #expect(dataset.state.table.rowNumbers == edition.table.rowNumbers)
            #expect(dataset.state.table.geometries == edition.table.geometries)
            #expect((0..<3).map { dataset.state.table.row($0) } == (0..<3).map { edition.table.row($0) })
        }
    }

    @Test func twoSitesOfTheSameStateAreTheSame() async throws {
        let site = StaticSite(try shelf(), formats: light)
        try await inFolder { folder in
            let first = try await site.write(to: folder.appending(path: "a"))
            let second = try await site.write(to: folder.appending(path: "b"))
            #expect(first == second)
            let sums = try String(contentsOf: folder.appending(path: "a/SHA256SUMS"), encoding: .utf8)
            #expect(sums.split(separator: "\n").count == first.count - 1)
            // Another time in the same place: nothing is left of the first one.
            _ = try await site.write(to: folder.appending(path: "a"), pages: ["index.html"]) { _ in Data("x".utf8) }
            let there = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(there == ["a", "b"])
        }
    }

    @Test func whatWasChangedIsNotTakenIn() async throws {
        let site = StaticSite(try shelf(), formats: [], communeFormats: [])
        try await inFolder { folder in
            let place = folder.appending(path: "site")
            _ = try await site.write(to: place)
            try Data("[]\n".utf8).write(to: place.appending(path: "etat/parcs.jsonl"))
            #expect(throws: UnreadableSite.self) { try StaticSite.read(from: place) }
            #expect(throws: UnreadableSite.self) { try StaticSite.read(from: folder) }
        }
    }

    @Test func aFolderWithSomethingElseIsLeftAlone() async throws {
        let site = StaticSite(try shelf(), formats: [], communeFormats: [])
        try await inFolder { folder in
            try Data("!".utf8).write(to: folder.appending(path: "mes-photos"))
            await #expect(throws: UnwritableFile.self) { try await site.write(to: folder) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mes-photos"])
            for path in ["../a", "/etc/a", "a//b", "a/../../b", "", "a\nb"] {
                await #expect(throws: UnwritableFile.self, "\(path)") {
                    try await site.write(to: folder.appending(path: "site"), pages: [path]) { _ in Data() }
                }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["mes-photos"])
        }
    }

    @Test func aDataPackageSaysWhatIsInTheArchive() throws {
        let edition = try shelf().editions[0]
        var data = Data()
        try DatasetArchive(record: edition.record, structure: edition.structure).write(RowBatches(edition)) {
            data.append(contentsOf: $0)
        }
        let names = String(decoding: data.suffix(400), as: UTF8.self)
        for name in ["parcs.csv", "parcs.schema.json", "datapackage.json"] { #expect(names.contains(name)) }
        let csv = try CSVExport().data(edition.table, schema: edition.schema)
        let resource = DataPackage.Resource(
            record: edition.record, structure: edition.structure, path: "parcs.csv", bytes: csv.count,
            digest: SHA256.digest(csv))
        let document = try DataPackage(resource).document()
        let object = try #require(JSONSerialization.jsonObject(with: document) as? [String: Any])
        #expect(object["name"] as? String == "parcs")
        #expect(object["created"] as? String == "2023-11-14T22:13:20Z")
        let described = try #require((object["resources"] as? [[String: Any]])?.first)
        #expect(described["bytes"] as? Int == csv.count)
        #expect((described["hash"] as? String)?.hasPrefix("sha256:") == true)
        #expect((described["schema"] as? [String: Any])?["title"] as? String == "Parcs")
    }

    @Test(arguments: [
        "territoire.csv", "69029.excel.csv", "territoire.2154.gpkg", "2A004.3946.shp.zip", "territoire.geojson",
        "97411.2975.fgb",
    ])
    func aFileNameIsReadAndWritten(name: String) throws {
        #expect(try #require(FileName(name)).text == name)
    }

    @Test(arguments: [
        "", "territoire", "territoire.", ".csv", "territoire.pdf", "territoire.2154.csv", "territoire.1234.gpkg",
        "territoire.99999999999999999999.gpkg", "territoire.2154.2154.gpkg", "territoire.-1.gpkg", "a/b.csv",
        "../x.csv", "é.csv", "a b.csv", "a\\b.csv",
    ])
    func whatNamesNoFileIsNil(name: String) { #expect(FileName(name) == nil) }

    @Test func degreesNeedNoNumber() throws {
        #expect(try #require(FileName("territoire.4326.gpkg")).text == "territoire.gpkg")
    }
}
