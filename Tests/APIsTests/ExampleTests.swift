import Catalog
import Editions
import Testing

/// The example that the tests of every API share is what it says it is.
struct ExampleTests {
    @Test func threeCommunesPublishThreeDatasets() async throws {
        let example = try Example()
        #expect(example.records.map(\.name) == ["parcs-jardins", "subventions", "zones-calmes"])
        let parks = try #require(await example.edition(of: "parcs-jardins"))
        #expect(parks.rowCount == 7)
        #expect(parks.release(of: 3).commune.name == "Oullins-Pierre-Bénite")
        #expect(parks.positions[0] != nil)
        #expect(parks.positions[2] == nil)
        let all = try await example.changes(since: 0, schema: nil, limit: 100)
        #expect(all.changes.count == 14)
    }
}
