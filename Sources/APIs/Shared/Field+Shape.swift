import Schemas

extension Field {
    /// Whether its values are shapes: they have no order, and no text is equal to one.
    var holdsShapes: Bool { !isList && [.geopoint, .geojson].contains(type) }
}
