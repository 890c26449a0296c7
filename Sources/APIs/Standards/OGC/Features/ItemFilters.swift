import Catalog
import Queries
import Schemas
import Tables

/// `bbox` and `bbox-crs`: items in a rectangle, and those whose place is not known.
enum BoundingBox {
    /// - Parameter place: What the place of an item is called.
    static func filter(_ parameters: Parameters, of place: String) throws(Problem) -> FilterExpression? {
        let system = try CoordinateSystem.named("bbox-crs", in: parameters)
        guard let numbers = try parameters.numbers("bbox") else { return nil }
        guard numbers.count == 4 || numbers.count == 6 else {
            throw .badRequest("The parameter “bbox” must have 4 or 6 numbers.")
        }
        let half = numbers.count / 2
        let (low, high) = ((numbers[0], numbers[1]), (numbers[half], numbers[half + 1]))
        let unknown = FilterExpression.call("isNull", [.property(place)])
        // Where the system does not reach, nothing can be. A rectangle upside down holds nothing either.
        guard let extent = Reprojection(system).extent(low, high), extent.south <= extent.north else { return unknown }
        return .call("or", [unknown, .call("s_intersects", [.property(place), .box(extent)])])
    }
}

/// `datetime`: items of an instant or of an interval, and those without a date.
enum TimeRange {
    static func filter(_ parameters: Parameters, of time: FilterExpression?) throws(Problem) -> FilterExpression? {
        guard let text = parameters["datetime"] else { return nil }
        let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        let range: FilterExpression
        switch parts.count {
        case 1: range = try instant(parts[0])
        case 2: range = .interval(try bound(parts[0]), try bound(parts[1]))
        default: throw wrong
        }
        guard let time else { return nil }
        if case .interval(.text, .text) = range { return nil }
        guard case .property = time else { return .call("t_intersects", [time, range]) }
        return .call("or", [.call("isNull", [time]), .call("t_intersects", [time, range])])
    }

    private static func bound(_ text: String) throws(Problem) -> FilterExpression {
        text.isEmpty || text == ".." ? .text("..") : try instant(text)
    }

    private static func instant(_ text: String) throws(Problem) -> FilterExpression {
        if Instants.isDay(text) { return .date(text) }
        // GDAL asks for a day like this.
        if text.hasSuffix("T"), Instants.isDay(String(text.dropLast())) { return .date(String(text.dropLast())) }
        guard Instants.isInstant(text) else { throw wrong }
        return .timestamp(text)
    }

    private static let wrong = Problem.badRequest(
        "The parameter “datetime” must be a date or an instant (RFC 3339), or two of them with a “/” between; “..” is an open end."
    )
}

/// `filter`, `filter-lang` and `filter-crs`: CQL2.
enum WrittenFilter {
    /// Longer filters are refused before they are read.
    private static let most = 100_000

    static func expression(_ parameters: Parameters) throws(Problem) -> FilterExpression? {
        _ = try parameters.choice("filter-lang", of: ["cql2-text", "cql2-json"])
        let system = try CoordinateSystem.named("filter-crs", in: parameters)
        guard let text = parameters["filter"] else { return nil }
        guard text.utf8.count <= most else { throw .badRequest("The filter is too long.") }
        let expression: FilterExpression
        do throws(QueryError) {
            // What the filter looks like decides: a JSON object can be no text of CQL2, and the other way round.
            let isJSON = text.utf8.first { $0 > 0x20 } == UInt8(ascii: "{")
            expression = try isJSON ? CQL2.json(Array(text.utf8)) : CQL2.text(text)
        } catch {
            let place = error.position.map { " (at byte \($0) of the filter)" } ?? ""
            throw .badRequest(error.message + place)
        }
        return system == .crs84 ? expression : try FilterShapes(system).moved(expression)
    }
}

/// Moves the shapes of a filter from a coordinate reference system to degrees.
struct FilterShapes {
    private let reprojection: Reprojection

    init(_ system: CoordinateSystem) { reprojection = Reprojection(system) }

