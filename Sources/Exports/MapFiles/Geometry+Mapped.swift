import Tables

extension Geometry {
    /// The shape with every place turned into another one; nil where one cannot be.
    func mapped(_ turn: (Coordinate) -> Coordinate?) -> Geometry? {
        func line(_ places: [Coordinate]) -> [Coordinate]? { all(places, turn) }
        func rings(_ rings: [[Coordinate]]) -> [[Coordinate]]? { all(rings, line) }
        func all<Item>(_ items: [Item], _ turn: (Item) -> Item?) -> [Item]? {
            let turned = items.compactMap(turn)
            return turned.count == items.count ? turned : nil
        }
        return switch self {
        case .point(let point): turn(point).map(Geometry.point)
        case .multiPoint(let points): line(points).map(Geometry.multiPoint)
        case .lineString(let points): line(points).map(Geometry.lineString)
        case .multiLineString(let lines): rings(lines).map(Geometry.multiLineString)
        case .polygon(let lines): rings(lines).map(Geometry.polygon)
        case .multiPolygon(let polygons): all(polygons, rings).map(Geometry.multiPolygon)
        }
    }
}
