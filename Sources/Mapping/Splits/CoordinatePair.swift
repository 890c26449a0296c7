import Spelling

/// Two coordinates in one cell: `45.7,4.8`, `45,7337 ; 4,9139`, `(45.7 4.8)`. Latitude first, as people write it.
struct CoordinatePair {
    let latitude: String
    let longitude: String

    init?(_ text: String) {
        let plain = text.filter { !"()[]".contains($0) }
        guard let match = Self.pair.wholeMatch(in: plain) else { return nil }
        latitude = String(match.1).replacing(",", with: ".")
        longitude = String(match.2).replacing(",", with: ".")
    }

    private static let pair = Shape(
        /\s*(-?\d{1,3}[.,]\d{3,})\s*(?:[;|\/]|,\s|\s|,)\s*(-?\d{1,3}[.,]\d{3,})\s*/)
}
