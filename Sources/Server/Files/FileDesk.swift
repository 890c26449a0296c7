import Catalog
import Editions
import Exports
import Foundation
import Store
import Synchronization

/// Rendered files, kept on the disk under the tag of their edition: each is made once, by whoever asks first, and
/// given out from there in parts, again and again. A long one is given out while it is made.
actor FileDesk {
    private let folder = FileDeskFolder()
    private var files: [Key: State] = [:]
    private var places: [Key: Task<Bool, any Error>] = [:]
    /// The oldest first.
    private var order: [Key] = []
    private var number = 0
    /// Those that are whole.
    private nonisolated let written = Mutex<[Key: RenderedFile]>([:])
    /// How many files were made: grows whenever more is known of one.
    nonisolated let made = Atomic(0)
    private let long = Workplaces(2)
    private let short = Workplaces(4)

    private enum State {
        case underway(GrowingFile, Task<RenderedFile?, any Error>)
        case whole(RenderedFile?)
    }

    private struct Key: Hashable {
        var dataset: String
        var tag: String
        var name: String
    }

    /// What whoever asks for a file is given.
    enum Given: Sendable {
        case whole(RenderedFile)
        case growing(GrowingFile)
    }

    /// What is shorter is waited for: its length can be told.
    private static let much = 1 << 20

    /// What all files may weigh; those that were made first go first.
    private static let most = 8 << 30

    // MARK: Asking

    /// A file of a dataset, whole, or still growing where it is long; nil where nothing is published or the format
    /// cannot hold it.
    func file(_ name: FileName, of dataset: String, on shelf: Shelf) async throws -> Given? {
        guard let key = key(name, dataset, shelf), try await offers(name, of: dataset, on: shelf) else { return nil }
        switch state(key, name, shelf) {
        case .whole(let file): return file.map { .whole($0) }
        case .underway(let growing, let work):
            if name.export.isWrittenInOrder, try await growing.size(above: Self.much) > Self.much {
                return .growing(growing)
            }
            return try await work.value.map { .whole($0) }
        }
    }

    /// The same, once it is whole.
    func whole(_ name: FileName, of dataset: String, on shelf: Shelf) async throws -> RenderedFile? {
        guard let key = key(name, dataset, shelf), try await offers(name, of: dataset, on: shelf) else { return nil }
        switch state(key, name, shelf) {
        case .whole(let file): return file
        case .underway(_, let work): return try await work.value
        }
    }

    /// A file that was rendered already.
    nonisolated func known(_ name: FileName, of dataset: String, on shelf: Shelf) -> RenderedFile? {
        guard let key = key(name, dataset, shelf) else { return nil }
        return written.withLock { $0[key] }
    }

    /// What is known of all files of a dataset that were rendered already, by the ends of their names.
    nonisolated func known(of dataset: String, commune: String?, on shelf: Shelf) -> [String: WrittenFile] {
        var known: [String: WrittenFile] = [:]
        for export in Formats.all {
            guard let file = self.known(FileName(commune: commune, export: export), of: dataset, on: shelf) else {
                continue
            }
            known[export.fileExtension] = WrittenFile(size: file.size, sha256: file.sha256)
        }
        return known
    }

    /// Whether a dataset can be had in a format. Some want to know whether any row has a place: of a long dataset, the
    /// store is asked until one is found.
    func offers(_ name: FileName, of dataset: String, on shelf: Shelf) async throws -> Bool {
        guard let key = key(FileName(export: name.export), dataset, shelf), let record = shelf.record(dataset),
            name.export.isOffered(for: record.schema, hasPositions: true)
        else { return false }
        if name.export.isOffered(for: record.schema, hasPositions: false) { return true }
        var question = key
        question.name = ""
        if let known = places[question] { return try await known.value }
        let task = Task { try await shelf.hasPlaces(dataset) }
        places[question] = task
        do {
            return try await task.value
        } catch {
            places[question] = nil
            throw error
        }
    }

    private nonisolated func key(_ name: FileName, _ dataset: String, _ shelf: Shelf) -> Key? {
        shelf.editionTags[dataset].map { Key(dataset: dataset, tag: $0, name: name.text) }
    }

    // MARK: Making

    private func state(_ key: Key, _ name: FileName, _ shelf: Shelf) -> State {
        if let known = files[key] { return known }
        number += 1
        let growing = GrowingFile(folder.file(number))
        let work = Rendering(name: name, dataset: key.dataset, tag: key.tag, shelf: shelf)
        let line = work.isLong ? long : short
        let task = Task {
            do {
                let rendered = try await line.take { try await work.run(into: growing) }
                if rendered == nil { growing.fail(Outdated()) }
                keep(rendered, key)
                return rendered
            } catch {
                growing.fail(error)
                files[key] = nil
                throw error
            }
        }
        let state = State.underway(growing, task)
        files[key] = state
        return state
    }

    private func keep(_ rendered: RenderedFile?, _ key: Key) {
        files[key] = .whole(rendered)
        written.withLock { $0[key] = rendered }
        order.append(key)
        made.add(1, ordering: .releasing)
        var weight = order.reduce(0) { $0 + size($1) }
        while weight > Self.most, order.count > 1 {
            weight -= size(order[0])
            drop(order.removeFirst())
        }
    }

    /// Takes a file away.
    func forget(_ name: FileName, of dataset: String, on shelf: Shelf) {
        guard let key = key(name, dataset, shelf) else { return }
        order.removeAll { $0 == key }
        drop(key)
    }

    private func size(_ key: Key) -> Int {
        if case .whole(let file?) = files[key] { file.size } else { 0 }
    }

    private func drop(_ key: Key) {
        if case .whole(let file?) = files[key] { try? FileManager.default.removeItem(at: file.file) }
        files[key] = nil
        written.withLock { $0[key] = nil }
    }

    /// Forgets the files of editions that are no longer current. What is under way goes the next time.
    func keep(only tags: Set<String>) {
        for key in order where !tags.contains(key.tag) { drop(key) }
        order.removeAll { !tags.contains($0.tag) }
        places = places.filter { tags.contains($0.key.tag) }
    }
}

extension Shelf {
    /// Whether any row of a dataset has a place.
    fileprivate func hasPlaces(_ dataset: String) async throws -> Bool {
        guard let record = record(dataset) else { return false }
        let isLong = record.rowCount > Rendering.manyRows
        if isLong, await library.editionInMemory(of: dataset, on: self) == nil {
            return try await library.store.stream(dataset, for: audience) { rows in
                while let batch = try rows.next() {
                    if Positions(batch, schema: rows.structure.schema).all.contains(where: { $0 != nil }) {
                        return true
                    }
                }
                return false
            } ?? false
        }
        return try await edition(of: dataset)?.extent != nil
    }
}
