import Catalog
import Editions
import Foundation
import Logging
import Store
import Synchronization

/// The editions that stand in memory.
///
/// A short one is read anew by whoever asks first after a release, so that what is published is seen at once. A long
/// one goes on answering after a release until the next one is read and has worked out what the old one had: nobody
/// waits for that, and everybody sees the one or the other, whole.
actor StandingEditions {
    private let store: ReleaseStore
    private let publisher: Publisher
    private var standing: [Key: Standing] = [:]
    private var preparing: Set<Key> = []
    private var clock = 0
    /// Long ones are read one after the other: each takes the memory of all its rows.
    private let reading = Workplaces(1)
    /// Grows whenever a long edition takes the place of another.
    nonisolated let turn = Atomic(0)

    private struct Key: Hashable {
        var schema: String
        var audience: Audience
    }

    private struct Standing {
        /// The tag under which it was asked for; once it is read, its own.
        var tag: String
        /// What had been released when reading began: it may hold more.
        let stamp: Int64
        let work: Task<Edition?, any Error>
        /// Once it is read.
        var edition: Edition?
        var lastAsked: Int
    }

    /// How many rows of editions for others than everybody may stand in memory; the one asked for longest ago goes
    /// first.
    private static let mostRowsForOthers = 2_000_000

    init(store: ReleaseStore, publisher: Publisher) {
        self.store = store
        self.publisher = publisher
    }

    /// The rows of a dataset as a shelf shows them, or newer ones; read once, however many ask at the same time.
    func edition(of schema: String, on shelf: Shelf) async throws -> Edition? {
        guard let tag = shelf.editionTags[schema] else { return nil }
        let key = Key(schema: schema, audience: shelf.audience)
        clock += 1
        let found = standing[key]
        if found.map({ $0.tag == tag || $0.stamp >= shelf.stamp }) == true {
            standing[key]?.lastAsked = clock
        } else {
            let isLong = (shelf.record(schema)?.rowCount ?? 0) > Rendering.manyRows
            let work = Task { try await read(key, isLong: isLong) }
            standing[key] = Standing(tag: tag, stamp: shelf.stamp, work: work, lastAsked: clock)
        }
        guard let asked = standing[key] else { return nil }
        do {
            let edition = try await asked.work.value
            if let edition, standing[key]?.stamp == asked.stamp, standing[key]?.edition == nil {
                standing[key]?.edition = edition
                standing[key]?.tag = edition.tag
                makeRoom()
            }
            return edition
        } catch {
            if standing[key]?.stamp == asked.stamp { standing[key] = nil }
            throw error
        }
    }

    /// The same if it stands in memory already.
    func known(_ schema: String, tag: String, for audience: Audience) -> Edition? {
        let found = standing[Key(schema: schema, audience: audience)]
        return found?.tag == tag ? found?.edition : nil
    }

    /// A long edition that goes on answering, though other releases are current, until the next one is ready, which
    /// is begun here.
    func held(_ schema: String, for audience: Audience, now releases: [Release], stamp: Int64) -> Edition? {
        let key = Key(schema: schema, audience: audience)
        guard let old = standing[key]?.edition, old.rowCount > Rendering.manyRows,
            old.record.releases.map(\.id) != releases.map(\.id)
        else { return nil }
        if preparing.insert(key).inserted { Task { await prepare(key, after: old, stamp) } }
        return old
    }

    private func prepare(_ key: Key, after old: Edition, _ stamp: Int64) async {
        do {
            if let next = try await read(key, isLong: true) {
                try await onItsOwnThread { next.warm(like: old) }
                clock += 1
                standing[key] = Standing(
                    tag: next.tag, stamp: stamp, work: Task { next }, edition: next, lastAsked: clock)
            } else {
                standing[key] = nil
            }
        } catch {
            Logger(label: "gabarit.editions").error("no new edition", metadata: ["error": "\(error)"])
        }
        preparing.remove(key)
        turn.add(1, ordering: .releasing)
        Self.letGo(old)
    }

    /// Gives an edition back once those who asked before have their answers, on a thread of its own: to take apart a
    /// million rows takes as long as a hundred answers.
    private static func letGo(_ edition: Edition) {
        Thread { withExtendedLifetime(edition) { Thread.sleep(forTimeInterval: 2) } }.start()
    }

    private func read(_ key: Key, isLong: Bool) async throws -> Edition? {
        let (store, publisher) = (store, publisher)
        let work = { @Sendable in
            var edition = try await store.edition(of: key.schema, for: key.audience, by: publisher.name)
            edition?.formerCodes = publisher.formerCodes
            return edition
        }
        return isLong ? try await reading.take(work) : try await work()
    }

    private func makeRoom() {
        var others = standing.filter { $0.key.audience != .everybody && $0.value.edition != nil }
        func rows() -> Int { others.values.reduce(0) { $0 + ($1.edition?.rowCount ?? 0) } }
        while rows() > Self.mostRowsForOthers, others.count > 1,
            let oldest = others.min(by: { $0.value.lastAsked < $1.value.lastAsked })?.key
        {
            others[oldest] = nil
            standing[oldest] = nil
        }
    }
}
