import Catalog
public import Tables

extension FilterExpression {
    /// The names of the properties that it asks for.
    public var properties: Set<String> {
        switch self {
        case .property(let name): [name]
        case .interval(let start, let end): start.properties.union(end.properties)
        case .array(let parts), .call(_, let parts): parts.reduce(into: []) { $0.formUnion($1.properties) }
        default: []
        }
    }

    /// The same with the coordinates of its shapes replaced, for filters that come in another reference system. A box
    /// becomes the polygon of its corners.
    public func mapCoordinates<Failure: Error>(
        _ replace: ([Coordinate]) throws(Failure) -> [Coordinate]
    ) throws(Failure) -> FilterExpression {
        func each(_ parts: [FilterExpression]) throws(Failure) -> [FilterExpression] {
            var mapped: [FilterExpression] = []
            for part in parts { mapped.append(try part.mapCoordinates(replace)) }
            return mapped
        }
        switch self {
        case .geometry(let geometry): return .geometry(try geometry.mapCoordinates(replace))
        case .geometryCollection(let parts):
            var mapped: [Geometry] = []
            for part in parts { mapped.append(try part.mapCoordinates(replace)) }
            return .geometryCollection(mapped)
        case .box(let box):
            let corners = [(box.west, box.south), (box.east, box.south), (box.east, box.north), (box.west, box.north)]
            let ring = (corners + [corners[0]]).map { Coordinate(longitude: $0.0, latitude: $0.1) }
            return .geometry(.polygon([try replace(ring)]))
        case .interval(let start, let end):
            return .interval(try start.mapCoordinates(replace), try end.mapCoordinates(replace))
        case .array(let parts): return .array(try each(parts))
        case .call(let name, let parts): return .call(name, try each(parts))
        default: return self
        }
    }
}

extension Geometry {
    fileprivate func mapCoordinates<Failure: Error>(
        _ replace: ([Coordinate]) throws(Failure) -> [Coordinate]
    ) throws(Failure) -> Geometry {
        func each(_ lines: [[Coordinate]]) throws(Failure) -> [[Coordinate]] {
            var mapped: [[Coordinate]] = []
            for line in lines { mapped.append(try replace(line)) }
            return mapped
        }
        switch self {
        case .point(let place): return try replace([place]).first.map(Geometry.point) ?? self
        case .multiPoint(let places): return .multiPoint(try replace(places))
        case .lineString(let places): return .lineString(try replace(places))
        case .multiLineString(let lines): return .multiLineString(try each(lines))
        case .polygon(let rings): return .polygon(try each(rings))
        case .multiPolygon(let polygons):
            var mapped: [[[Coordinate]]] = []
            for polygon in polygons { mapped.append(try each(polygon)) }
            return .multiPolygon(mapped)
        }
    }
}
