import Editions
import Foundation
import Queries
import Schemas
import Tables

/// How often each value of a field occurs among the records that a question means.
struct ExploreFacets {
    /// A facet that is asked for: a field, or `facet(name="field", sort="count", limit=20)`.
    struct Wanted {
        var field: String
        var sort = "count"
        var limit = 1000
    }

    private let edition: Edition
    private let question: ExploreQuestion
    private let wanted: [Wanted]

    init(_ request: APIRequest, edition: Edition, now: Date) throws(ExploreError) {
        self.edition = edition
        question = try ExploreQuestion(request, size: .page, now: now)
        var wanted: [Wanted] = []
        for text in request.parameters.filter({ $0.name == "facet" }).map(\.value) {
            wanted.append(try Self.wanted(text, edition))
        }
        guard wanted.count <= 100 else { throw .parameter("facet", "\(wanted.count) facets", expected: "at most 100") }
        if wanted.isEmpty {
            wanted = edition.table.fields.filter { edition.schema.field($0)?.isFacet == true }.map { Wanted(field: $0) }
        }
        self.wanted = wanted
    }

    /// `{"links":[…],"facets":[{"name","facets":[{"count","state","name","value"}]}]}`
    func answer(address: String, source: String) throws(ExploreError) -> APIResponse {
        var rows: [Int]?
        if let filter = try question.filter(of: edition) {
            do { rows = try edition.select(Query(filter: filter)).rows } catch { throw .clause("where", error) }
        }
        let document: JSON = [
            "links": [["href": .text(address), "rel": "self"], ["href": .text(source), "rel": "source"]],
            "facets": .array(
                wanted.compactMap { facet in
                    facets(facet, rows).map { ["name": .text(facet.field), "facets": .array($0)] }
                }),
        ]
        return .bytes(document.bytes, ExploreAPI.json)
    }

    // MARK: Reading

    private static func wanted(_ text: String, _ edition: Edition) throws(ExploreError) -> Wanted {
        var wanted = Wanted(field: text)
        if text.lowercased().hasPrefix("facet("), text.hasSuffix(")") {
            for part in text.dropFirst(6).dropLast().split(separator: ",") {
                let pair = part.split(separator: "=", maxSplits: 1).map {
                    $0.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
                }
                guard pair.count == 2 else { throw .parameter("facet", text, expected: "facet(name=\"field\")") }
                switch pair[0].lowercased() {
                case "name": wanted.field = pair[1]
                case "sort": wanted.sort = pair[1]
                case "limit":
                    guard let limit = Int(pair[1]), (0...20_000).contains(limit) else {
                        throw .parameter("facet", text, expected: "0 <= limit <= 20000")
                    }
                    wanted.limit = limit
                default: break
                }
            }
        }
        guard edition.column(named: wanted.field) != nil else {
            throw .clause("facet", QueryError("Unknown field: \(wanted.field.prefix(100))"))
        }
        return wanted
    }

    // MARK: Counting

    private func facets(_ facet: Wanted, _ rows: [Int]?) -> [JSON]? {
        guard let column = edition.column(named: facet.field) else { return nil }
        let cells = edition.table.columns[column]
        let terms = edition.kept { _ in ExploreTerms() }.terms(of: column, edition)
        let counts = terms.counts(Self.counts(cells, rows))
        if terms.isPeriods { return dates(facet, terms, counts) }
        let refined = Set(question.refinements.filter { $0.field == facet.field }.map(\.value))
        let found = terms.words.indices.filter { counts[$0] > 0 }.map { (terms.words[$0], counts[$0]) }
        return Self.sorted(found, facet).map { value, count in
            Self.entry(count, isRefined: refined.contains(value), name: value, value: value)
        } + excluded(facet)
    }

    /// How many of the rows hold each distinct value.
    private static func counts(_ cells: Cells, _ rows: [Int]?) -> [Int] {
        guard let rows else { return cells.counts() }
        var counts = [Int](repeating: 0, count: cells.distinctCount)
        cells.codes.withUnsafeBufferPointer { codes in
            for row in rows { counts[Int(codes[row])] += 1 }
        }
        return counts
    }

    /// Years; the months of those that are refined, and the days of those.
    private func dates(_ facet: Wanted, _ terms: ExploreTerms.Terms, _ counts: [Int]) -> [JSON] {
        var periods: [[String: Int]] = [[:], [:], [:]]
        for place in terms.words.indices where counts[place] > 0 {
            let period = terms.words[place]
            let depth = period.utf8.count == 4 ? 0 : period.utf8.count == 7 ? 1 : 2
            periods[depth][period] = counts[place]
        }
        let refined = question.refinements.filter { $0.field == facet.field }.map {
            $0.value.split(separator: "-").joined(separator: "/")
        }
        func entries(_ parent: String?, _ depth: Int) -> [JSON] {
            let here = periods[depth].filter { parent == nil || $0.key.hasPrefix(parent.map { $0 + "/" } ?? "") }
            return here.sorted { $0.key < $1.key }.map { period, count in
                let isRefined = refined.contains { $0 == period || $0.hasPrefix(period + "/") }
                let name = String(period.split(separator: "/").last ?? "")
                let entry = Self.entry(count, isRefined: isRefined, name: name, value: period)
                return isRefined && depth < 2 ? entry.with("facets", .array(entries(period, depth + 1))) : entry
            }
        }
        return entries(nil, 0) + excluded(facet)
    }

    private func excluded(_ facet: Wanted) -> [JSON] {
        question.exclusions.filter { $0.field == facet.field }.map { exclusion in
            ["state": "excluded", "name": .text(exclusion.value), "value": .text(exclusion.value)]
        }
    }

    private static func entry(_ count: Int, isRefined: Bool, name: String, value: String) -> JSON {
        [
            "count": .integer(count), "state": isRefined ? "refined" : "displayed", "name": .text(name),
            "value": .text(value),
        ]
    }

    /// The most frequent first, unless something else is asked for.
    private static func sorted(_ all: [(String, Int)], _ facet: Wanted) -> [(String, Int)] {
        let sorted =
            switch facet.sort {
            case "-count": all.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            case "alphanum": all.sorted { $0.0 < $1.0 }
            case "-alphanum": all.sorted { $0.0 > $1.0 }
            case "num": all.sorted { (Double($0.0) ?? 0) < (Double($1.0) ?? 0) }
            case "-num": all.sorted { (Double($0.0) ?? 0) > (Double($1.0) ?? 0) }
            default: all.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
            }
        return Array(sorted.prefix(facet.limit))
    }
}
