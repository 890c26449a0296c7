import Catalog
import Databases
import Foundation
import Schemas
import Tables

/// A file that arrives as the new state of a commune.
struct Arrival {
    private let draft: ReleaseDraft
    private let rows: CleanTable
    private let origins: Origins
    private let json: Data
    private let schema: Schema
    private let uids: [String]?

    /// - Parameter uids: The identifiers of the objects, where they were given elsewhere.
    init(draft: ReleaseDraft, rows: CleanTable, origins: Origins, json: Data, uids: [String]? = nil) throws {
        self.draft = draft
        self.rows = rows
        self.origins = origins
        self.json = json
        self.uids = uids
        schema = try JSONDecoder().decode(Schema.self, from: json)
    }

    /// How it would follow the published state. Keeps nothing, so that it can be asked while only reading.
    func succession(in session: any Session) throws -> Succession {
        let published = try PublishedState(of: draft.schema, commune: draft.commune.code, in: session)
        let known = published.documents.values.first { $0.json == json }
        let document = known ?? SchemaDocument(id: -1, schema: schema, json: json)
        let state = try NewState(
            rows, origins: origins, uids: uids, document: document, commune: draft.commune.code, published: published,
            in: session)
        return Succession(of: state, after: published)
    }

    /// Writes it; under an identifier that it had already, or a new one.
    func write(_ succession: Succession, id: String? = nil, in session: any Session) throws -> Release {
        let document = try SchemaDocument.keep(json, schema, in: session)
        let previous = try ReleaseRecord.current(of: draft.schema, commune: draft.commune.code, in: session)
        let release = Release(
            draft, id: try id ?? ReleaseIdentifier.fresh(at: draft.publishedAt, in: session), rowCount: rows.rowCount)
        let record = try ReleaseRecord.insert(release, document: document.id, after: previous, in: session)
        try succession.write(as: record, under: document, in: session)
        return release
    }
}

extension ReleaseIdentifier {
    /// An identifier that no release bears.
    static func fresh(at moment: Date, in session: any Session) throws -> String {
        var id = make(at: moment)
        while try session.first("SELECT 1 FROM release_log WHERE id = ?", [.text(id)], { _ in true }) != nil {
            id = make(at: moment)
        }
        return id
    }
}
