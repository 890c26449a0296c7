import Catalog
import Editions
import Foundation
import Portal
import Schemas
import Store
import Tables

/// What is published at one moment, as one audience may see it.
struct Shelf: Holdings {
    let releases: [Release]
    let site: Site
    let publisher: Publisher
    /// The datasets, by title.
    let records: [DatasetRecord]
    let structures: [String: PublicSchema]
    let tag: String
    /// For each schema, a word that changes whenever anything of it is published.
    let editionTags: [String: String]
    let audience: Audience
    let library: Library
    /// What had been released when it was made.
    let stamp: Int64
    /// The code of today for codes of communes that are no more.
    let successors: [String: String]

    init(
        publisher: Publisher, releases: [Release], beginnings: [String: Date], structures: [String: PublicSchema],
        hasMap: Bool, audience: Audience, answers: MetadataAnswers, library: Library, stamp: Int64
    ) {
        self.stamp = stamp
        self.releases = releases
        self.structures = structures
        self.publisher = publisher
        self.audience = audience
        self.library = library
        successors = publisher.formerCodes
        site = Site(publisher: publisher, releases: releases, hasInteractiveMap: hasMap, hasPast: library.hasPast)
        let byName = Dictionary(grouping: releases, by: \.schema)
        records = structures.map { name, structure in
            var record = DatasetRecord(
                schema: structure.schema, publisher: publisher.name, releases: byName[name] ?? [])
            record.begunAt = beginnings[name]
            return record.completed(by: answers)
        }.sorted { ($0.schema.title, $0.name) < ($1.schema.title, $1.name) }
        editionTags = byName.mapValues { EntityTag.of(releases: $0.map(\.id), for: audience) }
        tag = EntityTag.of(releases: releases.map(\.id), for: audience)
    }

    func record(_ name: String) -> DatasetRecord? { records.first { $0.name == name } }

    /// The commune of a code, if the territory knows it.
    func place(_ code: String) -> Place? { site.communes.first { $0.code == code } }

    /// The code under which a commune is published, from its code now or one that it bore before a merger.
    func code(answering code: String) -> String? {
        if let place = place(code) { return place.code }
        return site.communes.contains { Place.codes(within: $0.code).contains(code) } ? code : successors[code]
    }

    func structure(of name: String) -> PublicSchema? { structures[name] }

    func edition(of name: String) async throws -> Edition? {
        try await library.edition(of: name, on: self)
    }

    func writtenFiles(of name: String, commune: String?) -> [String: WrittenFile] {
        library.files.known(of: name, commune: commune, on: self)
    }

    func changes(_ query: ChangeQuery) async throws -> ChangePage {
        try await library.store.changes(query, for: audience)
    }

    func life(of uid: String) async throws -> [RowChange] {
        guard uid.utf8.count <= 200 else { return [] }
        var life: [RowChange] = []
        for record in records {
            life += try await library.store.life(of: uid, schema: record.name, for: audience)
        }
        return life.sorted { $0.cursor < $1.cursor }
    }

    func releases(_ query: ReleaseQuery) async throws -> [Release] { try await library.store.releases(query) }
}
