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
        /// What it changed in what was published.
        public let difference: Difference
        /// The numbers of the rows that were held back.
        public let heldBack: [Int]
    }

    /// Publishes a prepared file as the current release of a commune. Returns once it is durable.
    ///
    /// - Parameters:
    ///   - agent: Who publishes, for the history.
    ///   - acceptingLoss: Whether somebody confirmed that most of what is published goes; else the store refuses.
    public func publish(
        _ prepared: Prepared, schemaDocument: Data, commune: Place, agent: String = "", acceptingLoss: Bool = false
    ) async throws -> Published {
        let clean = prepared.reviewed.clean
        let schema = prepared.draft.schema
        let complete = completeRows(clean, schema).filter { !prepared.unfit.contains($0) }
        let isComplete = Set(complete)
        let verdict = prepared.verdict
        var draft = ReleaseDraft(
            schema: schema.name, schemaVersion: schema.version, commune: commune, publishedAt: now,
            openQuestions: verdict.questions, remainingErrors: verdict.errors, repaired: verdict.repaired)
        draft.agent = agent
        draft.file = prepared.file
        let (release, difference) = try await store.arrive(
            draft, rows: complete.count == clean.rowCount ? clean : clean.keeping(rows: complete),
            schemaDocument: schemaDocument, origins: origins(of: prepared, rows: complete), acceptingLoss)
        let heldBack = (0..<clean.rowCount).filter { !isComplete.contains($0) }.map { clean.rowNumbers[$0] }
        return Published(release: release, difference: difference, heldBack: heldBack)
    }

    /// Which cells are not as they were sent. `rows` are the rows of the prepared table that are published.
    private func origins(of prepared: Prepared, rows: [Int]) -> Origins {
        var places = [Int](repeating: -1, count: prepared.reviewed.clean.rowCount)
        for (place, row) in rows.enumerated() { places[row] = place }
        var cells: [Int: [String: Origin]] = [:]
        for group in prepared.reviewed.changes.groups {
            let origin = Origin(rule: group.cause.rule, before: group.cause.before)
            for row in group.rows where places[Int(row)] >= 0 {
                cells[places[Int(row)], default: [:]][group.cause.field] = origin
            }
        }
        return Origins(cells)
    }

    private func completeRows(_ table: CleanTable, _ schema: Schema) -> [Int] {
        let needed = schema.fields.indices.filter {
            schema.fields[$0].isRequired || schema.primaryKey.contains(schema.fields[$0].name)
        }
        return (0..<table.rowCount).filter { row in needed.allSatisfy { table.columns[$0][row].kind != .blank } }
    }
}
