import Catalog
import Editions
import Exports
import Foundation
import Portal
import Schemas
import Store
import Synchronization
import Tables

/// What is published now, and the files rendered from it.
actor Library {
    nonisolated let store: ReleaseStore
    nonisolated let publisher: Publisher
    nonisolated let hasInteractiveMap: Bool
    private let answers: MetadataAnswers
    private var shelves: [Audience: (stamp: Int64, turn: Int, shelf: Shelf)] = [:]
    private nonisolated let editions: StandingEditions
    nonisolated let files = FileDesk()
    nonisolated let archive: Archive
    /// Whether the pages lead to states of the past.
    nonisolated let hasPast: Bool

    /// - Parameter answers: What people said of the datasets that no model says.
    init(
        store: ReleaseStore, publisher: Publisher, answers: MetadataAnswers, hasInteractiveMap: Bool,
        hasPast: Bool = true
    ) {
        self.store = store
        self.publisher = publisher.completed(by: answers)
        self.hasPast = hasPast
        archive = Archive(store: store, publisher: self.publisher)
        self.answers = answers
        self.hasInteractiveMap = hasInteractiveMap
        editions = StandingEditions(store: store, publisher: self.publisher)
    }

    /// What an audience may see now. The store is asked each time whether anything is new, since another process may
    /// publish. Of a long dataset the rows before are shown until the new ones are in memory.
    func current(for audience: Audience = .everybody) async throws -> Shelf {
        let turn = editions.turn.load(ordering: .acquiring)
        let stamp = try await store.stamp()
        if let known = shelves[audience], known.stamp == stamp, known.turn == turn { return known.shelf }
        var releases: [Release] = []
        var structures: [String: PublicSchema] = [:]
        let current = Dictionary(grouping: try await store.releases(for: audience), by: \.schema)
        for (name, now) in current.sorted(by: { $0.key < $1.key }) {
            let held = await editions.held(name, for: audience, now: now, stamp: stamp)
            releases += held?.record.releases ?? now
            if let held {
                structures[name] = held.structure
            } else {
                structures[name] = try await store.structure(of: name, for: audience)
            }
        }
        let shelf = Shelf(
            publisher: publisher, releases: releases, beginnings: try await store.beginnings(), structures: structures,
            hasMap: hasInteractiveMap, audience: audience, answers: answers, library: self, stamp: stamp)
        shelves[audience] = (stamp, turn, shelf)
        if audience == .everybody { await files.keep(only: Set(shelf.editionTags.values)) }
        return shelf
    }

    /// The rows of a dataset; read once, however many ask for them at the same time.
    nonisolated func edition(of schema: String, on shelf: Shelf) async throws -> Edition? {
        try await editions.edition(of: schema, on: shelf)
    }

    /// The same if they are in memory already.
    nonisolated func editionInMemory(of schema: String, on shelf: Shelf) async -> Edition? {
        guard let tag = shelf.editionTags[schema] else { return nil }
        return await editions.known(schema, tag: tag, for: shelf.audience)
    }

    /// The files that a page offers. Sizes are given for what is rendered already or quick to render.
    func links(edition: Edition, commune: String?, on shelf: Shelf) async throws -> [FileLink] {
        var links: [FileLink] = []
        for export in Formats.offered(for: edition) {
            let name = FileName(commune: commune, export: export)
            let isQuick = edition.rowCount <= 5000 && !export.needsProgram
            let size =
                isQuick
                ? try await files.whole(name, of: edition.name, on: shelf)?.size
                : files.known(name, of: edition.name, on: shelf)?.size
            links.append(
                FileLink(
                    title: export.title, purpose: export.purpose, fileExtension: export.fileExtension, size: size))
        }
        return links
    }
}
