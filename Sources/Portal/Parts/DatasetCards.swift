import Catalog
import Markup
import Schemas
import Texts

/// Datasets as cards: what it is, how much there is, how fresh it is.
struct DatasetCards {
    let records: [DatasetRecord]
    let commune: Place?
    let visit: Visit

    var html: HTML? {
        records.isEmpty ? nil : "<ul class=\"cards\">\(records.map(card))</ul>"
    }

    private func card(_ record: DatasetRecord) -> HTML {
        let address = commune.map { Address.dataset(record.name, of: $0.code) } ?? .dataset(record.name)
        let communes: HTML? = commune == nil ? "<li>\(visit(Words.communeCount(record.communes.count)))</li>" : nil
        let date: HTML? = record.lastPublished.map {
            "<li class=\"date\">\(visit(Words.updated(Written.day($0))))</li>"
        }
        return """
            <li class="card"><h3><a href="\(link: visit.link(address))">\(record.schema.title)</a></h3>
            <p>\(record.schema.firstSentence)</p>
            <ul class="facts"><li><strong>\(visit(record.schema.count(record.rowCount)))</strong></li>\(communes)\(date)</ul>
            </li>
            """
    }
}
