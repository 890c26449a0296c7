import Catalog
import Databases
import Editions
import Foundation
import Schemas
import Tables

/// The releases of one schema that are current now, or were at a moment of the past.
struct Dataset {
    let records: [ReleaseRecord]
    /// The document of the newest release of today: the structure that is seen, of the past too.
    let newest: SchemaDocument
    private let documents: [Int64: SchemaDocument]
    /// The identifiers of the releases on which it depends what is seen.
    private let releases: [String]
    private let isPast: Bool

    /// Nil if nothing is published under that name, or nothing was yet.
    init?(_ name: String, at moment: Date? = nil, in session: any Session) throws {
        let current = try ReleaseRecord.current(of: name, in: session)
        guard let last = current.max(by: { $0.sequence < $1.sequence }) else { return nil }
        records = try moment.map { try ReleaseRecord.current(of: name, at: $0, in: session) } ?? current
        guard !records.isEmpty else { return nil }
        var documents: [Int64: SchemaDocument] = [:]
        for id in Set((records + [last]).map(\.document)) {
            documents[id] = try SchemaDocument.numbered(id, in: session)
        }
        guard let newest = documents[last.document] else { return nil }
        self.documents = documents
        self.newest = newest
        isPast = moment != nil
        // What a release of today hides is hidden in the past, and it may move rows within a file.
        releases = (isPast ? records + current : records).map(\.release.id)
    }

    /// The structure without what an audience may see of no commune.
    func structure(for audience: Audience) throws -> PublicSchema {
        let communes = records.map(\.release.commune.code)
        return try PublicSchema(document: newest.json) { visibility in
            communes.contains { audience.maySee(visibility, of: $0) }
        }
    }

    /// The rows that an audience may see.
    func edition(for audience: Audience, publisher: String, in session: any Session) throws -> Edition {
        let structure = try structure(for: audience)
        var rows = EditionRows(fields: structure.schema.fields.map(\.name))
        var versions = try versions(in: session)
        for (place, record) in records.enumerated() {
            guard let document = documents[record.document] else { continue }
            let sight = sight(of: record, document, fields: rows.fields, audience)
            let source = EditionRows.Source(
                record: record, owner: place, sight: sight, isNamed: isNamed(document, structure))
            if versions == nil {
                try rows.add(source, in: session)
            } else {
                while let some = versions?.next(of: place, atMost: PastVersions.batch) {
                    try rows.add(source, some, in: session)
                }
            }
        }
        let record = try record(structure, for: audience, publisher: publisher, owners: rows.owners, in: session)
        return Edition(
            record: record, structure: structure,
            tag: tag(audience), table: rows.table, uids: rows.uids, owners: rows.owners, changedAt: rows.changedAt)
    }

    /// What is said about it. How many rows there were at a moment of the past is counted in what is seen of them; where
    /// nobody read them it is not said.
    func record(
        _ structure: PublicSchema, for audience: Audience, publisher: String, owners: [UInt32] = [],
        in session: any Session
    ) throws -> DatasetRecord {
        var shown: [Release]
        if isPast {
            shown = records.map(\.uncounted)
            for owner in owners { shown[Int(owner)].rowCount += 1 }
        } else {
            shown = records.map(
                try ReleasesInSight(of: structure.schema.name, for: audience, in: session).release)
        }
        var record = DatasetRecord(schema: structure.schema, publisher: publisher, releases: shown)
        record.begunAt = try session.first(
            "SELECT MIN(published_at) FROM release_log WHERE schema_name = ?", [.text(structure.schema.name)]
        ) { Date(timeIntervalSince1970: $0.real(0)) }
        return record
    }

    /// Which versions held then; nil for those that hold now, which need not be looked for.
    func versions(in session: any Session) throws -> PastVersions? {
        guard isPast else { return nil }
        let documents = try SchemaDocument.all(of: records[0].release.schema, in: session)
        return try PastVersions(
            of: records, isGuarded: Sight.isGuarded(under: documents.values), in: session)
    }

    /// What an audience sees of the rows of one commune.
    func sight(of record: ReleaseRecord, _ document: SchemaDocument, fields: [String], _ audience: Audience) -> Sight {
        Sight(
            fields: fields, newest: newest.schema, schema: document.schema, commune: record.release.commune.code,
            audience: audience)
    }

    /// The document under which one commune released.
    func document(of record: ReleaseRecord) -> SchemaDocument? { documents[record.document] }

    /// Whether the identifiers of the objects may be seen: nobody gave one, or it stands in a field that is seen.
    func isNamed(_ document: SchemaDocument, _ structure: PublicSchema) -> Bool {
        document.schema.identifier.map { structure.schema.field($0.name) != nil } ?? true
    }

    /// A word that changes with what is seen.
    func tag(_ audience: Audience) -> String {
        EntityTag.of(releases: releases, for: audience)
    }
}
