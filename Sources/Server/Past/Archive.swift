import Catalog
import Editions
import Exports
import Foundation
import Store
import Tables

/// States of the past: rows that were read again, files that were made again. A few are kept; they are looked for one
/// at a time, so that the present never waits for them.
actor Archive {
    private let store: ReleaseStore
    private let publisher: Publisher
    private let reading = Workplaces(1, mostWaiting: 16)
    private let folder: URL
    private var editions = KeptWork<Edition>(limit: mostCells)
    private var files = KeptWork<PastFile>(limit: mostBytes)
    private var tallies: [String: ChangeTally] = [:]

    /// The cells of the editions that are kept: a few hundred megabytes.
    private static let mostCells = 4_000_000
    /// The bytes of the files that are kept.
    private static let mostBytes = 1_000_000_000

    init(store: ReleaseStore, publisher: Publisher) {
        self.store = store
        self.publisher = publisher
        folder = FileManager.default.temporaryDirectory.appending(
            path: "gabarit-past-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString.prefix(8))")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The rows of a state.
    func edition(_ state: PastState) async throws -> Edition? {
        let (store, publisher, reading) = (store, publisher, reading)
        let work = editions.work(state.tag) {
            try await reading.take {
                var edition = try await store.edition(
                    of: state.record.name, at: state.moment, for: state.audience, by: publisher.name)
                edition?.formerCodes = publisher.formerCodes
                return edition
            }
        }
        let edition = try await finished(work) { editions.forget(state.tag) }
        _ = editions.weigh(state.tag, (edition?.rowCount ?? 0) * (edition?.table.fields.count ?? 0))
        return edition
    }

    /// A file of a state; nil where the format cannot hold it.
    func file(_ name: FileName, of state: PastState) async throws -> PastFile? {
        let key = "\(state.tag)-\(name.text)"
        let file = folder.appending(path: key)
        let work = files.work(key) { try await self.render(name, of: state, to: file) }
        let rendered = try await finished(work) { files.forget(key) }
        for old in files.weigh(key, rendered?.size ?? 0) {
            try? FileManager.default.removeItem(at: folder.appending(path: old))
        }
        return rendered
    }

    /// How many objects a release touched, as everybody may know today. `tag` changes with what is hidden.
    func tally(of release: Release, tag: String) async throws -> ChangeTally {
        let key = "\(release.id) \(tag)"
        if let known = tallies[key] { return known }
        let store = store
        let tally: ChangeTally
        do {
            tally = try await reading.take { try await store.tally(of: release.id) } ?? ChangeTally()
        } catch is Workplaces.Full {
            throw PageProblem.busy
        }
        if tallies.count > 10_000 { tallies = [:] }
        tallies[key] = tally
        return tally
    }

    private func finished<Value: Sendable>(
        _ work: Task<Value?, any Error>, otherwise forget: () -> Void
    ) async throws -> Value? {
        do {
            return try await work.value
        } catch {
            forget()
            throw error is Workplaces.Full ? PageProblem.busy : error
        }
    }

    private func render(_ name: FileName, of state: PastState, to file: URL) async throws -> PastFile? {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let options = ExportOptions(
            projection: name.projection, modified: state.record.lastPublished ?? .distantPast)
        let isLong = name.commune == nil && state.size > Rendering.manyRows
        guard try await isLong ? stream(name, state, options, to: file) : write(name, state, options, to: file) else {
            return nil
        }
        let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
        return PastFile(file: file, size: size ?? 0)
    }

    private func stream(
        _ name: FileName, _ state: PastState, _ options: ExportOptions, to file: URL
    ) async throws -> Bool {
        let (store, export) = (store, name.export)
        return try await reading.take {
            try await store.stream(state.record.name, at: state.moment, for: state.audience) { rows in
                let schema = rows.structure.schema
                guard export.isOffered(for: schema, hasPositions: true) else { return false }
                try export.write(
                    RowBatches(fields: rows.fields) { try rows.next() }, schema: schema, options: options, to: file)
                return true
            }
        } ?? false
    }

    private func write(
        _ name: FileName, _ state: PastState, _ options: ExportOptions, to file: URL
    ) async throws -> Bool {
        guard let edition = try await edition(state), !Formats.offered(for: edition, among: [name.export]).isEmpty
        else { return false }
        try await reading.take {
            try await onItsOwnThread {
                let rows = name.commune.map { edition.rows(of: $0) }
                try name.export.write(
                    RowBatches(edition, rows: rows), schema: edition.schema, options: options, to: file)
            }
        }
        return true
    }
}

/// A file of a state of the past, on the disk.
struct PastFile: Sendable {
    let file: URL
    let size: Int
}

/// Work that is done once for all who ask for it, and of whose results a few are kept: those that were asked for last.
private struct KeptWork<Value: Sendable> {
    let limit: Int
    private var tasks: [String: Task<Value?, any Error>] = [:]
    private var weights: [String: Int] = [:]
    /// The names, the one that was asked for last at the end.
    private var order: [String] = []

    init(limit: Int) { self.limit = limit }

    /// The work of a name; begun where nobody has asked for it.
    mutating func work(
        _ name: String, _ begin: @escaping @Sendable () async throws -> Value?
    ) -> Task<Value?, any Error> {
        order.removeAll { $0 == name }
        order.append(name)
        if let known = tasks[name] { return known }
        let task = Task.detached(operation: begin)
        tasks[name] = task
        return task
    }

    mutating func forget(_ name: String) {
        tasks[name] = nil
        weights[name] = nil
        order.removeAll { $0 == name }
    }

    /// Notes what a result weighs; gives the names of those that are forgotten for it, never the last few.
    mutating func weigh(_ name: String, _ weight: Int) -> [String] {
        guard tasks[name] != nil else { return [] }
        weights[name] = weight
        var forgotten: [String] = []
        while weights.values.reduce(0, +) > limit, let oldest = order.first(where: { weights[$0] != nil }),
            oldest != name
        {
            forgotten.append(oldest)
            forget(oldest)
        }
        return forgotten
    }
}
