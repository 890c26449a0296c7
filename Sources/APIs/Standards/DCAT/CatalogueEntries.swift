import Catalog
import Editions
import Exports
import Schemas
import Tables

/// The datasets of a territory, or of one commune of it, with what their rows say. What is worked out is kept with the
/// editions.
struct CatalogueEntries {
    let holdings: any Holdings
    let addresses: CatalogueAddresses

    private var commune: Place? { addresses.commune }

    /// Who publishes: the territory, or the commune.
    var publisher: Publisher {
        let territory = holdings.publisher
        guard let commune else { return territory }
        return Publisher(
            name: commune.name, communes: [commune], outlines: territory.outlines, email: territory.email)
    }

    /// The datasets that there are.
    var records: [DatasetRecord] {
        guard let commune else { return holdings.records }
        return holdings.records.map { $0.of(commune: commune.code) }.filter { !$0.releases.isEmpty }
    }

    /// What the catalogue says about one of the records.
    ///
    /// - Parameter territory: The rectangle of everything, for a dataset that has no place of its own.
    func entry(_ record: DatasetRecord, territory: Extent?) async throws -> CatalogueEntry {
        var complete = record
        if let edition = try await holdings.edition(of: record.name) {
            complete.content = commune == nil ? edition.kept { ContentSummary(of: $0.table, schema: $0.schema) } : nil
            complete.extent = extent(of: edition)
        }
        var metadata = Metadata(complete, publisher: publisher, territory: territory)
        if let commune {
            metadata.identifier += "-\(commune.code)"
            metadata.title += " (\(commune.name))"
        }
        return CatalogueEntry(
            record: complete, metadata: metadata,
            files: Formats.published(
                record.schema, hasPositions: complete.extent != nil, commune: commune?.code, site: addresses.origin,
                written: holdings.writtenFiles(of: record.name, commune: commune?.code)))
    }

    private func extent(of edition: Edition) -> Extent? {
        guard let commune else { return edition.extent }
        return Extent(
            of: edition.rows(of: commune.code).lazy.compactMap { edition.positions[$0] }.flatMap(\.coordinates))
    }

    /// The rectangle of everything that is published; asked for only where communes have no outlines, for then every
    /// dataset must be looked at.
    func territory() async throws -> Extent? {
        let outlines = holdings.publisher.outlines
        let isOutlined = records.allSatisfy { record in
            record.extent != nil
                || record.communes.contains { place in
                    Place.codes(within: place.code).contains { outlines[$0] != nil }
                }
        }
        guard !isOutlined else { return nil }
        var extent: Extent?
        for record in records {
            let edition = try await holdings.edition(of: record.name)
            guard let next = edition.flatMap(self.extent) ?? record.extent else { continue }
            extent = extent?.union(next) ?? next
        }
        return extent
    }
}
