import Tables
import Testing

struct MeasureTests {
    /// A degree of latitude is 111.2 km; at 45° a degree of longitude is 78.6 km.
    @Test func distancesFollowGreatCircles() {
        let lyon = Coordinate(longitude: 4.8357, latitude: 45.764),
            paris = Coordinate(longitude: 2.3522, latitude: 48.8566)
        #expect(abs(lyon.metres(to: paris) - 391_500) < 1500)
        #expect(lyon.metres(to: lyon) == 0)
    }

    @Test func surfacesAreInSquareMetresAndHolesAreTakenOff() throws {
        func ring(_ from: Double, _ side: Double) -> [Coordinate] {
            [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map {
                Coordinate(longitude: 4 + from + $0.0, latitude: 45 + from + $0.1)
            }
        }
        let whole = try #require(Geometry.polygon([ring(0, 0.01)]).squareMetres)
        let pierced = try #require(Geometry.polygon([ring(0, 0.01), ring(0.002, 0.005)]).squareMetres)
        #expect(abs(whole - 874_300) < 5000)
        #expect(abs(pierced / whole - 0.75) < 0.001)
        #expect(Geometry.point(Coordinate(longitude: 4, latitude: 45)).squareMetres == nil)
    }
}
