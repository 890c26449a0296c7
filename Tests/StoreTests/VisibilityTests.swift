import Catalog
import Editions
import Foundation
import Store
import Tables
import Testing

/// No public function of the store gives away a value of a field that is not public.
@Suite struct VisibilityTests {
    private func store(_ home: Engine.Home) async throws -> (ReleaseStore, Release) {
        let store = try await home.store()
        let release = try await store.publish(
            Example.draft(), rows: Example.table(Example.bron), schemaDocument: Example.document)
        return (store, release)
    }

    @Test(arguments: Engine.all) func publicFunctionsSayNothingSecret(engine: Engine) async throws {
        let home = engine.home()
        let (store, _) = try await store(home)
        let said: [Any?] = [
            try await store.releases(), try await store.history(schema: "parcs", commune: "69029"),
            try await store.structure(of: "parcs").map { String(decoding: $0.document, as: UTF8.self) },
            try await store.structure(of: "parcs")?.schema, try await store.object(uid: "PAR-69029-001"),
            cells(try await store.rows(RowQuery(schema: "parcs")).table),
            cells(try await store.rows(RowQuery(schema: "parcs", commune: "69029", sort: "gardien")).table),
        ]
        for words in said.map({ String(describing: $0) }) {
            #expect(!words.contains("SECRET"))
            #expect(!words.contains("gardien"))
            #expect(!words.contains("B-12"))
        }
        #expect(try await store.object(uid: "PAR-69029-001")?.table.fields.contains("cle") == false)
    }

    /// A number that is too large would say that something is hidden, and how much.
    @Test(arguments: Engine.all) func hiddenRowsAreNotCounted(engine: Engine) async throws {
        let home = engine.home()
        let document = Data(
            #"""
            {"name": "lieux", "fields": [{"name": "uid", "gabarit": {"meaning": "uid"}},
             {"name": "vu", "type": "string", "gabarit": {"meaning": "row-visibility"}}]}
            """#.utf8)
        let words = ["", "public", "commune", "territory", "service", "?"]
        let rows = CleanTable(
            fields: ["uid", "vu"],
            columns: [Cells(words.indices.map { Value("A\($0)") }), Cells(words.map { Value($0) })],
            rowNumbers: words.indices.map { $0 + 2 })
        let store = try await home.store()
        var draft = Example.draft()
        draft.schema = "lieux"
        try await store.publish(draft, rows: rows, schemaDocument: document)
        let counts: [(Audience, Int)] = [
            (.everybody, 2), (.commune("69029"), 4), (.commune("69266"), 2), (.territory, 3),
            (.service(commune: "69029"), 6),
        ]
        for (audience, count) in counts {
            #expect(try await store.releases(for: audience).map(\.rowCount) == [count])
            let edition = try #require(try await store.edition(of: "lieux", for: audience))
            #expect(edition.record.rowCount == count)
            #expect(edition.table.rowCount == count)
        }
        #expect(try await store.internalReleases().map(\.rowCount) == [6])
    }

    private func cells(_ table: CleanTable) -> [[String]] { [table.fields] + (0..<table.rowCount).map(table.row) }

    @Test(arguments: Engine.all) func secretsCannotBeGuessedBySearchingFilteringOrSorting(engine: Engine) async throws {
        let home = engine.home()
        let (store, _) = try await store(home)
        #expect(try await store.rows(RowQuery(schema: "parcs", search: "secret")).total == 0)
        #expect(try await store.rows(RowQuery(schema: "parcs", equals: ["cle": "nothing"])).total == 3)
        let sorted = try await store.rows(RowQuery(schema: "parcs", sort: "gardien")).table
        #expect(sorted.value("uid", row: 0) == "PAR-69029-001")
    }

    @Test(arguments: Engine.all) func theNamedExceptionGivesEverything(engine: Engine) async throws {
        let home = engine.home()
        let (store, release) = try await store(home)
        let whole = try await store.internalRows(release: release.id)
        #expect(whole?.fields == Example.fields)
        #expect(whole?.row(0) == Example.bron[0])
    }

    @Test(arguments: Engine.all) func aPositionIsAsSecretAsItsCoordinates(engine: Engine) async throws {
        let home = engine.home()
        let document = Data(
            #"""
            {"name": "lieux", "fields": [{"name": "uid", "gabarit": {"meaning": "uid"}},
             {"name": "lon", "type": "number", "gabarit": {"meaning": "longitude", "visibility": "service"}}]}
            """#.utf8)
        let rows = CleanTable(
            fields: ["uid", "lon"], columns: [Cells([Value("A")]), Cells([Value("4.9")])], rowNumbers: [2],
            geometries: [.point(Coordinate(longitude: 4.9, latitude: 45.7))])
        let store = try await home.store()
        var draft = Example.draft()
        draft.schema = "lieux"
        _ = try await store.publish(draft, rows: rows, schemaDocument: document)
        #expect(try await store.rows(RowQuery(schema: "lieux")).table.geometries == [nil])
        #expect(try await store.object(uid: "A")?.table.geometries == [nil])
    }

    @Test(arguments: Engine.all) func aFieldThatANewVersionHidesIsHiddenInOldReleasesToo(engine: Engine) async throws {
        let home = engine.home()
        let (store, _) = try await store(home)
        let text = String(decoding: Example.document, as: UTF8.self)
        let stricter = text.replacingOccurrences(
            of: #"{"name": "nom", "type": "string", "gabarit": {"meaning": "name"}}"#,
            with: #"{"name": "nom", "type": "string", "gabarit": {"visibility": "commune"}}"#)
        #expect(stricter != text)
        _ = try await store.publish(
            Example.draft(Place(code: "69283", name: "Mions")), rows: Example.table([]),
            schemaDocument: Data(stricter.utf8))
        let page = try await store.rows(RowQuery(schema: "parcs"))
        #expect(page.total == 3)
        #expect(!page.table.fields.contains("nom"))
        #expect(try await store.rows(RowQuery(schema: "parcs", search: "brosses")).total == 0)
    }
}
