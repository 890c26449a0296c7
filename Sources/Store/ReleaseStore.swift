public import Catalog
public import Foundation
public import Tables

/// Where releases live.
///
/// Whatever these functions give may be shown to everybody: values of fields that are not public are left out before
/// they leave the store, also from searches and positions. Only ``internalRows(release:)`` gives everything.
public protocol ReleaseStore: Sendable {
    /// Publishes the rows of one commune as its current release. Returns only when it is durable; after a failure
    /// nothing has changed. `schemaDocument` is the Table Schema as JSON, and is kept with the release.
    func publish(_ draft: ReleaseDraft, rows: CleanTable, schemaDocument: Data) async throws -> Release

    /// The current release of every commune and schema, by schema and name of commune.
    func releases() async throws -> [Release]

    /// All releases of one commune and schema, the newest first.
    func history(schema: String, commune: String) async throws -> [Release]

    /// Makes an older release the current one again. Returns nil if there is no such release.
    func restore(release id: String) async throws -> Release?

    /// The structure of a published dataset, as its newest release has it, without the fields that are not public.
    func schema(_ name: String) async throws -> PublicSchema?

    /// Rows of current releases, in the order of the query.
    func rows(_ query: RowQuery) async throws -> RowPage

    /// One object by its identifier.
    func object(uid: String) async throws -> PublishedObject?

    /// All fields of one release, those that are not public included. Never for a public page.
    func internalRows(release id: String) async throws -> CleanTable?
}
