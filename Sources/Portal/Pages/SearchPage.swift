public import Catalog
public import Markup
import Schemas
import Spelling
public import Editions
import Tables
public import Texts

/// What answers to some words: datasets, communes, objects.
public struct SearchPage: Page {
    let words: String
    let records: [DatasetRecord]
    let hits: [(record: DatasetRecord, rows: RowPage)]

    /// The answers to a search. `hits` holds the first rows of each dataset that has any.
    public init(words: String, records: [DatasetRecord], hits: [(record: DatasetRecord, rows: RowPage)]) {
        self.words = words
        self.records = records
        self.hits = hits
    }

    public var title: Text { Words.searchTitle }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        let communes = found(in: site.communes, \.name)
        let datasets = found(in: records) {
            $0.schema.title + " " + ($0.schema.additions.keywords ?? []).joined(separator: " ")
        }
        let count = communes.count + datasets.count + hits.reduce(0) { $0 + $1.rows.total }
        let places = communes.map { place -> HTML in
            "<li><a href=\"\(link: visit.link(.commune(place.code)))\">\(place.name)</a></li>"
        }
        let placeList: HTML? =
            places.isEmpty ? nil : "<h2>\(visit(Words.communes))</h2><ul class=\"communes\">\(places)</ul>"
        let datasetList: HTML? =
            datasets.isEmpty
            ? nil
            : "<h2>\(visit(Words.datasets))</h2>\(DatasetCards(records: datasets, commune: nil, visit: visit).html)"
        return """
            <h1>\(visit(Words.searchTitle))</h1>
            \(SearchForm(words: words, visit: visit).html)
            <p role="status">\(visit(words.isEmpty ? Words.searchLabel : Words.results(count, for: words)))</p>
            \(count == 0 && !words.isEmpty ? "<p class=\"empty\">\(visit(Words.noResult))</p>" : HTML.empty)
            \(placeList)\(datasetList)
            \(hits.map { objects($0.record, $0.rows, visit) })
            """
    }

    private func found<Item>(in items: [Item], _ name: (Item) -> String) -> [Item] {
        let wanted = words.foldedWords
        guard !wanted.isEmpty else { return [] }
        return items.filter { item in
            let key = name(item).folded
            return wanted.allSatisfy(key.contains)
        }
    }

    private func objects(_ record: DatasetRecord, _ rows: RowPage, _ visit: Visit) -> HTML {
        let schema = record.schema
        let items = (0..<rows.table.rowCount).map { row -> HTML in
            func text(_ meaning: Field.Meaning) -> String {
                schema.field(meaning: meaning).flatMap { rows.table.value($0.name, row: row) } ?? ""
            }
            let uid = rows.uids[row]
            let name = text(.name).isEmpty ? uid : text(.name)
            return """
                <li><a href="\(link: visit.link(.object(uid)))">\(name)</a> <span>\(text(.communeName))</span></li>
                """
        }
        let more: HTML? =
            rows.total > rows.table.rowCount
            ? """
            <p><a href="\(link: visit.link(.dataset(schema.name), [("q", words)]))">\
            \(visit(Words.allResults(rows.total)))</a></p>
            """ : nil
        return "<h2>\(schema.title)</h2><ul class=\"results\">\(items)</ul>\(more)"
    }
}