    /// The same filter with its shapes in degrees.
    func moved(_ expression: FilterExpression) throws(Problem) -> FilterExpression {
        switch expression {
        case .geometry(let shape): return .geometry(try moved(shape))
        case .geometryCollection(let shapes):
            var all: [Geometry] = []
            for shape in shapes { all.append(try moved(shape)) }
            return .geometryCollection(all)
        case .box(let box):
            guard let extent = reprojection.extent((box.west, box.south), (box.east, box.north)) else {
                throw Self.outside
            }
            return .box(extent)
        case .array(let items): return .array(try moved(items))
        case .call(let name, let arguments): return .call(name, try moved(arguments))
        case .interval, .property, .text, .number, .boolean, .null, .date, .timestamp: return expression
        }
    }

    private func moved(_ all: [FilterExpression]) throws(Problem) -> [FilterExpression] {
        var moved: [FilterExpression] = []
        for one in all { moved.append(try self.moved(one)) }
        return moved
    }

    private func moved(_ shape: Geometry) throws(Problem) -> Geometry {
        switch shape {
        case .point(let place): .point(try moved(place))
        case .multiPoint(let places): .multiPoint(try moved(places))
        case .lineString(let places): .lineString(try moved(places))
        case .multiLineString(let lines): .multiLineString(try moved(lines))
        case .polygon(let rings): .polygon(try moved(rings))
        case .multiPolygon(let polygons):
            .multiPolygon(try polygons.map { (rings) throws(Problem) in try moved(rings) })
        }
    }

    private func moved(_ lines: [[Coordinate]]) throws(Problem) -> [[Coordinate]] {
        try lines.map { (line) throws(Problem) in try moved(line) }
    }

    private func moved(_ places: [Coordinate]) throws(Problem) -> [Coordinate] {
        try places.map { (place) throws(Problem) in try moved(place) }
    }

    private func moved(_ place: Coordinate) throws(Problem) -> Coordinate {
        guard let moved = reprojection.place(place.longitude, place.latitude) else { throw Self.outside }
        return moved
    }

    private static let outside = Problem.badRequest("The filter has coordinates that its “filter-crs” does not reach.")
}

/// A property as a parameter: items that have exactly this value.
enum PropertyFilter {
    static func equality(
        _ field: Field, _ text: String, in source: FeatureSource, communes: (String) -> Set<String>
    ) throws(Problem) -> FilterExpression {
        let property = FilterExpression.property(field.name)
        if field.isList { return .call("a_contains", [property, .array([.text(text)])]) }
        if field.name == source.communeField {
            return .call("in", [property, .array(communes(text).sorted().map(FilterExpression.text))])
        }
        return .call("=", [property, try value(field, text)])
    }

    /// The value of a parameter, typed as its field is.
    private static func value(_ field: Field, _ text: String) throws(Problem) -> FilterExpression {
        switch field.type {
        case .integer, .year:
            guard let number = Parameters.number(text), number == number.rounded(), !text.contains(".") else {
                throw .badRequest("The parameter “\(field.name)” must be a whole number.")
            }
            return .number(number)
        case .number:
            guard let number = Parameters.number(text) else {
                throw .badRequest("The parameter “\(field.name)” must be a number.")
            }
            return .number(number)
        case .boolean:
            // GDAL asks with 1 and 0.
            guard let truth = ["true": true, "false": false, "1": true, "0": false][text] else {
                throw .badRequest("The parameter “\(field.name)” must be true or false.")
            }
            return .boolean(truth)
        case .date:
            guard Instants.isDay(text) else {
                throw .badRequest("The parameter “\(field.name)” must be a date, such as 2024-02-29.")
            }
            return .date(text)
        case .datetime:
            guard Instants.isInstant(text) else {
                throw .badRequest("The parameter “\(field.name)” must be an instant, such as 2024-02-29T08:30:00Z.")
            }
            return .timestamp(text)
        default: return .text(text)
        }
    }
}
