import CProj
public import Tables

/// Turns metres into degrees, and back. It opens each projection once and is not shared between threads.
public final class Projector {
    private let context = proj_context_create()
    private var open: [Projection: OpaquePointer?] = [:]

    /// A projector with nothing open.
    public init() { proj_log_level(context, PJ_LOG_NONE) }

    deinit {
        for transformation in open.values { proj_destroy(transformation) }
        proj_context_destroy(context)
    }

    /// The place of a pair of metres; nil where the projection does not reach.
    public func place(x: Double, y: Double, in projection: Projection) -> Coordinate? {
        guard let transformation = transformation(of: projection) else { return nil }
        let degrees = proj_trans(transformation, PJ_FWD, proj_coord(x, y, 0, 0))
        let longitude = degrees.xy.x, latitude = degrees.xy.y
        guard longitude.isFinite, latitude.isFinite, abs(longitude) <= 180, abs(latitude) <= 90 else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    /// The metres of a place; nil where the projection does not reach.
    public func metres(of place: Coordinate, in projection: Projection) -> (x: Double, y: Double)? {
        guard let transformation = transformation(of: projection) else { return nil }
        let metres = proj_trans(transformation, PJ_INV, proj_coord(place.longitude, place.latitude, 0, 0))
        guard metres.xy.x.isFinite, metres.xy.y.isFinite else { return nil }
        return (metres.xy.x, metres.xy.y)
    }

    /// Longitude comes first, whatever the register of EPSG says.
    private func transformation(of projection: Projection) -> OpaquePointer? {
        if let known = open[projection] { return known }
        guard let raw = proj_create_crs_to_crs(context, "EPSG:\(projection.epsg)", "EPSG:4326", nil) else {
            open[projection] = .some(nil)
            return nil
        }
        defer { proj_destroy(raw) }
        let transformation = proj_normalize_for_visualization(context, raw)
        open[projection] = transformation
        return transformation
    }
}
