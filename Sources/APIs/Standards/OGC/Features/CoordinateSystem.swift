import Catalog
import GeoFiles
import Synchronization
import Tables

/// A coordinate reference system in which positions can be asked for and given, by its URI (OGC API Features, part 2).
struct CoordinateSystem: Sendable, Hashable {
    /// The URI.
    let uri: String
    /// How to get there; nil for degrees.
    let projection: Projection?
    /// Whether latitude comes first.
    let isLatitudeFirst: Bool

    /// Degrees, longitude first: the usual one.
    static let crs84 = CoordinateSystem(
        uri: "http://www.opengis.net/def/crs/OGC/1.3/CRS84", projection: nil, isLatitudeFirst: false)
    /// Degrees, latitude first, as the register of EPSG says.
    static let wgs84 = CoordinateSystem(
        uri: "http://www.opengis.net/def/crs/EPSG/0/4326", projection: nil, isLatitudeFirst: true)

    /// All of them: degrees, web maps, Lambert-93 and its nine zones, the legal systems overseas.
    static let all: [CoordinateSystem] =
        [crs84, wgs84, metres(.webMercator), metres(.lambert93)] + (42...50).map { metres(.conic(zone: $0)) }
        + ["971", "973", "974", "976"].map { metres(.legal(inDepartment: $0)) }

    private static func metres(_ projection: Projection) -> CoordinateSystem {
        CoordinateSystem(
            uri: "http://www.opengis.net/def/crs/EPSG/0/\(projection.epsg)", projection: projection,
            isLatitudeFirst: false)
    }

    /// The system that a parameter names; CRS84 where it is not given.
    static func named(_ parameter: String, in parameters: Parameters) throws(Problem) -> CoordinateSystem {
        guard let uri = parameters[parameter] else { return .crs84 }
        guard let known = all.first(where: { $0.uri == uri }) else {
            throw .badRequest(
                "The parameter “\(parameter)” names no coordinate reference system of this collection. Its “crs” lists them."
            )
        }
        return known
    }
}

/// Moves positions between degrees and a coordinate reference system. Made for one request, on one thread.
final class Reprojection {
    let system: CoordinateSystem
    private let projector: Projector?

    init(_ system: CoordinateSystem) {
        self.system = system
        projector = system.projection == nil ? nil : IdleProjectors.take()
    }

    deinit {
        if let projector { IdleProjectors.giveBack(projector) }
    }

    /// The two numbers of a place, in the order of the system; nil where the system does not reach.
    func numbers(of place: Coordinate) -> (Double, Double)? {
        if let projector, let projection = system.projection {
            return projector.metres(of: place, in: projection).map { ($0.x, $0.y) }
        }
        return system.isLatitudeFirst ? (place.latitude, place.longitude) : (place.longitude, place.latitude)
    }

    /// The place of two numbers; nil where the system does not reach.
    func place(_ first: Double, _ second: Double) -> Coordinate? {
        if let projector, let projection = system.projection {
            return projector.place(x: first, y: second, in: projection)
        }
        return system.isLatitudeFirst
            ? Coordinate(longitude: second, latitude: first) : Coordinate(longitude: first, latitude: second)
    }

    /// The rectangle in degrees around a rectangle of the system: its sides are curves, so that points on them are
    /// looked at too. Nil where the system reaches none of it.
    func extent(_ low: (Double, Double), _ high: (Double, Double)) -> Extent? {
        guard projector != nil else {
            guard let first = place(low.0, low.1), let last = place(high.0, high.1) else { return nil }
            return Extent(west: first.longitude, south: first.latitude, east: last.longitude, north: last.latitude)
        }
        let steps = (0...16).map { Double($0) / 16 }
        let sides = steps.flatMap { step -> [Coordinate?] in
            let (x, y) = (low.0 + (high.0 - low.0) * step, low.1 + (high.1 - low.1) * step)
            return [place(x, low.1), place(x, high.1), place(low.0, y), place(high.0, y)]
        }
        return Extent(of: sides.compactMap(\.self))
    }
}

/// Projectors that no request uses at the moment: to open a projection takes milliseconds.
private enum IdleProjectors {
    /// A projector that waits. Whoever takes it is the only one to have it.
    private struct Waiting: @unchecked Sendable {
        let projector: Projector
    }

    private static let most = 16
    private static let waiting = Mutex<[Waiting]>([])

    static func take() -> Projector { waiting.withLock { $0.popLast() }?.projector ?? Projector() }

    static func giveBack(_ projector: Projector) {
        let one = Waiting(projector: projector)
        waiting.withLock { waiting in
            if waiting.count < most { waiting.append(one) }
        }
    }
}
