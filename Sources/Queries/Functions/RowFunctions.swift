import Catalog
import Foundation
import Tables

/// A function that is a condition and finds its rows in its own way, by an index of the edition.
struct RowFunction: Sendable {
    let description: QueryFunction
    let rows: @Sendable (Resolver, [FilterExpression]) throws(QueryError) -> any RowTest

    static let all: [RowFunction] = [
        search("search", "Whether all words stand in the row, the last one maybe unfinished, whatever the accents."),
        search("suggest", "Whether all words stand in the row, each maybe unfinished, whatever the accents."),
        RowFunction(
            description: describe(
                "within_distance", [.geometry, .geometry, .number],
                "Whether a shape is no further from a point than so many metres.")
        ) { (resolver, arguments) throws(QueryError) in
            let (place, literal) = (try resolver.shape(arguments[0]), try resolver.shape(arguments[1]))
            guard case .number(let metres) = try resolver.value(arguments[2]).node.constant, metres >= 0 else {
                throw QueryError("The distance of “within_distance” is a number of metres.")
            }
            for (one, two) in [(place, literal), (literal, place)] {
                guard case .place = one, case .shape(let parts) = two.constant, parts.count == 1,
                    case .point(let centre) = parts[0]
                else { continue }
                return DistanceTest(resolver.edition, centre, metres)
            }
            throw QueryError("“within_distance” measures from the geometry of the row to a point.")
        },
        RowFunction(
            description: describe(
                "in_bbox", [.geometry, .number, .number, .number, .number],
                "Whether a shape touches a box: latitude and longitude of one corner, then of the opposite one.")
        ) { (resolver, arguments) throws(QueryError) in
            guard case .place = try resolver.shape(arguments[0]) else {
                throw QueryError("“in_bbox” looks at the geometry of the row.")
            }
            var bounds: [Double] = []
            for argument in arguments.dropFirst() {
                guard case .number(let number) = try resolver.value(argument).node.constant else {
                    throw QueryError("The bounds of “in_bbox” are numbers.")
                }
                bounds.append(number)
            }
            let box = Extent(
                west: min(bounds[1], bounds[3]), south: min(bounds[0], bounds[2]), east: max(bounds[1], bounds[3]),
                north: max(bounds[0], bounds[2]))
            return PlaceTest(resolver.edition, .intersects, Figure(box.polygons, resolver.geos))
        },
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.description.name, $0) })

    static func named(_ name: String) -> RowFunction? { byName[name.lowercased()] }

    private static func describe(
        _ name: String, _ parameters: [QueryFunction.ValueType], repeats: Bool = false, _ purpose: String
    ) -> QueryFunction {
        QueryFunction(name, parameters, repeats: repeats, to: .boolean, purpose) { _ in .unknown }
    }

    /// `search('words')` looks at all texts of the row; `search(one, two, 'words')` at those properties.
    private static func search(_ name: String, _ purpose: String) -> RowFunction {
        RowFunction(description: describe(name, [.text], repeats: true, purpose)) {
            (resolver, arguments) throws(QueryError) in
            guard
                case .text(let words) = try arguments.last.map({ (last) throws(QueryError) in
                    try resolver.value(last).node.constant ?? .unknown
                })
            else { throw QueryError("The words of “\(name)” are a text.") }
            var columns: [Int] = []
            for argument in arguments.dropLast() {
                let value = try resolver.value(argument)
                guard case .column(let column) = value.node else {
                    throw QueryError("“\(name)” looks at properties, not at \(value.name).")
                }
                columns.append(column)
            }
            return SearchTest(
                resolver.edition, columns.isEmpty ? nil : columns, words: words, areBeginnings: name == "suggest")
        }
    }
}

extension Resolver {
    /// A call of a function that finds its rows itself; nil if there is none of that name.
    func rowFunction(_ name: String, _ arguments: [FilterExpression]) throws(QueryError) -> (any RowTest)? {
        guard let function = RowFunction.named(name) else { return nil }
        guard function.description.takes(arguments.count) else {
            throw QueryError("“\(name)” does not take \(arguments.count) arguments.")
        }
        return try function.rows(self, arguments)
    }
}
