public import Catalog
public import Foundation
import Repairs
import Review
import Schemas
public import Store
import Tables

/// From a prepared file to a release: the second half of the story.
///
/// Rows that lack what can never be unknown are held back, so that everything that is published respects its schema;
/// what is still asked about is published empty.
public struct Publication: Sendable {
    private let store: ReleaseStore
    private let now: Date

    /// A publication into a store.
    public init(store: ReleaseStore, now: Date) {
        self.store = store
        self.now = now
    }

    /// What was published.
    public struct Published: Sendable {
        /// The release.
        public let release: Release
        /// The numbers of the rows that were held back.
        public let heldBack: [Int]
    }

    /// Publishes a prepared file as the current release of a commune. Returns once it is durable.
    public func publish(_ prepared: Prepared, schemaDocument: Data, commune: Place) async throws -> Published {
        let clean = prepared.reviewed.clean
        let schema = prepared.draft.schema
        let complete = completeRows(clean, schema).filter { !prepared.unfit.contains($0) }
        let isComplete = Set(complete)
        let verdict = prepared.verdict
        let draft = ReleaseDraft(
            schema: schema.name, schemaVersion: schema.version, commune: commune, publishedAt: now,
            openQuestions: verdict.questions, remainingErrors: verdict.errors, repaired: verdict.repaired)
        let release = try await store.publish(
            draft, rows: complete.count == clean.rowCount ? clean : clean.keeping(rows: complete),
            schemaDocument: schemaDocument)
        let heldBack = (0..<clean.rowCount).filter { !isComplete.contains($0) }.map { clean.rowNumbers[$0] }
        return Published(release: release, heldBack: heldBack)
    }

    private func completeRows(_ table: CleanTable, _ schema: Schema) -> [Int] {
        let needed = schema.fields.indices.filter {
            schema.fields[$0].isRequired || schema.primaryKey.contains(schema.fields[$0].name)
        }
        return (0..<table.rowCount).filter { row in needed.allSatisfy { table.columns[$0][row].kind != .blank } }
    }
}
