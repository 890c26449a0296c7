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
        if size == .page { try endWindow() }
        hasLinks = try Self.truth(request, "include_links")
        hasAppMetas = try Self.truth(request, "include_app_metas")
        refinements = try Self.facets(request, "refine")
        exclusions = try Self.facets(request, "exclude")
    }

    /// How many of the first records can be read page by page.
    static let window = 10_000
    /// How many of the first groups can.
    private static let windowOfGroups = 20_000

    /// The last page ends where the window does: what a page may hold does not depend on where it begins, so that it
    /// can be described.
    private mutating func endWindow() throws(ExploreError) {
        let window = isGrouped ? Self.windowOfGroups : Self.window
        guard offset < window else {
            throw .parameter("offset + limit", "\(offset) + \(limit ?? 0)", expected: "offset + limit <= \(window)")
        }
        limit = limit.map { min($0, window - offset) }
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
        if let name = try Self.single(request, "timezone") {
            guard name.utf8.count <= 60, let zone = TimeZone(identifier: name) else {
                throw .parameter("timezone", name, expected: "a time zone of the IANA database")
            }
            context.timeZone = zone
            tellsTimeZone = zone.secondsFromGMT(for: context.now) != 0 || zone.nextDaylightSavingTimeTransition != nil
        }
        if let name = try Self.single(request, "lang"), !name.isEmpty {
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

    /// The values of a parameter that are not blank.
    private static func texts(_ request: APIRequest, _ name: String) -> [String] {
        request.parameters.filter { $0.name == name && !$0.value.utf8.allSatisfy { $0 <= 0x20 } }.map(\.value)
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

    /// The value of a parameter that may come once.
    static func single(_ request: APIRequest, _ name: String) throws(ExploreError) -> String? {
        let texts = request.parameters.filter { $0.name == name }.map(\.value)
        guard texts.count < 2 else {
            throw .parameter(name, texts.joined(separator: ", "), expected: "one value")
        }
        return texts.first
    }

    private static func whole(
        _ request: APIRequest, _ name: String, _ bounds: some RangeExpression<Int>
    ) throws(ExploreError) -> Int? {
        guard let text = try single(request, name), !text.isEmpty else { return nil }
        guard let number = Int(clamping: text) else { throw .parameter(name, text, expected: "an integer") }
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
        switch try single(request, name)?.lowercased() {
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
        for text in request.parameters.filter({ $0.name == name }).map(\.value) {
            // The sign is looked for among the bytes: what follows it may be one character with it.
            guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else {
                throw .parameter(name, text, expected: "<facet name>:<facet value>")
            }
            var value = text[text.utf8.index(after: colon)...]
            if value.count >= 2, let quote = value.first, quote == value.last, quote == "\"" || quote == "'" {
                value = value.dropFirst().dropLast()
            }
            facets.append((String(text[..<colon]), String(value)))
        }
        guard facets.count <= 200 else { throw .parameter(name, "\(facets.count) values", expected: "at most 200") }
        return facets
    }
}
