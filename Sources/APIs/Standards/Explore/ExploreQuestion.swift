import Texts
import Foundation
import Queries

/// What a request asks of the records of a dataset, or of the catalogue: its parameters, read and verified.
struct ExploreQuestion: Sendable {
    /// How much may be asked for at once.
    enum Size: Sendable {
        /// A page: at most 100 rows (20,000 groups), of the first 10,000 (20,000).
        case page
        /// A file: everything, unless less is asked for.
        case file
    }

    var selection: [ODSQLSelected] = []
    var conditions: [FilterExpression] = []
    var grouping: [ODSQLGrouped] = []
    var order: [ODSQLOrdered] = []
    /// How many; nil is all.
    var limit: Int?
    var offset = 0
    /// Values that facets must have, or must not.
    var refinements: [(field: String, value: String)] = []
    var exclusions: [(field: String, value: String)] = []
    var language = "fr"
    var context: ODSQL.Context
    /// Whether times are to be told in a zone of the client's.
    var tellsTimeZone = false
    var hasLinks = false
    var hasAppMetas = false

    /// The languages that the parameter `lang` knows.
    static let languages = ["en", "fr", "nl", "pt", "it", "ar", "de", "es", "ca", "eu", "sv"]

    init(_ request: APIRequest, size: Size, now: Date) throws(ExploreError) {
        context = ODSQL.Context(now: now)
        language = request.language.rawValue
        try readTimeZoneAndLanguage(request)
        try readClauses(request)
        limit = try Self.limit(request, size: size, hasGroups: isGrouped)
        offset = try Self.whole(request, "offset", 0...) ?? 0
        let most = isGrouped ? 20_000 : 10_000
        if size == .page, let limit, offset > most - limit {
            throw .parameter("offset + limit", "\(offset) + \(limit)", expected: "offset + limit <= \(most)")
        }
        hasLinks = try Self.truth(request, "include_links")
        hasAppMetas = try Self.truth(request, "include_app_metas")
        refinements = try Self.facets(request, "refine")
        exclusions = try Self.facets(request, "exclude")
    }

    /// Whether the answer is groups: there is a `group_by`, or something is worked out of many rows.
    var isGrouped: Bool {
        if !grouping.isEmpty { return true }
        return selection.contains { selected in
            if case .value(let value, _) = selected { return value.isAggregate }
            return false
        }
    }

    // MARK: Reading

    private mutating func readTimeZoneAndLanguage(_ request: APIRequest) throws(ExploreError) {
        if let name = request.parameter("timezone") {
            guard name.utf8.count <= 60, let zone = TimeZone(identifier: name) else {
                throw .parameter("timezone", name, expected: "a time zone of the IANA database")
            }
            context.timeZone = zone
            tellsTimeZone = zone.secondsFromGMT(for: context.now) != 0 || zone.nextDaylightSavingTimeTransition != nil
        }
        if let name = request.parameter("lang"), !name.isEmpty {
            guard Self.languages.contains(name) else {
                throw .parameter("lang", name, expected: "one of \(Self.languages.joined(separator: ", "))")
            }
            language = name
        }
        context.language = language
    }

    private mutating func readClauses(_ request: APIRequest) throws(ExploreError) {
        let context = context
        for text in Self.texts(request, "where") {
            do { conditions.append(try ODSQL.condition(text, in: context)) } catch {
                throw .clause("where", error, in: text)
            }
        }
        for text in Self.texts(request, "select") {
            do { selection += try ODSQL.selection(text, in: context) } catch {
                throw .clause("select", error, in: text)
            }
        }
        for text in Self.texts(request, "group_by") {
            do { grouping += try ODSQL.grouping(text, in: context) } catch {
                throw .clause("group_by", error, in: text)
            }
        }
        for text in Self.texts(request, "order_by") {
            do { order += try ODSQL.order(text, in: context) } catch {
                throw .clause("order_by", error, in: text)
            }
        }
        guard conditions.count <= 100, selection.count <= 500, grouping.count <= 10, order.count <= 20 else {
            throw .clause("select", QueryError("The question has too many parts"))
        }
    }

    /// The values of a parameter that are not empty.
    private static func texts(_ request: APIRequest, _ name: String) -> [String] {
        request.parameters.filter { $0.name == name && $0.value.contains { !$0.isWhitespace } }.map(\.value)
    }

    private static func limit(_ request: APIRequest, size: Size, hasGroups: Bool) throws(ExploreError) -> Int? {
        switch size {
        case .page:
            let most = hasGroups ? 20_000 : 100
            guard let limit = try whole(request, "limit", -1...most) else { return 10 }
            return limit < 0 ? most : limit
        case .file:
            guard let limit = try whole(request, "limit", (-1)...) else { return nil }
            return limit < 0 ? nil : limit
        }
    }

    private static func whole(
        _ request: APIRequest, _ name: String, _ bounds: some RangeExpression<Int>
    ) throws(ExploreError) -> Int? {
        guard let text = request.parameter(name), !text.isEmpty else { return nil }
        guard let number = Int(text) else { throw .parameter(name, text, expected: "an integer") }
        guard bounds.contains(number) else {
            let expected =
                switch bounds {
                case let closed as ClosedRange<Int>: "\(closed.lowerBound) <= \(name) <= \(closed.upperBound)"
                case let open as PartialRangeFrom<Int>: "\(name) >= \(open.lowerBound)"
                default: "another value"
                }
            throw .parameter(name, text, expected: expected)
        }
        return number
    }

    private static func truth(_ request: APIRequest, _ name: String) throws(ExploreError) -> Bool {
        switch request.parameter(name)?.lowercased() {
        case nil, "", "false", "0": return false
        case "true", "1": return true
        case let text?: throw .parameter(name, text, expected: "true or false")
        }
    }

    /// `refine=field:value`; quotes around the value are left out.
    private static func facets(
        _ request: APIRequest, _ name: String
    ) throws(ExploreError) -> [(field: String, value: String)] {
        var facets: [(field: String, value: String)] = []
        for text in texts(request, name) {
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw .parameter(name, text, expected: "<facet name>:<facet value>")
            }
            var value = parts[1]
            if value.count >= 2, let quote = value.first, quote == value.last, quote == "\"" || quote == "'" {
                value = value.dropFirst().dropLast()
            }
            facets.append((String(parts[0]), String(value)))
        }
        guard facets.count <= 200 else { throw .parameter(name, "\(facets.count) values", expected: "at most 200") }
        return facets
    }
}
