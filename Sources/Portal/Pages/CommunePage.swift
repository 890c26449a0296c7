public import Catalog
public import Markup
public import Texts

/// The own portal of a commune: its datasets.
public struct CommunePage: Page {
    let place: Place
    let records: [DatasetRecord]

    /// The page of a commune. `records` are its own: `DatasetRecord.of(commune:)`.
    public init(place: Place, records: [DatasetRecord]) {
        self.place = place
        self.records = records
    }

    public var title: Text { Text(verbatim: place.name) }
    public var canBeEmbedded: Bool { true }

    public func content(_ visit: Visit, _ site: Site) -> HTML {
        let lead = records.isEmpty ? Words.communeNothing : Words.communeLead(site.publisher.name)
        return """
            <h1>\(visit(Words.communeTitle(place.name)))</h1>
            <p class="lead">\(visit(lead))</p>
            <section aria-labelledby="donnees"><h2 id="donnees">\(visit(Words.datasets))</h2>
            \(DatasetCards(records: records, commune: place, visit: visit).html)
            </section>
            """
    }
}
