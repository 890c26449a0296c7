import Foundation

extension Extent {
    /// West, south, east and north, without exponents, to a tenth of a metre; values that are no degrees are brought
    /// back to the globe.
    public var degrees: (west: String, south: String, east: String, north: String) {
        (
            Self.text(west, within: 180), Self.text(south, within: 90), Self.text(east, within: 180),
            Self.text(north, within: 90)
        )
    }

    /// The rectangle as a polygon in Well-Known Text, longitude first, counterclockwise.
    public var wkt: String {
        let (west, south, east, north) = degrees
        return "POLYGON((\(west) \(south),\(east) \(south),\(east) \(north),\(west) \(north),\(west) \(south)))"
    }

    /// The rectangle, made some ten metres wide where it is but a point or a line: a surface is expected.
    public var asSurface: Extent {
        var wide = self
        if east - west < 0.0001 { (wide.west, wide.east) = (west - 0.00005, east + 0.00005) }
        if north - south < 0.0001 { (wide.south, wide.north) = (south - 0.00005, north + 0.00005) }
        return wide
    }

    private static func text(_ degrees: Double, within limit: Double) -> String {
        guard degrees.isFinite else { return "0" }
        var text = String(format: "%.6f", min(limit, max(-limit, degrees)))
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text == "-0" ? "0" : text
    }
}
