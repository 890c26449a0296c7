public import Catalog
public import Markup
import Schemas
import Editions
public import Tables
public import Texts

/// A dataset, of the whole territory or of one commune: files, map, list, and where it comes from.
public struct DatasetPage: Page {
    let record: DatasetRecord
    let commune: Place?
    let chosen: String?
    let listing: Listing
    let mapped: CleanTable
    let files: [FileLink]
    let score: QualityScore?
    public let data: SchemaOrg?

    /// The page of a dataset. `commune` makes it the page of one commune; `chosen` is the commune that the visitor
    /// chose on the page of the territory. `mapped` holds the rows for the map: all pages of the list. `data` is what
    /// search engines are told, `score` how good the sheet of the dataset is.
    public init(
        record: DatasetRecord, commune: Place?, chosen: String? = nil, listing: Listing, mapped: CleanTable,
        files: [FileLink], data: SchemaOrg? = nil, score: QualityScore? = nil
    ) {
        self.data = data
        self.score = score
        self.record = record
        self.commune = commune
        self.chosen = chosen
        self.listing = listing
        self.mapped = mapped
        self.files = files
    }

    public var title: Text {
        Text(verbatim: commune.map { "\(record.schema.title) · \($0.name)" } ?? record.schema.title)
    }

    public var trail: [Step] {
        commune.map { [Step(title: Text(verbatim: $0.name), address: .commune($0.code))] } ?? []
    }

    public var canBeEmbedded: Bool { true }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        guard !visit.isEmbedded else {
            return "\(heading(visit))\(filter(visit, site))\(map(visit, site))\(list(visit))"
        }
        return """
            \(heading(visit))
            <p class="lead">\(record.schema.description)</p>
            \(Downloads(files: files, schema: record.name, commune: commune?.code ?? chosen, visit: visit).html)
            \(filter(visit, site))
            \(map(visit, site))
            \(list(visit))
            \(DatasetNotes(record: record, commune: commune, score: score, visit: visit).html)
            """
    }

    private func heading(_ visit: Visit) -> HTML {
        let place: HTML? = commune.map { "<span>\($0.name)</span>" }
        let communes: HTML? = commune == nil ? "<li>\(visit(Words.communeCount(record.communes.count)))</li>" : nil
        let date: HTML? = record.lastPublished.map { "<li>\(visit(Words.updated(Written.day($0))))</li>" }
        return """
            <h1>\(record.schema.title) \(place)</h1>
            <ul class="facts"><li><strong>\(visit(record.schema.count(record.rowCount)))</strong></li>\
            \(communes)\(date)</ul>
            """
    }

    private func filter(_ visit: Visit, _ site: Site) -> HTML {
        let communes: HTML? = commune == nil ? choice(visit) : nil
        let isFiltered = chosen != nil || !listing.search.isEmpty
        let all: HTML? =
            isFiltered
            ? "<a href=\"\(link: visit.here(["q": "", "commune": "", "page": ""]))\">\(visit(Words.showAll))</a>" : nil
        return """
            <form class="filter" action="\(link: visit.path)" method="get" aria-label="\(visit(Words.showing))">
            \(communes)
            <p><label for="mots">\(visit(Words.wordsLabel))</label>
            <input type="search" id="mots" name="q" value="\(listing.search)" maxlength="100" autocomplete="off"></p>
            \(KeptParameters(visit: visit).html)
            <p class="actions"><button type="submit">\(visit(Words.show))</button> \(all)</p>
            </form>
            """
    }

    private func choice(_ visit: Visit) -> HTML {
        let options = record.communes.map { place -> HTML in
            let selected: HTML = place.code == chosen ? " selected" : ""
            return "<option value=\"\(place.code)\"\(selected)>\(place.name)</option>"
        }
        return """
            <p><label for="commune">\(visit(Words.commune))</label>
            <select id="commune" name="commune"><option value="">\(visit(Words.wholeTerritory))</option>\(options)</select></p>
            """
    }

    private func map(_ visit: Visit, _ site: Site) -> HTML? {
        let features = MapFeature.features(of: mapped, schema: record.schema)
        let title = visit(Words.mapTitle(features.count, of: listing.rows.total))
        let only = listing.search.isEmpty ? nil : features.map(\.uid).filter { !$0.contains(" ") }
        let figure = MapFigure(
            features: features,
            source: .file(
                visit.file(.file(record.name, commune: commune?.code ?? chosen, "geojson")), only: only),
            schema: record.schema, title: title, caption: "\(title). \(visit(Words.mapNote))", site: site, visit: visit)
        return figure.html.map { html in
            "<section aria-labelledby=\"carte\"><h2 id=\"carte\">\(visit(Words.map))</h2>\(html)</section>"
        }
    }

    private func list(_ visit: Visit) -> HTML {
        let table = ListingTable(
            listing: listing, schema: record.schema, hidesCommune: commune != nil, visit: visit)
        return """
            <section aria-labelledby="liste-titre" id="liste"><h2 id="liste-titre">\(visit(Words.list))</h2>
            \(table.html)</section>
            """
    }
}
