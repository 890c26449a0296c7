import Schemas
import Tables
import Catalog
import Editions
import Synchronization

/// What the rows of each dataset say about it, worked out once for each edition.
final class ContentSummaries: Sendable {
    private struct Known {
        var tag: String
        var content: ContentSummary
        var extent: Extent?
    }

    private struct Territory {
        var tag: String
        var extent: Extent?
    }

    private let known = Mutex<[String: Known]>([:])
    private let territory = Mutex<Territory?>(nil)

    init() {}

    /// A sheet with what its rows say, where whoever made it did not look at them.
    func completed(_ record: DatasetRecord, from holdings: any Holdings) async throws -> DatasetRecord {
        guard record.content == nil || record.extent == nil, let edition = try await holdings.edition(of: record.name)
        else { return record }
        let facts = known.withLock { $0[record.name] }.flatMap { $0.tag == edition.tag ? $0 : nil } ?? look(at: edition)
        var complete = record
        complete.content = record.content ?? facts.content
        complete.extent = record.extent ?? facts.extent
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

    private func look(at edition: Edition) -> Known {
        let facts = Known(
            tag: edition.tag, content: ContentSummary(of: edition.table, schema: edition.schema),
            extent: edition.extent)
        known.withLock { $0[edition.name] = facts }
        return facts
    }
}
