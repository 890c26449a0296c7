import Catalog
import Editions
import Foundation
import Tables

/// Whether rows are no further from a point than so many metres.
struct DistanceTest: RowTest {
    private let edition: Edition
    private let centre: Coordinate
    private let metres: Double
    var cost: Int { 4 }
    var effort: Int { 100 * edition.rowCount }

    init(_ edition: Edition, _ centre: Coordinate, _ metres: Double) {
        self.edition = edition
        self.centre = centre
        self.metres = metres
    }

    func rows(where truth: Bool, among: RowSet?) -> RowSet {
        let places = edition.places
        var found = RowSet(rowCount: edition.rowCount)
        places.visit(boxes) { row, place in
            if let among, !among.contains(row) { return }
            let distance =
                place.map { centre.metres(to: $0) }
                ?? edition.table.geometries[row].flatMap { Distance.metres(from: centre, to: [$0]) }
            if let distance, distance <= metres { found.insert(row) }
        }
        if truth { return found }
        var others = places.known
        if let among { others.formIntersection(among) }
        others.subtract(found)
        return others
    }

    /// Rectangles beyond which everything is further away: two where they span the antimeridian.
    private var boxes: [Extent] {
        // A degree is nowhere shorter than this on the sphere that distances are measured on.
        let reach = metres / 111_194 * 1.001 + 1e-9
        let (south, north) = (centre.latitude - reach, centre.latitude + reach)
        guard south > -89, north < 89 else { return [Extent(west: -180, south: south, east: 180, north: north)] }
        // The circle is widest nearer to the pole than its centre.
        let ratio = sin(reach * .pi / 180) / cos(centre.latitude * .pi / 180)
        guard reach < 90, ratio < 1 else { return [Extent(west: -180, south: south, east: 180, north: north)] }
        let width = asin(ratio) * 180 / .pi
        let (west, east) = (centre.longitude - width, centre.longitude + width)
        var boxes = [Extent(west: max(west, -180), south: south, east: min(east, 180), north: north)]
        if west < -180 { boxes.append(Extent(west: west + 360, south: south, east: 180, north: north)) }
        if east > 180 { boxes.append(Extent(west: -180, south: south, east: east - 360, north: north)) }
        return boxes
    }
}
