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

    private func sorted(_ records: [DatasetRecord]) throws(CKANError) -> [DatasetRecord] {
        let keys = (try arguments.text("sort") ?? "").split(separator: ",").map {
            $0.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        }
        guard let key = keys.first(where: { $0.first != "score" && $0.first != "none" }), let name = key.first else {
            return records
        }
        func words(_ record: DatasetRecord) -> String {
            switch name {
            case "name", "id": record.name
            case "title", "title_string": record.schema.title.lowercased()
            case "metadata_created": CKANCatalogue.time(record.firstPublished)
            default: CKANCatalogue.time(record.lastPublished)
            }
        }
        guard
            ["name", "id", "title", "title_string", "metadata_created", "metadata_modified", "last_modified"].contains(
                name)
        else { throw .search("Search Query is invalid: \"Can't sort by \(name.prefix(60))\"") }
        let ascending = records.sorted { (words($0), $0.name) < (words($1), $1.name) }
        return key.last == "desc" ? ascending.reversed() : ascending
    }

    // MARK: Facets

    private func facets(_ found: [DatasetRecord]) throws(CKANError) -> (plain: JSON, described: JSON) {
        let names = try arguments.words("facet.field") ?? []
        guard names.count <= 50 else { throw .search("Search Query is invalid: too many facets") }
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

    private func facetLimit() throws(CKANError) -> Int {
        if try arguments.text("facet.limit") == "-1" { return .max }
        return try arguments.count("facet.limit", usual: 50)
    }

    private func title(_ facet: String, _ value: String) -> String {
        guard facet == "organization" else { return value }
        return catalogue.organizations.first { $0.name == value }?.title ?? value
    }
}
