import Catalog
import Editions
import Queries
import Schemas
import Tables

/// Which items of a collection are asked for, in which form.
struct ItemQuestion {
    /// What must be true of an item, and the order.
    var query: Query
    /// How many items a page has at most.
    var limit: Int
    /// Where the page begins; nil is at the beginning.
    var token: PageToken?
    /// The coordinates of the answer.
    var system: CoordinateSystem

    /// How many items a page has where nobody says it, and at most.
    static let usualLimit = 100
    static let greatestLimit = 10_000
    /// How many properties items are sorted by at most.
    static let mostKeys = 8

    /// The parameters of items, beside the properties.
    static let names: Set<String> = [
        "limit", "bbox", "bbox-crs", "crs", "datetime", "filter", "filter-lang", "filter-crs", "sortby", "cursor",
    ]

    /// Reads the parameters of a request for the items of a collection. `communes` gives the codes that stand for a
    /// commune that is asked for.
    init(
        _ parameters: Parameters, of source: FeatureSource, communes: (String) -> Set<String>
    ) throws(Problem) {
        limit = try parameters.count("limit", greatest: Self.greatestLimit, usual: Self.usualLimit)
        system = try CoordinateSystem.named("crs", in: parameters)
        if let text = parameters["cursor"] {
            guard let read = PageToken(text) else {
                throw .badRequest("The parameter “cursor” is taken from the links of a page; it is not made by hand.")
            }
            token = read
        }
        var parts: [FilterExpression] = []
        if let box = try BoundingBox.filter(parameters, of: source.edition.nameOfPlace) { parts.append(box) }
        if let time = try TimeRange.filter(parameters, of: source.time) { parts.append(time) }
        if let filter = try WrittenFilter.expression(parameters) { parts.append(filter) }
        for field in source.fields {
            if source.itemType == .record, RecordQuestion.names.contains(field.name) { continue }
            guard let text = parameters[Self.parameter(of: field)] else { continue }
            parts.append(try PropertyFilter.equality(field, text, in: source, communes: communes))
        }
        query = Query(
            filter: parts.isEmpty ? nil : parts.count == 1 ? parts[0] : .call("and", parts),
            sort: try Self.sort(parameters["sortby"], in: source))
        if let name = source.communeParameter, let code = parameters[name] {
            let releases = source.edition.record.releases
            let codes = communes(code)
            let owned = releases.map { codes.contains($0.commune.code) }
            query.rows = (0..<source.edition.rowCount).filter { owned[Int(source.edition.owners[$0])] }
        }
        if source.itemType == .record { try RecordQuestion.narrow(&query, parameters, in: source) }
    }

    /// The parameter of a property: its name, unless a parameter of the standard bears it already.
    static func parameter(of field: Field) -> String {
        taken.contains(field.name) ? "properties.\(field.name)" : field.name
    }

    private static let taken = names.union(OGCVisit.commonParameters)

    /// All parameters of the items of a collection.
    static func parameters(of source: FeatureSource) -> Set<String> {
        var all = names.union(source.fields.map(parameter))
        if let commune = source.communeParameter { all.insert(commune) }
        if source.itemType == .record { all.formUnion(RecordQuestion.names) }
        return all
    }

    /// `+nom,-surface`. A plus sign that was not encoded arrives as a space.
    private static func sort(_ text: String?, in source: FeatureSource) throws(Problem) -> [SortKey] {
        guard let text else { return [] }
        let parts = text.split(separator: ",", maxSplits: mostKeys, omittingEmptySubsequences: false)
        guard parts.count <= mostKeys else {
            throw .badRequest("The parameter “sortby” names at most \(mostKeys) properties.")
        }
        var keys: [SortKey] = []
        for part in parts {
            let descending = part.hasPrefix("-")
            let isSigned = descending || part.hasPrefix("+") || part.hasPrefix(" ")
            let name = String(isSigned ? part.dropFirst() : part)
            guard let field = source.fields.first(where: { $0.name == name }), !field.isList else {
                throw .badRequest("The parameter “sortby” names “\(name)”, by which nothing can be sorted.")
            }
            keys.append(SortKey(property: field.name, descending: descending))
        }
        return keys
    }
}

/// One page of the items that answer a question.
struct ItemPage {
    /// The rows of the page.
    var rows: [Int]
    /// How many items answer the question in all.
    var matched: Int
    /// The beginning of the next page; nil on the last one.
    var next: PageToken?
    /// The beginning of the previous page; nil on the first one.
    var previous: PageToken?

    /// Looks for the items.
    init(_ question: ItemQuestion, in edition: Edition) throws(Problem) {
        let query = question.query
        var start = question.token?.offset ?? 0
        if let token = question.token, token.tag != edition.tag {
            start = try Self.begin(token, query, in: edition)
        }
        let previousStart = max(0, start - question.limit)
        // One more before the previous page: its token names it.
        let from = max(0, previousStart - 1)
        let window: [Int]
        if query.filter == nil, query.rows == nil, query.sort.isEmpty {
            matched = edition.rowCount
            let end = min(matched, start + question.limit)
            window = from < end ? Array(from..<end) : []
        } else {
            var windowed = query
            windowed.offset = from
            windowed.limit = start - from + question.limit
            let selection = try Self.select(windowed, in: edition)
            (window, matched) = (selection.rows, selection.matched)
        }
        rows = Array(window.dropFirst(start - from))
        if let last = rows.last, start + rows.count < matched {
            next = PageToken(offset: start + rows.count, tag: edition.tag, uid: edition.uids[last])
        }
        if start > 0, matched > 0 {
            let before = previousStart > 0 ? window.first.map { edition.uids[$0] } : ""
            previous = PageToken(offset: previousStart, tag: edition.tag, uid: before ?? "")
        }
    }

    private static func select(_ query: Query, in edition: Edition) throws(Problem) -> Selection {
        do throws(QueryError) {
            return try edition.select(query)
        } catch {
            throw .badRequest(error.message)
        }
    }

    /// Where the page of a token of another edition begins in this one.
    private static func begin(_ token: PageToken, _ query: Query, in edition: Edition) throws(Problem) -> Int {
        guard token.offset > 0, let row = edition.row(of: token.uid) else { return token.offset }
        if query.filter == nil, query.rows == nil, query.sort.isEmpty { return row + 1 }
        let all = try select(query, in: edition).rows
        if query.sort.isEmpty { return all.firstIndex { $0 > row } ?? all.count }
        return all.firstIndex(of: row).map { $0 + 1 } ?? token.offset
    }
}
