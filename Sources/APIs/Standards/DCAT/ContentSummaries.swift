import Catalog
import Editions
import Exports
import Synchronization

/// What the rows say about each dataset, and all of them about the territory.
final class ContentSummaries: Sendable {
    private struct Territory {
        var tag: String
        var extent: Extent?
    }

    private let territory = Mutex<Territory?>(nil)

    init() {}

    /// What the catalogue says about a dataset.
    func entry(
        _ record: DatasetRecord, from holdings: any Holdings, _ addresses: CatalogueAddresses
    ) async throws -> CatalogueEntry {
        let complete = try await completed(record, from: holdings)
        guard let edition = try await holdings.edition(of: record.name) else {
            return CatalogueEntry(record: complete, files: Formats.published(complete, site: addresses.origin))
        }
        return CatalogueEntry(
            record: complete,
            files: Formats.published(edition.schema, hasPositions: edition.extent != nil, site: addresses.origin))
    }

    /// A sheet with what its rows say, where whoever made it did not look at them.
    func completed(_ record: DatasetRecord, from holdings: any Holdings) async throws -> DatasetRecord {
        guard record.content == nil || record.extent == nil, let edition = try await holdings.edition(of: record.name)
        else { return record }
        var complete = record
        complete.content = record.content ?? edition.kept { ContentSummary(of: $0.table, schema: $0.schema) }
        complete.extent = record.extent ?? edition.extent
        return complete
    }

    /// The rectangle of everything that is published; asked for only where a commune has no outline, for then every
    /// dataset must be looked at once.
    func territory(_ holdings: any Holdings) async throws -> Extent? {
        let outlines = holdings.publisher.outlines
        let isOutlined = holdings.records.allSatisfy { record in
            record.extent != nil
                || record.communes.contains { place in
                    Place.codes(within: place.code).contains { outlines[$0] != nil }
                }
        }
        guard !isOutlined else { return nil }
        if let known = territory.withLock({ $0 }), known.tag == holdings.tag { return known.extent }
        var extent: Extent?
        for record in holdings.records {
            guard let next = try await completed(record, from: holdings).extent else { continue }
            extent = extent?.union(next) ?? next
        }
        let found = Territory(tag: holdings.tag, extent: extent)
        territory.withLock { $0 = found }
        return extent
    }
}
