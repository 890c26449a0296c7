import Tables

/// The kinds of shapes that were seen.
struct ShapeKinds: OptionSet {
    let rawValue: Int

    static let point = ShapeKinds(rawValue: 1)
    static let multiPoint = ShapeKinds(rawValue: 2)
    static let line = ShapeKinds(rawValue: 4)
    static let multiLine = ShapeKinds(rawValue: 8)
    static let polygon = ShapeKinds(rawValue: 16)
    static let multiPolygon = ShapeKinds(rawValue: 32)
    /// Rows whose place is unknown.
    static let none = ShapeKinds(rawValue: 64)

    static let points: ShapeKinds = [.point, .multiPoint]
    static let lines: ShapeKinds = [.line, .multiLine]
    static let surfaces: ShapeKinds = [.polygon, .multiPolygon]

    init(rawValue: Int) { self.rawValue = rawValue }

    /// The kind of one shape.
    init(_ shape: Geometry?) {
        switch shape {
        case .point: self = .point
        case .multiPoint: self = .multiPoint
        case .lineString: self = .line
        case .multiLineString: self = .multiLine
        case .polygon: self = .polygon
        case .multiPolygon: self = .multiPolygon
        case nil: self = .none
        }
    }

    /// The one type of a layer that holds shapes of these kinds, as virtual layers name it.
    var layerType: String {
        let shapes = subtracting(.none)
        if shapes.isEmpty { return "wkbNone" }
        if shapes == .point { return "wkbPoint" }
        if shapes.isSubset(of: .points) { return "wkbMultiPoint" }
        if shapes == .line { return "wkbLineString" }
        if shapes.isSubset(of: .lines) { return "wkbMultiLineString" }
        if shapes == .polygon { return "wkbPolygon" }
        if shapes.isSubset(of: .surfaces) { return "wkbMultiPolygon" }
        return "wkbUnknown"
    }

    /// Whether single shapes must become multiple ones, so that all are of one type.
    var needsPromotion: Bool { layerType.hasPrefix("wkbMulti") }
}
