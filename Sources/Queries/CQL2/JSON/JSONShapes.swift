import Tables

/// The GeoJSON geometries in CQL2 JSON. Unlike a file that somebody sent, a filter must be whole: what is no geometry
/// is refused.
enum JSONShapes {
    static func shape(
        _ type: String, _ members: [String: JSONTree], at position: Int
    ) throws(QueryError) -> FilterExpression {
        if type == "GeometryCollection" {
            guard let parts = members["geometries"] else { throw QueryError("The collection is empty.", at: position) }
            var geometries: [Geometry] = []
            for part in try items(parts) { geometries += try self.geometries(part) }
            guard !geometries.isEmpty else { throw QueryError("The collection is empty.", at: position) }
            return .geometryCollection(geometries)
        }
        guard let coordinates = members["coordinates"] else {
            throw QueryError("The shape has no coordinates.", at: position)
        }
        return .geometry(try geometry(type, coordinates))
    }

    /// The geometries of one part of a collection, which may be a collection itself.
    private static func geometries(_ tree: JSONTree) throws(QueryError) -> [Geometry] {
        guard case .object(let members) = tree.value, case .string(let type) = members["type"]?.value else {
            throw QueryError("Expected a shape.", at: tree.position)
        }
        switch try shape(type, members, at: tree.position) {
        case .geometryCollection(let parts): return parts
        case .geometry(let geometry): return [geometry]
        default: return []
        }
    }

    private static func geometry(_ type: String, _ tree: JSONTree) throws(QueryError) -> Geometry {
        switch type {
        case "Point": return .point(try place(tree))
        case "MultiPoint": return .multiPoint(try places(tree, atLeast: 1))
        case "LineString": return .lineString(try places(tree, atLeast: 2))
        case "MultiLineString":
            return .multiLineString(try list(tree) { (line) throws(QueryError) in try places(line, atLeast: 2) })
        case "Polygon": return .polygon(try rings(tree))
        case "MultiPolygon": return .multiPolygon(try list(tree) { (part) throws(QueryError) in try rings(part) })
        default: throw QueryError("“\(type)” is no kind of shape.", at: tree.position)
        }
    }

    private static func rings(_ tree: JSONTree) throws(QueryError) -> [[Coordinate]] {
        try list(tree) { (ring) throws(QueryError) in
            guard let closed = try places(ring, atLeast: 3).closedRing else {
                throw QueryError("A ring has at least four positions.", at: ring.position)
            }
            return closed
        }
    }

    private static func places(_ tree: JSONTree, atLeast least: Int) throws(QueryError) -> [Coordinate] {
        let places = try list(tree) { (tree) throws(QueryError) in try place(tree) }
        guard places.count >= least else { throw QueryError("The shape has too few positions.", at: tree.position) }
        return places
    }

    private static func place(_ tree: JSONTree) throws(QueryError) -> Coordinate {
        let numbers = try numbers(tree)
        guard numbers.count >= 2, numbers.allSatisfy({ $0.magnitude <= Coordinate.farthest }) else {
            throw QueryError("Expected a position: longitude, latitude.", at: tree.position)
        }
        return Coordinate(longitude: numbers[0], latitude: numbers[1])
    }

    static func numbers(_ tree: JSONTree) throws(QueryError) -> [Double] {
        var numbers: [Double] = []
        for item in try items(tree) {
            guard case .number(let number) = item.value else {
                throw QueryError("Expected a number.", at: item.position)
            }
            numbers.append(number)
        }
        return numbers
    }

    private static func list<Item>(
        _ tree: JSONTree, _ read: (JSONTree) throws(QueryError) -> Item
    ) throws(QueryError) -> [Item] {
        var list: [Item] = []
        for item in try items(tree) { list.append(try read(item)) }
        guard !list.isEmpty else { throw QueryError("The shape is empty.", at: tree.position) }
        return list
    }

    private static func items(_ tree: JSONTree) throws(QueryError) -> [JSONTree] {
        guard case .array(let items) = tree.value else { throw QueryError("Expected an array.", at: tree.position) }
        return items
    }
}
