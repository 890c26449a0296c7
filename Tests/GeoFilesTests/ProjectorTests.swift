import GeoFiles
import Tables
import Testing

@Suite struct ProjectorTests {
    /// As `gdaltransform -s_srs EPSG:4326 -t_srs EPSG:2154` has it.
    @Test func degreesBecomeMetresOfLambert93() throws {
        let metres = try #require(
            Projector().metres(of: Coordinate(longitude: 2.35, latitude: 48.79), in: .lambert93))
        #expect(abs(metres.x - 652_246.647) < 0.01)
        #expect(abs(metres.y - 6_854_631.469) < 0.01)
    }

    @Test(arguments: [
        ("69", 4.85, 45.75), ("971", -61.5, 16.2), ("972", -61.0, 14.6), ("973", -52.3, 4.9), ("974", 55.5, -21.1),
        ("976", 45.2, -12.8),
    ])
    func metresComeBackAsTheSameDegrees(department: String, longitude: Double, latitude: Double) throws {
        let projector = Projector()
        let place = Coordinate(longitude: longitude, latitude: latitude)
        let projection = Projection.legal(inDepartment: department)
        let metres = try #require(projector.metres(of: place, in: projection))
        #expect(metres.x > 100_000 && metres.x < 1_300_000)
        let back = try #require(projector.place(x: metres.x, y: metres.y, in: projection))
        #expect(back.metres(to: place) < 0.01)
    }
}
