import Catalog
import Databases
import Editions
import Foundation
import Schemas
import Tables

/// The current releases of one schema.
struct Dataset {
    let records: [ReleaseRecord]
    /// The document of the newest release: the structure that is seen.
    let newest: SchemaDocument
    private let documents: [Int64: SchemaDocument]

    /// Nil if nothing is published under that name.
    init?(_ name: String, in session: any Session) throws {
        records = try ReleaseRecord.current(of: name, in: session)
        guard let last = records.max(by: { $0.sequence < $1.sequence }) else { return nil }
        var documents: [Int64: SchemaDocument] = [:]
        for id in Set(records.map(\.document)) { documents[id] = try SchemaDocument.numbered(id, in: session) }
        guard let newest = documents[last.document] else { return nil }
        self.documents = documents
        self.newest = newest
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
        for (place, record) in records.enumerated() {
            guard let document = documents[record.document] else { continue }
            let sight = sight(of: record, document, fields: rows.fields, audience)
            try rows.add(record, owner: place, sight, isNamed: isNamed(document, structure), in: session)
        }
        let releases = try ReleasesInSight(of: structure.schema.name, for: audience, in: session)
        var record = DatasetRecord(
            schema: structure.schema, publisher: publisher, releases: records.map(releases.release))
        record.begunAt = try session.first(
            "SELECT MIN(published_at) FROM release_log WHERE schema_name = ?", [.text(structure.schema.name)]
        ) { Date(timeIntervalSince1970: $0.real(0)) }
        return Edition(
            record: record, structure: structure, tag: tag(audience), table: rows.table, uids: rows.uids,
            owners: rows.owners,
            changedAt: rows.changedAt)
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

    /// A short word that changes whenever anything in the edition of an audience does.
    func tag(_ audience: Audience) -> String {
        EntityTag.of((records.map(\.release.id).joined(separator: " ") + "\(audience)").utf8)
    }
}
