import Catalog
public import Editions
import Schemas
import Tables

/// Finds what the names of an expression mean in an edition, and whether its types go together.
struct Resolver {
    let edition: Edition
    let geos: Geos
    private let effort = Effort()

    init(_ edition: Edition) {
        self.edition = edition
        geos = Geos()
    }

    /// An expression that is true or false of a row.
    func condition(_ expression: FilterExpression) throws(QueryError) -> Node {
        switch expression {
        case .boolean(let truth): return .constant(.boolean(truth))
        case .null: return .constant(.unknown)
        case .property:
            let value = try value(expression)
            guard value.kind == .boolean else {
                throw QueryError("\(value.name) is \(value.kind.words), where a condition is expected.")
            }
            return value.node
        case .call(let name, let arguments):
            let node = try condition(name, arguments)
            // The parts of the others have been reckoned.
            if !["and", "or", "not"].contains(name.lowercased()) { try effort.spend(node, edition) }
            return node
        default: throw QueryError("A condition is expected, such as a comparison.")
        }
    }

    private func condition(_ name: String, _ arguments: [FilterExpression]) throws(QueryError) -> Node {
        let name = CQL2.operators[name.lowercased()] ?? name.lowercased()
        switch name {
        case "and", "or":
            guard !arguments.isEmpty else { throw Self.count(name, 2, 0) }
            var parts: [Node] = []
            parts.reserveCapacity(arguments.count)
            for argument in arguments { parts.append(try condition(argument)) }
            return name == "and" ? .all(parts) : .any(parts)
        case "not":
            guard arguments.count == 1 else { throw Self.count(name, 1, arguments.count) }
            return .not(try condition(arguments[0]))
        case "like": return try like(arguments)
        case "between": return try between(arguments)
        case "in": return try membership(arguments)
        case "isNull": return try emptiness(arguments)
        default: return try predicate(name, arguments)
        }
    }

    private func predicate(_ name: String, _ arguments: [FilterExpression]) throws(QueryError) -> Node {
        if let comparison = Comparison(rawValue: name) { return try self.comparison(comparison, arguments) }
        if let relation = ShapeRelation(rawValue: name) { return try self.relation(relation, arguments) }
        if let relation = TimeRelation(rawValue: name) { return try self.relation(relation, arguments) }
        if let relation = ListRelation(rawValue: name) { return try self.relation(relation, arguments) }
        if let test = try rowFunction(name, arguments) { return .test(test) }
        let value = try function(name, arguments)
        guard value.kind == .boolean || value.kind == .any else {
            throw QueryError("\(value.name) is \(value.kind.words), where a condition is expected.")
        }
        return value.node
    }

    /// An expression that has a value in each row.
    func value(_ expression: FilterExpression) throws(QueryError) -> Typed {
        switch expression {
        case .property(let name): return try property(name)
        case .text(let text): return Typed(node: .constant(.text(text)), kind: .text, name: "“\(text)”")
        case .number(let number):
            return Typed(node: .constant(.number(number)), kind: .number, name: TextWriting.written(number))
        case .boolean(let truth): return Typed(node: .constant(.boolean(truth)), kind: .boolean, name: "\(truth)")
        case .null: return Typed(node: .constant(.unknown), kind: .any, name: "NULL")
        case .date(let text), .timestamp(let text):
            guard let moment = Moment(text) else { throw QueryError("“\(text)” is no date.") }
            return Typed(node: .constant(.moment(moment)), kind: .moment, name: text)
        case .interval(let start, let end): return try interval(start, end)
        case .geometry(let geometry): return Self.shape([geometry], "the \(geometry.typeName)")
        case .geometryCollection(let parts): return Self.shape(parts, "the GeometryCollection")
        case .box(let box): return Self.shape(box.polygons, "the box")
        case .array(let items): return try list(items)
        case .call(let name, let arguments): return try call(name, arguments)
        }
    }

    private func call(_ name: String, _ arguments: [FilterExpression]) throws(QueryError) -> Typed {
        let known = CQL2.operators[name.lowercased()] ?? name.lowercased()
        if let arithmetic = Arithmetic(rawValue: known) { return try self.arithmetic(arithmetic, arguments) }
        let isCondition = CQL2.operators[name.lowercased()] != nil && known != "casei" && known != "accenti"
        guard isCondition || RowFunction.named(known) != nil else { return try function(known, arguments) }
        // A condition as a value: its rows are found in its own way first.
        let node = try condition(name, arguments)
        let evaluation = Evaluation(edition)
        let known2 = Node.known(
            evaluation.rows(of: node, where: true, among: nil), evaluation.rows(of: node, where: false, among: nil))
        return Typed(node: known2, kind: .boolean, name: "the condition “\(known)”")
    }

    private func property(_ name: String) throws(QueryError) -> Typed {
        if let column = edition.column(of: name) {
            let reading = edition.reading(column)
            return Typed(node: .column(column), kind: reading.kind, reading: reading, name: "“\(name)”")
        }
        if Edition.namesOfPlace.contains(name) { return Typed(node: .place, kind: .shape, name: "“\(name)”") }
        if name == Edition.nameOfIdentifier { return Typed(node: .identifier, kind: .text, name: "“\(name)”") }
        throw QueryError("There is no property “\(name)”.")
    }

    private func list(_ items: [FilterExpression]) throws(QueryError) -> Typed {
        var nodes: [Node] = []
        var bases: Set<Kind.Base> = []
        nodes.reserveCapacity(items.count)
        for item in items {
            let value = try value(item)
            guard !value.kind.isList, value.kind.base != .shape else {
                throw QueryError("\(value.name) cannot stand in a list.")
            }
            bases.insert(value.kind.base)
            nodes.append(value.node)
        }
        let kind = Kind(base: bases.count == 1 ? bases.first ?? .any : .any, isList: true)
        let constants = nodes.compactMap(\.constant)
        let node = constants.count == nodes.count ? Node.constant(.list(constants)) : .list(nodes)
        return Typed(node: node, kind: kind, name: "the list")
    }

    private static func shape(_ parts: [Geometry], _ name: String) -> Typed {
        Typed(node: .constant(.shape(parts)), kind: .shape, name: name)
    }

    static func count(_ name: String, _ wanted: Int, _ found: Int) -> QueryError {
        QueryError("“\(name)” takes \(wanted) arguments; there are \(found).")
    }
}

extension Edition {
    /// Where the column of a property stands; nil if no field bears the name.
    public func column(of name: String) -> Int? { table.fields.firstIndex(of: name) }

    /// The names of the position of a row, where no field bears them.
    public static let namesOfPlace = ["geometry", "geom", "the_geom", "geo_point_2d", "geo_shape"]
    /// The first of them that no field bears: a text may be called `geometry` too.
    public var nameOfPlace: String { Self.namesOfPlace.first { column(of: $0) == nil } ?? "geometry" }
    /// The name of the identifier of a row, where no field bears it.
    public static let nameOfIdentifier = "uid"
}

extension Extent {
    /// The box as polygons: two where it spans the antimeridian.
    var polygons: [Geometry] {
        guard west > east else { return [polygon] }
        return [
            Extent(west: west, south: south, east: 180, north: north).polygon,
            Extent(west: -180, south: south, east: east, north: north).polygon,
        ]
    }

    /// The box as a shape; a box without width or height is a line or a point.
    private var polygon: Geometry {
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
            .map { Coordinate(longitude: $0.0, latitude: $0.1) }
        if west == east, south == north { return .point(corners[0]) }
        if west == east || south == north { return .lineString([corners[0], corners[2]]) }
        return .polygon([corners])
    }
}
