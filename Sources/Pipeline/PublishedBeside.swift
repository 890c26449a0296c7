import Catalog
import Coherence
public import Foundation
public import Schemas
public import Store
public import Tables

/// What is already published of a commune: the last release of the same dataset, and its other datasets.
public struct PublishedBeside: Sendable {
    let previous: CleanTable?
    private let neighbours: [Situation.Neighbour]

    /// Nothing is published yet.
    public init() {
        previous = nil
        neighbours = []
    }

    /// What a store holds. A dataset whose model is no more known is left out.
    public init(
        in store: ReleaseStore, schema: String, commune: String, models: (String) -> Schema?
    ) async throws {
        var previous: CleanTable?
        var neighbours: [Situation.Neighbour] = []
        for release in try await store.releases() where release.commune.code == commune {
            guard let rows = try await store.internalRows(release: release.id) else { continue }
            if release.schema == schema {
                previous = rows
            } else if let model = models(release.schema), model.fields.map(\.name) == rows.fields {
                neighbours.append(Situation.Neighbour(schema: model, table: rows))
            }
        }
        self.previous = previous
        self.neighbours = neighbours
    }

    /// A clean table among what is published.
    func situation(of table: CleanTable, schema: Schema) -> Situation {
        Situation(schema: schema, table: table, previous: previous, neighbours: neighbours)
    }
}
