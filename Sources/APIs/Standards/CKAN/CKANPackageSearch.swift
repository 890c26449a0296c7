import Catalog
import Foundation
import Schemas

/// `package_search`: the datasets that have some words or values, with counts of values.
struct CKANPackageSearch {
    private let catalogue: CKANCatalogue
    private let arguments: CKANArguments
    /// The most packages that one answer holds.
    private static let most = 1000

    init(_ catalogue: CKANCatalogue, _ arguments: CKANArguments) {
        self.catalogue = catalogue
        self.arguments = arguments
    }

    /// `{"count","facets","results","sort","search_facets"}`
    func result() throws(CKANError) -> JSON {
        let rows = try arguments.count("rows", usual: 10, greatest: Self.most)
        let start = try arguments.count("start", usual: 0)
        let found = try sorted(found())
        let (facets, described) = try facets(found)
        return [
            "count": .integer(found.count), "facets": facets,
            "results": .array(found.dropFirst(start).prefix(rows).map(catalogue.package)),
            "sort": .text(try arguments.text("sort") ?? "score desc, metadata_modified desc"),
            "search_facets": described,
        ]
    }

    private func found() throws(CKANError) -> [DatasetRecord] {
        var searches = [try CKANSearch(try arguments.text("q") ?? "")]
        var filters: [String] = []
        if let text = try? arguments.text("fq"), case .text? = arguments["fq"] { filters.append(text) }
        if case .array? = arguments["fq"] { filters += try arguments.words("fq") ?? [] }
        filters += try arguments.words("fq_list") ?? []
        for filter in filters { searches.append(try CKANSearch(filter)) }
        return catalogue.records.filter { record in searches.allSatisfy { $0.finds(record, in: catalogue) } }
    }

    /// What datasets can be sorted by; they have no score, and stand in the order of the catalogue instead.
    static let sortable = [
        "score", "name", "id", "title", "title_string", "metadata_created", "metadata_modified", "last_modified",
    ]

    private func sorted(_ records: [DatasetRecord]) throws(CKANError) -> [DatasetRecord] {
        var sorted = records
        // The last key first: what is equal stays as it stands.
        for (name, isDescending) in try sortKeys().reversed() where name != "score" {
            let words = sorted.map { Self.words($0, name) }
            let order = sorted.indices.sorted {
                words[$0] == words[$1] ? $0 < $1 : (words[$0] < words[$1]) != isDescending
            }
            sorted = order.map { sorted[$0] }
        }
        return sorted
    }

    /// `title_string desc, name`; `rank` and `none` leave things as they are.
    private func sortKeys() throws(CKANError) -> [(name: String, isDescending: Bool)] {
        let text = try arguments.text("sort")?.lowercased() ?? ""
        guard !text.isEmpty, text != "rank", text != "none" else { return [] }
        var keys: [(name: String, isDescending: Bool)] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let words = part.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let name = words.first, Self.sortable.contains(name), words.count <= 2,
                words.count == 1 || words[1] == "asc" || words[1] == "desc"
            else { throw .search("Search Query is invalid: \"Can't sort by \(part.prefix(60))\"") }
            keys.append((name, words.last == "desc"))
        }
        return keys
    }

    private static func words(_ record: DatasetRecord, _ name: String) -> String {
        switch name {
        case "name", "id": record.name
        case "title", "title_string": record.schema.title.lowercased()
        case "metadata_created": CKANCatalogue.time(record.firstPublished)
        default: CKANCatalogue.time(record.lastPublished)
        }
    }

    // MARK: Facets

    private func facets(_ found: [DatasetRecord]) throws(CKANError) -> (plain: JSON, described: JSON) {
        let names = try arguments.list("facet.field") ?? []
        guard names.count <= 50 else { throw .search("Search Query is invalid: too many facets") }
        if let unknown = names.first(where: { !Self.isField($0) }) {
            throw .search("Search Query is invalid: \"undefined field: \(unknown.prefix(60))\"")
        }
        let limit = try facetLimit()
        var (plain, described): ([JSON.Member], [JSON.Member]) = ([], [])
        for name in names {
            var counts: [String: Int] = [:]
            for record in found {
                for value in Set(CKANSearch.values(of: record, name, catalogue)) { counts[value, default: 0] += 1 }
            }
            let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
            plain.append(
                .init(name: name, value: .object(sorted.map { .init(name: $0.key, value: .integer($0.value)) })))
            let items = sorted.map { item -> JSON in
                ["name": .text(item.key), "display_name": .text(title(name, item.key)), "count": .integer(item.value)]
            }
            described.append(.init(name: name, value: ["title": .text(name), "items": .array(items)]))
        }
        return (.object(plain), .object(described))
    }

    /// Fields of the index; those of other sites may be named, and have no values.
    private static func isField(_ name: String) -> Bool {
        CKANSearch.fields.contains(name) || ["extras_", "vocab_", "res_"].contains(where: name.hasPrefix)
    }

    /// How many values of each field are counted; less than zero is all.
    private func facetLimit() throws(CKANError) -> Int {
        let limit = try arguments.whole("facet.limit") ?? 50
        return limit < 0 ? .max : limit
    }

    private func title(_ facet: String, _ value: String) -> String {
        guard facet == "organization" else { return value }
        return catalogue.organizations.first { $0.name == value }?.title ?? value
    }
}
