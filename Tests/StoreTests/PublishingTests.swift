import Catalog
import Editions
import Foundation
import Store
import Tables
import Testing

@Suite struct PublishingTests {
    @Test(arguments: Engine.all) func aReleaseIsThereWhenTheStoreIsOpenedAgain(engine: Engine) async throws {
        let home = engine.home()
        let release = try await home.store()
            .publish(Example.draft(), rows: Example.table(Example.bron), schemaDocument: Example.document)
        let reopened = try await home.store()
        #expect(try await reopened.releases() == [release])
        let page = try await reopened.rows(RowQuery(schema: "parcs"))
        #expect(page.total == 3)
        #expect(page.table.value("nom", row: 1) == "Étang des Brosses")
        #expect(page.table.rowNumbers == [2, 3, 4])
        #expect(page.table.geometries[1] == .point(Coordinate(longitude: 4.91, latitude: 45.73)))
    }

    @Test(arguments: Engine.all) func anotherProcessSeesWhatIsPublished(engine: Engine) async throws {
        let home = engine.home()
        let (writer, reader) = (try await home.store(), try await home.store())
        #expect(try await reader.releases().isEmpty)
        _ = try await writer.publish(
            Example.draft(), rows: Example.table(Example.bron), schemaDocument: Example.document)
        #expect(try await reader.rows(RowQuery(schema: "parcs")).total == 3)
    }

    @Test(arguments: Engine.all) func aNewReleaseTakesThePlaceOfTheOldOneWhichIsKept(engine: Engine) async throws {
        let home = engine.home()
        let store = try await home.store()
        let first = try await store.publish(
            Example.draft(at: 1), rows: Example.table(Example.bron), schemaDocument: Example.document)
        let second = try await store.publish(
            Example.draft(at: 2), rows: Example.table([Example.bron[0]]), schemaDocument: Example.document)
        #expect(first.id < second.id)
        #expect(try await store.releases() == [second])
        #expect(try await store.history(schema: "parcs", commune: "69029") == [second, first])
        #expect(try await store.rows(RowQuery(schema: "parcs")).total == 1)
        #expect(try await store.restore(release: first.id, at: Date(timeIntervalSince1970: 3))?.rowCount == 3)
        #expect(try await store.rows(RowQuery(schema: "parcs")).total == 3)
    }

    @Test(arguments: Engine.all) func identifiersAreShortAndUniqueWithinOneMillisecond(engine: Engine) async throws {
        let home = engine.home()
        let store = try await home.store()
        var ids: Set<String> = []
        for _ in 0..<20 {
            let release = try await store.publish(
                Example.draft(), rows: Example.table([]), schemaDocument: Example.document)
            ids.insert(release.id)
            #expect(release.id.count == 13)
        }
        #expect(ids.count == 20)
    }

    @Test(arguments: Engine.all) func aFailedPublicationChangesNothing(engine: Engine) async throws {
        let home = engine.home()
        let store = try await home.store()
        let release = try await store.publish(
            Example.draft(), rows: Example.table(Example.bron), schemaDocument: Example.document)
        await #expect(throws: (any Error).self) {
            try await store.publish(Example.draft(), rows: Example.table([]), schemaDocument: Data("{".utf8))
        }
        #expect(try await store.releases() == [release])
    }

    @Test(arguments: Engine.all) func twoStoresPublishAtTheSameTime(engine: Engine) async throws {
        let home = engine.home()
        let stores = [try await home.store(), try await home.store()]
        try await withThrowingTaskGroup { group in
            for number in 0..<10 {
                group.addTask {
                    _ = try await stores[number % 2].publish(
                        Example.draft(Place(code: "6900\(number)", name: "Commune \(number)")),
                        rows: Example.table(Example.bron), schemaDocument: Example.document)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await stores[0].releases().count == 10)
        #expect(try await stores[1].rows(RowQuery(schema: "parcs")).total == 30)
    }

    @Test(arguments: Engine.all) func everyKindOfShapeComesBackExactly(engine: Engine) async throws {
        let home = engine.home()
        let a = Coordinate(longitude: 4.92166671993991, latitude: 45.729393905793685)
        let b = Coordinate(longitude: -61.5, latitude: 16.25)
        let shapes: [Geometry?] = [
            .point(a), .multiPoint([a, b]), .lineString([a, b]), .multiLineString([[a, b], [b, a]]),
            .polygon([[a, b, a], [b, a, b]]), .multiPolygon([[[a, b, a]], [[b, a, b], [a, a, a]]]), nil,
        ]
        var table = Example.table(shapes.indices.map { ["PAR-\($0)", "", "", "", "", "", ""] })
        table.geometries = shapes
        let store = try await home.store()
        _ = try await store.publish(Example.draft(), rows: table, schemaDocument: Example.document)
        #expect(try await store.rows(RowQuery(schema: "parcs")).table.geometries == shapes)
    }
}
