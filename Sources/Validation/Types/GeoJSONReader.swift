/// Shapes in GeoJSON or TopoJSON.
struct GeoJSONReader: CellReader {
    let isTopology: Bool

    func read(_ cell: Bytes) -> Logical? { JSONTree(cell).flatMap(read) }

    func read(_ tree: JSONTree) -> Logical? {
        if case .text(let text) = tree { return text.withBytes(read) }
        guard tree.isObject else { return nil }
        return isTopology ? (isTopologyShape(tree) ? .json(tree) : nil) : (isShape(tree) ? .json(tree) : nil)
    }

    private func isShape(_ tree: JSONTree) -> Bool {
        switch tree["type"]?.string {
        case "Feature": isFeature(tree)
        case "FeatureCollection": tree["features"]?.items?.allSatisfy(isFeature) ?? false
        case "GeometryCollection": tree["geometries"]?.items?.allSatisfy(isGeometry) ?? false
        default: isGeometry(tree)
        }
    }

    private func isFeature(_ tree: JSONTree) -> Bool {
        guard tree.isObject, let geometry = tree["geometry"], let properties = tree["properties"] else { return false }
        if let type = tree["type"], type.string != "Feature" { return false }
        let isGeometryGood = geometry == .null || isGeometry(geometry)
        return isGeometryGood && (properties == .null || properties.isObject)
    }

    private func isGeometry(_ tree: JSONTree) -> Bool {
        guard tree.isObject, let coordinates = tree["coordinates"] else { return false }
        return switch tree["type"]?.string {
        case "Point": isPosition(coordinates)
        case "MultiPoint": isPositions(coordinates, atLeast: 0)
        case "LineString": isPositions(coordinates, atLeast: 2)
        case "MultiLineString": coordinates.items?.allSatisfy { isPositions($0, atLeast: 2) } ?? false
        case "Polygon": isPolygon(coordinates)
        case "MultiPolygon": coordinates.items?.allSatisfy(isPolygon) ?? false
        default: false
        }
    }

    private func isPolygon(_ tree: JSONTree) -> Bool {
        tree.items?.allSatisfy { isPositions($0, atLeast: 4) } ?? false
    }

    private func isPositions(_ tree: JSONTree, atLeast: Int) -> Bool {
        guard let items = tree.items, items.count >= atLeast else { return false }
        return items.allSatisfy(isPosition)
    }

    // Two numbers and no height: the profile that Validata reads has none.
    private func isPosition(_ tree: JSONTree) -> Bool {
        guard let items = tree.items, items.count == 2 else { return false }
        return items.allSatisfy { if case .number = $0 { true } else { false } }
    }

    private func isTopologyShape(_ tree: JSONTree) -> Bool {
        guard tree["type"]?.string == "Topology", let objects = tree["objects"], objects.isObject,
            let arcs = tree["arcs"]?.items
        else { return false }
        return arcs.allSatisfy { isPositions($0, atLeast: 2) } && objects.members.values.allSatisfy(\.isObject)
    }
}
