import Catalog
import Portal
import Schemas
import Store
import Tables

/// What is published at one moment.
struct Shelf: Sendable {
    let releases: [Release]
    let site: Site
    /// The datasets, by title.
    let records: [DatasetRecord]
    let schemas: [String: PublicSchema]
    /// Where some objects of each dataset are.
    var places: [[Coordinate]] = []
    /// For each schema, a word that changes whenever anything of it is published.
    let editions: [String: String]

    init(publisher: Publisher, releases: [Release], schemas: [String: PublicSchema], hasMap: Bool) {
        self.releases = releases
        self.schemas = schemas
        site = Site(publisher: publisher, releases: releases, hasInteractiveMap: hasMap)
        let byName = Dictionary(grouping: releases, by: \.schema)
        records = schemas.map { name, schema in
            DatasetRecord(schema: schema.schema, publisher: publisher.name, releases: byName[name] ?? [])
        }.sorted { ($0.schema.title, $0.name) < ($1.schema.title, $1.name) }
        editions = byName.mapValues { fingerprint($0.map(\.id).joined(separator: " ").utf8) }
    }

    func record(_ name: String) -> DatasetRecord? { records.first { $0.name == name } }

    /// The commune of a code, if the territory knows it.
    func place(_ code: String) -> Place? { site.communes.first { $0.code == code } }
}

/// A short word that changes with the bytes (FNV-1a, 64 bits): the same in every process, which ETags need.
func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 36)
}
