import Testing

@testable import Mapping

struct CoordinatePairTests {
    @Test(arguments: [
        ("45.7337,4.9139", "45.7337", "4.9139"), ("45,7337 ; 4,9139", "45.7337", "4.9139"),
        ("(45.7337 4.91)", "45.7337", "4.91"), ("POINT(4.91 45.7337)", "45.7337", "4.91"),
        ("SRID=4326;POINT (4.91 45.7337)", "45.7337", "4.91"),
        ("45°44'01\"N 4°54'35\"E", "45°44'01\"N", "4°54'35\"E"),
    ])
    func twoCoordinatesStandInOneCell(_ text: String, _ latitude: String, _ longitude: String) throws {
        let pair = try #require(CoordinatePair(text))
        #expect(pair.latitude == latitude)
        #expect(pair.longitude == longitude)
    }

    @Test(arguments: ["12,50 30,25", "4.9139", "12 rue de Paris", "2024.01 2024.02", "04 78 54 60 11"])
    func otherTextIsNoPair(_ text: String) {
        #expect(CoordinatePair(text) == nil)
    }
}
