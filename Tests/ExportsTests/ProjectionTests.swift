import Catalog
import Exports
import GeoFiles
import Testing

@Suite struct ProjectionTests {
    @Test func aTerritoryIsOfferedItsLegalSystems() {
        let lyon = Extent(west: 4.6, south: 45.5, east: 5.1, north: 46.0)
        #expect(Projection.usual(communes: ["69123", "69029"], extent: lyon).map(\.epsg) == [2154, 3946])
        let nice = Extent(west: 7, south: 43.6, east: 7.5, north: 43.8)
        #expect(Projection.usual(communes: ["06088"], extent: nice).map(\.epsg) == [2154, 3944])
        let border = Extent(west: 7, south: 44.4, east: 7.5, north: 44.6)
        #expect(Projection.usual(communes: ["05061"], extent: border).map(\.epsg) == [2154, 3944, 3945])
        let reunion = Extent(west: 55.2, south: -21.4, east: 55.8, north: -20.8)
        #expect(Projection.usual(communes: ["97411"], extent: reunion).map(\.epsg) == [2975])
        #expect(Projection.usual(communes: [], extent: nil).map(\.epsg) == [2154])
    }

    @Test func onlyKnownSystemsAreWritten() {
        #expect(Projection.ofFiles(epsg: 3946)?.name == "cc46")
        for epsg in [4326, 3857, 0, -1, 32_631] { #expect(Projection.ofFiles(epsg: epsg) == nil) }
    }
}
