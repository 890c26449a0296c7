import Catalog
import Editions
import Exports
import Foundation
import Portal
import Schemas
import Store
import Tables

/// What is published now, and the files rendered from it.
actor Library {
    nonisolated let store: ReleaseStore
    nonisolated let publisher: Publisher
    nonisolated let hasInteractiveMap: Bool
    private let answers: MetadataAnswers
    private var shelves: [Audience: (stamp: Int64, shelf: Shelf)] = [:]
    private var editions: [EditionKey: (tag: String, edition: Task<Edition?, any Error>)] = [:]
    nonisolated let files = FileDesk()

    private struct EditionKey: Hashable {
        var schema: String
        var audience: Audience
    }

    /// - Parameter answers: What people said of the datasets that no model says.
    init(store: ReleaseStore, publisher: Publisher, answers: MetadataAnswers, hasInteractiveMap: Bool) {
        self.store = store
        self.publisher = publisher.completed(by: answers)
        self.answers = answers
        self.hasInteractiveMap = hasInteractiveMap
    }

    /// What an audience may see now. The store is asked each time whether anything is new, since another process may
    /// publish.
    func current(for audience: Audience = .everybody) async throws -> Shelf {
        let stamp = try await store.stamp()
        if let known = shelves[audience], known.stamp == stamp { return known.shelf }
        let releases = try await store.releases()
        var structures: [String: PublicSchema] = [:]
        for name in Set(releases.map(\.schema)) {
            structures[name] = try await store.structure(of: name, for: audience)
        }
        let shelf = Shelf(
            publisher: publisher, releases: releases, beginnings: try await store.beginnings(), structures: structures,
            hasMap: hasInteractiveMap,
            audience: audience, answers: answers, library: self)
        shelves[audience] = (stamp, shelf)
        if audience == .everybody { await files.keep(only: Set(shelf.editionTags.values)) }
        return shelf
    }

    /// The rows of a dataset under a tag; read once, however many ask for them at the same time.
    func edition(of schema: String, tag: String, for audience: Audience) async throws -> Edition? {
        let key = EditionKey(schema: schema, audience: audience)
        if let known = editions[key], known.tag == tag { return try await known.edition.value }
        let (store, name) = (store, publisher.name)
        let reading = Task { try await store.edition(of: schema, for: audience, by: name) }
        editions[key] = (tag, reading)
        do {
            return try await reading.value
        } catch {
            editions[key] = nil
            throw error
        }
    }

    /// The files that a page offers. Sizes are given for what is rendered already or quick to render.
    func links(edition: Edition, commune: String?, on shelf: Shelf) async throws -> [FileLink] {
        var links: [FileLink] = []
        for export in Formats.offered(for: edition) {
            let name = FileName(commune: commune, export: export)
            let isQuick = edition.rowCount <= 5000 && !export.needsProgram
            let size =
                isQuick
                ? try await files.file(name, of: edition.name, on: shelf)?.size
                : await files.knownSize(name, of: edition.name, on: shelf)
            links.append(
                FileLink(
                    title: export.title, purpose: export.purpose, fileExtension: export.fileExtension, size: size))
        }
        return links
    }
}
