import Spelling

/// Two coordinates in one cell: `45.7337,4.9139`, `45,7337 ; 4,9139`, `(45.7337 4.91)`, `45°44'01"N 4°54'35"E`,
/// `POINT(4.91 45.7337)`. Latitude first, as people write it, except in the notation of databases.
struct CoordinatePair {
    let latitude: String
    let longitude: String

    init?(_ text: String) {
        if let match = Self.point.wholeMatch(in: text) {
            longitude = String(match.1)
            latitude = String(match.2)
        } else if let match = Self.sexagesimal.wholeMatch(in: text) {
            latitude = String(match.1)
            longitude = String(match.2)
        } else {
            let plain = text.filter { !"()[]".contains($0) }
            guard let match = Self.pair.wholeMatch(in: plain) else { return nil }
            latitude = String(match.1).replacing(",", with: ".")
            longitude = String(match.2).replacing(",", with: ".")
            guard Self.isPrecise(latitude) || Self.isPrecise(longitude) else { return nil }
        }
    }

    /// Two numbers of few decimals are prices or sizes; at least one of two coordinates has three.
    private static func isPrecise(_ number: String) -> Bool {
        number.split(separator: ".").last.map { $0.utf8.count >= 3 } ?? false
    }

    private static let pair = Shape(
        /\s*(-?\d{1,3}[.,]\d{2,})\s*(?:[;|\/]|,\s|\s|,)\s*(-?\d{1,3}[.,]\d{2,})\s*/)
    private static let point = Shape(
        /\s*(?:SRID=\d+;)?POINT\s*Z?\s*\(\s*(-?\d+\.?\d*)\s+(-?\d+\.?\d*)(?:\s+-?\d+\.?\d*)?\s*\)\s*/)
    private static let sexagesimal = Shape(
        /\s*([^NSns]{0,3}\d{1,2}\s?[°º][^NSEWOnsewo]{1,24}[NSns])\s*[,;\/]?\s*(\d{1,3}\s?[°º][^NSEWOnsewo]{1,24}[EWOewo])\s*/
    )
}
