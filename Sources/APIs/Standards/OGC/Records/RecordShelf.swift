import Schemas
import Catalog
import Editions
import Foundation
import Queries
import Synchronization
import Tables

/// The catalogue as a collection of records (OGC API Records 1.0): one record for each dataset. It is made anew when
/// something is released.
final class RecordShelf: Sendable {
    private struct Made {
        var tag: String
        var origin: String
        var source: FeatureSource
    }

    private let last = Mutex<Made?>(nil)

    /// The identifier of the collection: `catalogue`, unless a dataset has that name.
    func name(_ holdings: any Holdings) -> String {
        ["catalogue", "catalogue-des-donnees", "catalogue-ogc"].first { holdings.structure(of: $0) == nil }
            ?? "catalogue-ogc"
    }

    /// The collection. `origin` begins the addresses in it.
    func records(_ holdings: any Holdings, origin: String) async throws -> FeatureSource {
        if let made = last.withLock({ $0 }), made.tag == holdings.tag, made.origin == origin { return made.source }
        let source = try await Self.source(holdings, name: name(holdings), origin: origin)
        last.withLock { $0 = Made(tag: holdings.tag, origin: origin, source: source) }
        return source
    }

    /// The structure of what can be asked for.
    static func structure(named name: String) -> PublicSchema {
        guard let structure = try? PublicSchema(document: CatalogueRecord.structure(named: name)) else {
            preconditionFailure("the structure of records is no Table Schema")
        }
        return structure
    }

    private static func source(
        _ holdings: any Holdings, name: String, origin: String
    ) async throws -> FeatureSource {
        var items: [CatalogueRecord] = []
        for var record in holdings.records {
            if record.extent == nil { record.extent = try await holdings.edition(of: record.name)?.extent }
            items.append(CatalogueRecord(record, publisher: holdings.publisher, origin: origin))
        }
        let structure = structure(named: name)
        let fields = structure.schema.fields.map(\.name)
        let rows = items.map(\.values)
        let table = CleanTable(
            fields: fields,
            columns: fields.map { field in Cells(rows.map { Value($0[field] ?? "") }) },
            rowNumbers: Array(1..<(rows.count + 1)), geometries: items.map(\.shape))
        let releases = holdings.records.flatMap(\.releases)
        let edition = Edition(
            record: DatasetRecord(schema: structure.schema, publisher: holdings.publisher.name, releases: releases),
            structure: structure, tag: "records-\(holdings.tag)", table: table, uids: items.map(\.id),
            owners: items.map { _ in 0 },
            changedAt: items.map { Int64($0.record.lastPublished?.timeIntervalSince1970 ?? 0) })
        return FeatureSource(
            records: edition, time: .interval(.property("created"), .property("updated")),
            written: items.map { FeatureSource.WrittenItem(text: $0.text, links: $0.links) })
    }
}
