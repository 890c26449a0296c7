public import Tables

extension Reference {
    /// Whether a place can be in a commune: inside its borders where they are known (borders are drawn with a pen of
    /// about 300 m), else within 12 km of its middle. Nil when neither is known.
    public func canContain(_ place: Coordinate, code: String) -> Bool? {
        for code in [code, parent(of: code)?.code ?? code] {
            if let inside = contours.contains(place, code: code) {
                return inside || contours.distance(from: place, toBorderOf: code).map { $0 < 300 } == true
            }
        }
        return distance(from: place, toCenterOf: code).map { $0 < 12_000 }
    }

    /// Metres from a place to the middle of a commune. Nil when the middle is not known.
    public func distance(from place: Coordinate, toCenterOf code: String) -> Double? {
        guard let center = commune(code: code)?.center ?? parent(of: code)?.center else { return nil }
        return place.metres(to: center)
    }
}
