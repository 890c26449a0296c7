import Catalog
import Editions
import Foundation
import Store
import Tables
import Testing

@Suite struct QueryTests {
    private func store(
        _ home: Engine.Home, _ rows: [[String]] = Example.bron, of commune: Place = Place(code: "69029", name: "Bron")
    )
        async throws -> ReleaseStore
    {
        let store = try await home.store()
        _ = try await store.publish(
            Example.draft(commune), rows: Example.table(rows), schemaDocument: Example.document)
        return store
    }

    private func names(_ store: ReleaseStore, _ query: RowQuery) async throws -> [String] {
        let table = try await store.rows(query).table
        return (0..<table.rowCount).map { table.value("nom", row: $0) ?? "?" }
    }

    @Test(arguments: Engine.all) func sortingFollowsTheAlphabetAndNotTheBytes(engine: Engine) async throws {
        let home = engine.home()
        let sorted = try await names(store(home), RowQuery(schema: "parcs", sort: "nom"))
        #expect(sorted == ["Esplanade", "Étang des Brosses", "Parc du Fort"])
    }

    @Test(arguments: Engine.all) func numbersSortAsNumbersAndUnknownComesLast(engine: Engine) async throws {
        let home = engine.home()
        let store = try await store(home)
        #expect(
            try await names(store, RowQuery(schema: "parcs", sort: "surface"))
                == ["Étang des Brosses", "Parc du Fort", "Esplanade"])
        #expect(
            try await names(store, RowQuery(schema: "parcs", sort: "surface", descending: true))
                == ["Parc du Fort", "Étang des Brosses", "Esplanade"])
    }

    @Test(arguments: Engine.all) func searchingKnowsNoAccents(engine: Engine) async throws {
        let home = engine.home()
        #expect(
            try await names(store(home), RowQuery(schema: "parcs", search: "ETANG brosses")) == ["Étang des Brosses"])
    }

    @Test(arguments: Engine.all) func oneOfSeveralValuesInACellIsFound(engine: Engine) async throws {
        let home = engine.home()
        let store = try await store(home)
        #expect(try await names(store, RowQuery(schema: "parcs", equals: ["acces": "vélo"])) == ["Parc du Fort"])
        #expect(try await names(store, RowQuery(schema: "parcs", equals: ["acces": "vél"])).isEmpty)
    }

    @Test(arguments: Engine.all) func pagesCountAllRowsAndHostileBoundsAreHarmless(engine: Engine) async throws {
        let home = engine.home()
        let store = try await store(home)
        let page = try await store.rows(RowQuery(schema: "parcs", offset: 1, limit: 1))
        #expect(page.total == 3)
        #expect(page.table.rowCount == 1)
        #expect(try await store.rows(RowQuery(schema: "parcs", offset: -5, limit: .max)).table.rowCount == 3)
        #expect(try await store.rows(RowQuery(schema: "parcs", search: "'; DROP TABLE release; --")).total == 0)
        #expect(try await store.rows(RowQuery(schema: "parcs", sort: "nom; DROP TABLE release")).total == 3)
        #expect(try await store.releases().count == 1)
    }

    @Test(arguments: Engine.all) func askingForLyonGivesItsDistrictsToo(engine: Engine) async throws {
        let home = engine.home()
        let rows = [
            ["PAR-69383-001", "Parc de la Tête d'Or", "69383", "", "", "", ""],
            ["PAR-69381-001", "Jardin des Plantes", "69381", "", "", "", ""],
        ]
        let store = try await store(home, rows, of: Place(code: "69383", name: "Lyon 3e"))
        #expect(try await store.rows(RowQuery(schema: "parcs", commune: "69123")).total == 2)
        #expect(try await names(store, RowQuery(schema: "parcs", commune: "69381")) == ["Jardin des Plantes"])
        #expect(try await store.rows(RowQuery(schema: "parcs", commune: "69029")).total == 0)
    }

    @Test(arguments: Engine.all) func anObjectIsFoundByItsIdentifier(engine: Engine) async throws {
        let home = engine.home()
        let object = try await store(home).object(uid: "PAR-69029-002")
        #expect(object?.table.value("nom", row: 0) == "Étang des Brosses")
        #expect(object?.release.commune.name == "Bron")
        #expect(try await store(home).object(uid: "PAR-69029-999") == nil)
    }

    @Test(arguments: Engine.all) func releasesOfTwoVersionsOfAStructureStandTogether(engine: Engine) async throws {
        let home = engine.home()
        let store = try await store(home)
        let newer = Data(
            #"""
            {"name": "parcs", "title": "Parcs", "version": "2.0.0", "fields": [
                {"name": "uid", "type": "string", "gabarit": {"meaning": "uid"}},
                {"name": "nom", "type": "string"}, {"name": "label", "type": "string"}]}
            """#.utf8)
        let rows = CleanTable(
            fields: ["uid", "nom", "label"],
            columns: [Cells([Value("PAR-69283-001")]), Cells([Value("Parc des Saules")]), Cells([Value("oui")])],
            rowNumbers: [2])
        var draft = Example.draft(Place(code: "69283", name: "Mions"))
        draft.schemaVersion = "2.0.0"
        _ = try await store.publish(draft, rows: rows, schemaDocument: newer)
        let table = try await store.rows(RowQuery(schema: "parcs")).table
        #expect(table.fields == ["uid", "nom", "label"])
        #expect(table.row(0) == ["PAR-69029-001", "Parc du Fort", ""])
        #expect(table.row(3) == ["PAR-69283-001", "Parc des Saules", "oui"])
    }
}
