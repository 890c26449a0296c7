import Catalog
import Editions
import Exports

/// What the rows say about each dataset, and all of them about the territory. What is worked out is kept with the
/// editions.
struct CatalogueEntries {
    let holdings: any Holdings
    let addresses: CatalogueAddresses

    /// What the catalogue says about a dataset.
    func entry(_ record: DatasetRecord) async throws -> CatalogueEntry {
        guard let edition = try await holdings.edition(of: record.name) else {
            return CatalogueEntry(record: record, files: Formats.published(record, site: addresses.origin))
        }
        var complete = record
        complete.content = record.content ?? edition.kept { ContentSummary(of: $0.table, schema: $0.schema) }
        complete.extent = record.extent ?? edition.extent
        return CatalogueEntry(
            record: complete,
            files: Formats.published(edition.schema, hasPositions: edition.extent != nil, site: addresses.origin))
    }

    /// The rectangle of everything that is published; asked for only where communes have no outlines, for then every
    /// dataset must be looked at.
    func territory() async throws -> Extent? {
        let outlines = holdings.publisher.outlines
        let isOutlined = holdings.records.allSatisfy { record in
            record.extent != nil
                || record.communes.contains { place in
                    Place.codes(within: place.code).contains { outlines[$0] != nil }
                }
        }
        guard !isOutlined else { return nil }
        var extent: Extent?
        for record in holdings.records {
            guard let next = try await holdings.edition(of: record.name)?.extent ?? record.extent else { continue }
            extent = extent?.union(next) ?? next
        }
        return extent
    }
}
