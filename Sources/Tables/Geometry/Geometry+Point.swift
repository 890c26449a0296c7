extension Geometry {
    /// All coordinates of the shape, in their order.
    public var coordinates: [Coordinate] {
        switch self {
        case .point(let point): [point]
        case .multiPoint(let points), .lineString(let points): points
        case .multiLineString(let lines), .polygon(let lines): lines.flatMap { $0 }
        case .multiPolygon(let polygons): polygons.flatMap { $0.flatMap { $0 } }
        }
    }
}
