import GeoFiles
import Tables

/// Shapes in the coordinates of a file. A shape that the projection does not reach is unknown: one wrong position must
/// not make a whole file fail.
struct Placement {
    private let projection: Projection?
    private let projector = Projector()

    /// `projection` is nil for degrees in WGS 84.
    init(_ projection: Projection?) { self.projection = projection?.epsg == 4326 ? nil : projection }

    /// The EPSG code of the coordinates.
    var epsg: Int { projection?.epsg ?? 4326 }

    func placed(_ shape: Geometry?) -> Geometry? {
        guard let shape else { return nil }
        return shape.mapped { place in
            guard place.longitude.isFinite, place.latitude.isFinite else { return nil }
            guard let projection else { return place }
            return projector.metres(of: place, in: projection).map { Coordinate(longitude: $0.x, latitude: $0.y) }
        }
    }
}
