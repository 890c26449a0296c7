import Catalog
import Foundation
import Tables

/// From degrees to a drawing: plate carrée with the middle latitude kept true, which is right for a few communes.
struct Projection {
    let width = 800.0
    let height: Double
    let extent: Extent
    private let scale: Double
    private let stretch: Double

    /// The projection that shows a rectangle with a margin, at most as high as it is wide.
    init(showing inner: Extent) {
        let middle = (inner.south + inner.north) / 2
        stretch = max(0.1, cos(middle * .pi / 180))
        let breadth = max((inner.east - inner.west) * stretch, 0.006) * 1.16
        let depth = max(inner.north - inner.south, 0.004) * 1.16
        height = min(max(width * depth / breadth, 320), 420)
        scale = min(width / breadth, height / depth)
        let center = ((inner.west + inner.east) / 2, middle)
        extent = Extent(
            west: center.0 - width / scale / stretch / 2, south: center.1 - height / scale / 2,
            east: center.0 + width / scale / stretch / 2, north: center.1 + height / scale / 2)
    }

    /// Where a place is in the drawing.
    func point(_ place: Coordinate) -> (x: Double, y: Double) {
        ((place.longitude - extent.west) * stretch * scale, (extent.north - place.latitude) * scale)
    }

    /// How many metres one unit of the drawing is.
    var metresPerUnit: Double { 111_195 / scale }
}

extension Double {
    /// One decimal is enough in a drawing.
    var short: String {
        let tenths = Int((self * 10).rounded())
        return tenths % 10 == 0
            ? String(tenths / 10) : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
