import Catalog
import Databases
import Foundation

/// An older state that becomes the current one again: one action undoes a release, and nothing of history is lost.
struct Restoration {
    let id: String
    let moment: Date
    let agent: String

    func run(in session: any Session) throws -> Release? {
        guard let old = try ReleaseRecord.named(id, in: session) else { return nil }
        return try Self.release(again: old, as: .restoration, moment, agent, in: session)
    }

    /// The current state, released anew.
    static func confirmation(
        schema: String, commune: String, moment: Date, agent: String, in session: any Session
    ) throws -> Release? {
        guard let now = try ReleaseRecord.current(of: schema, commune: commune, in: session) else { return nil }
        return try release(again: now, as: .confirmation, moment, agent, in: session)
    }

    /// Makes the state of a release the current one, under another date.
    static func release(
        again old: ReleaseRecord, as kind: ReleaseKind, _ moment: Date, _ agent: String, in session: any Session
    ) throws -> Release {
        let (schema, commune) = (old.release.schema, old.release.commune)
        let document = try SchemaDocument.numbered(old.document, in: session)
        let published = try PublishedState(of: schema, commune: commune.code, in: session)
        let before = try PublishedState(of: schema, commune: commune.code, at: old.sequence, in: session)
        var draft = ReleaseDraft(
            schema: schema, schemaVersion: old.release.schemaVersion, commune: commune, publishedAt: moment,
            openQuestions: old.release.openQuestions, remainingErrors: old.release.remainingErrors,
            repaired: old.release.repaired)
        draft.kind = kind
        draft.agent = agent
        draft.file = old.release.file
        let release = Release(
            draft, id: try ReleaseIdentifier.fresh(at: moment, in: session), rowCount: before.rows.count)
        let previous = try ReleaseRecord.current(of: schema, commune: commune.code, in: session)
        let record = try ReleaseRecord.insert(release, document: document.id, after: previous, in: session)
        let state = try NewState(restoring: before, document: document)
        try Succession(of: state, after: published).write(as: record, under: document, in: session)
        return release
    }
}
