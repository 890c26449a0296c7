public import Catalog
public import Markup
public import Tables
public import Texts

/// The door of the portal: what there is, dataset by dataset and commune by commune.
public struct HomePage: Page {
    let territory: String
    let records: [DatasetRecord]
    let places: [[Coordinate]]

    /// The home page of a territory. `places` holds where some objects of each dataset are, for the drawing.
    public init(territory: String, records: [DatasetRecord], places: [[Coordinate]] = []) {
        self.territory = territory
        self.records = records
        self.places = places
    }

    public var title: Text { Text(verbatim: territory) }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        """
        <div class="hero">
        \(Sketch(places: places, outlines: site.publisher.outlines).html)
        <h1>\(visit(Words.homeTitle(territory)))</h1>
        <p class="lead">\(visit(Words.homeLead(territory)))</p>
        \(SearchForm(words: "", visit: visit).html)
        \(figures(visit))
        </div>
        <section aria-labelledby="donnees"><h2 id="donnees">\(visit(Words.datasets))</h2>
        <p>\(visit(records.isEmpty ? Words.nothingYet : Words.datasetsLead))</p>
        \(DatasetCards(records: records, commune: nil, visit: visit).html)
        </section>
        <section aria-labelledby="communes"><h2 id="communes">\(visit(Words.communesTitle))</h2>
        <p>\(visit(Words.communesLead))</p>
        <ul class="communes">\(site.communes.map { commune($0, visit) })</ul>
        </section>
        """
    }

    private func figures(_ visit: Visit) -> HTML? {
        guard !records.isEmpty else { return nil }
        let communes = Set(records.flatMap(\.communes).map(\.code)).count
        let facts = [
            Words.datasetCount(records.count), Words.communeCount(communes),
            Words.objectCount(records.reduce(0) { $0 + $1.rowCount }),
        ].map { text -> HTML in
            let words = visit(text).split(maxSplits: 1) { $0 == "\u{00A0}" || $0 == " " }
            return
                "<li><strong>\(words.first.map(String.init) ?? "")</strong> \(words.last.map(String.init) ?? "")</li>"
        }
        return "<ul class=\"figures\" aria-label=\"\(visit(Words.figures))\">\(facts)</ul>"
    }

    private func commune(_ place: Place, _ visit: Visit) -> HTML {
        let codes = Set(Place.codes(within: place.code))
        let count = records.filter { $0.releases.contains { codes.contains($0.commune.code) } }.count
        let note = count == 0 ? "—" : visit(Words.datasetCount(count))
        return """
            <li><a href="\(link: visit.link(.commune(place.code)))">\(place.name)</a> <span>\(note)</span></li>
            """
    }
}
