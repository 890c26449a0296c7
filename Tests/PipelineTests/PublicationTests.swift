import Catalog
import Editions
import Foundation
import Pipeline
import Schemas
import Store
import Tables
import Testing

struct PublicationTests {
    /// Publishes files one after the other into a store of their own.
    private func publish(
        _ files: [String], then check: (ReleaseStore, [Publication.Published]) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gabarit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await ReleaseStore(folder: folder)
        let document = try SchemaLibrary.document("parcs-jardins")
        var published: [Publication.Published] = []
        for (number, file) in files.enumerated() {
            let publication = Publication(store: store, now: world.now.addingTimeInterval(Double(number) * 60))
            published.append(
                try await publication.publish(
                    Round(csv: file).prepared, schemaDocument: document, commune: Place(code: "69029", name: "Bron")))
        }
        try await check(store, published)
    }

    @Test func whatIsPublishedIsWhatWasPrepared() async throws {
        try await publish(["nom|commune|chien\nParc Rosa|BRON|libre\nSquare Y|Bron|parfois"]) { store, published in
            let release = try #require(published.first?.release)
            #expect(release.schema == "parcs-jardins" && release.commune.code == "69029" && release.rowCount == 2)
            #expect(release.openQuestions == 1)
            let page = try await store.rows(RowQuery(schema: "parcs-jardins"))
            #expect(page.table.value("commune", row: 0) == "Bron")
            #expect(page.table.value("chien", row: 1) == "", "what is asked about is published empty")
            #expect(published.first?.heldBack == [])
        }
    }

    @Test func rowsThatLackWhatCanNeverBeUnknownAreHeldBack() async throws {
        try await publish(["titre|||\nnom|commune|eau\nParc Rosa|Bron|oui\n|Bron|non\nSquare Y|Atlantide|oui"]) {
            store, published in
            #expect(published.first?.heldBack == [4, 5])
            #expect(published.first?.release.rowCount == 1)
            let page = try await store.rows(RowQuery(schema: "parcs-jardins"))
            #expect(page.total == 1 && page.table.value("nom", row: 0) == "Parc Rosa")
        }
    }

    @Test func aNewFileTakesThePlaceOfTheOldOne() async throws {
        try await publish(["nom|commune\nParc Rosa|Bron\nSquare Y|Bron", "nom|commune\nParc Rosa|Bron"]) {
            store, published in
            #expect(Set(published.map(\.release.id)).count == 2)
            let page = try await store.rows(RowQuery(schema: "parcs-jardins"))
            let current = try await store.releases()
            let history = try await store.history(schema: "parcs-jardins", commune: "69029")
            #expect(page.total == 1 && current.count == 1)
            #expect(history.map(\.rowCount) == [1, 2])
        }
    }

    @Test func aFileWithoutAnyCompleteRowIsPublishedEmptyAndTold() async throws {
        try await publish(["nom|commune\n|Bron\n|Bron"]) { _, published in
            #expect(published.first?.release.rowCount == 0)
            #expect(published.first?.heldBack == [2, 3])
        }
    }
}
