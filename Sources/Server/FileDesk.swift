import Catalog
import Store
import Editions
import Exports
import Foundation

/// Rendered files, kept on the disk under the tag of their edition: each is made once, by whoever asks first, and
/// given out from there in parts, again and again.
actor FileDesk {
    private let folder: URL
    private var rendering: [String: Task<RenderedFile?, any Error>] = [:]

    /// Files in a folder of the process, which is made anew.
    init() {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "gabarit-files-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString.prefix(8))")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A file of a dataset; nil where nothing is published or the format cannot hold it.
    func file(_ name: FileName, of dataset: String, on shelf: Shelf) async throws -> RenderedFile? {
        guard let path = path(name, dataset, shelf) else { return nil }
        if let known = rendering[path] { return try await known.value }
        let work = Rendering(name: name, dataset: dataset, shelf: shelf, file: folder.appending(path: path))
        let task = Task.detached { try await work.run() }
        rendering[path] = task
        do {
            return try await task.value
        } catch {
            rendering[path] = nil
            throw error
        }
    }

    /// The size of a file that was rendered already.
    func knownSize(_ name: FileName, of dataset: String, on shelf: Shelf) async -> Int? {
        guard let path = path(name, dataset, shelf), let known = rendering[path] else { return nil }
        return try? await known.value?.size
    }

    private func path(_ name: FileName, _ dataset: String, _ shelf: Shelf) -> String? {
        shelf.editionTags[dataset].map { "\(dataset)/\($0)/\(name.text)" }
    }

    /// Forgets the files of editions that are no longer current.
    func keep(only tags: Set<String>) {
        for path in rendering.keys {
            let tag = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
            if !tags.contains(tag) { rendering[path] = nil }
        }
        for schema in (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        {
            for edition in (try? FileManager.default.contentsOfDirectory(at: schema, includingPropertiesForKeys: nil))
                ?? []
            where !tags.contains(edition.lastPathComponent) {
                try? FileManager.default.removeItem(at: edition)
            }
        }
    }
}

/// One file that is rendered.
private struct Rendering: Sendable {
    let name: FileName
    let dataset: String
    let shelf: Shelf
    let file: URL

    /// Longer datasets are streamed from the store into the file, so that no memory holds them.
    private static let manyRows = 20_000

    func run() async throws -> RenderedFile? {
        guard let record = shelf.record(dataset) else { return nil }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let options = ExportOptions(projection: name.projection, modified: record.lastPublished ?? .distantPast)
        let isWritten =
            name.commune == nil && record.rowCount > Self.manyRows
            ? try await stream(options) : try await write(options)
        guard isWritten else { return nil }
        let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
        return RenderedFile(file: file, size: size ?? 0)
    }

    private func stream(_ options: ExportOptions) async throws -> Bool {
        let (export, file) = (name.export, file)
        let isWritten = try await shelf.library.store.stream(dataset, for: shelf.audience) { rows in
            let schema = rows.structure.schema
            guard export.isOffered(for: schema, hasPositions: true) else { return false }
            try export.write(
                RowBatches(fields: rows.fields) { try rows.next() }, schema: schema, options: options, to: file)
            return true
        }
        return isWritten ?? false
    }

    private func write(_ options: ExportOptions) async throws -> Bool {
        guard let edition = try await shelf.edition(of: dataset),
            !Formats.offered(for: edition, among: [name.export]).isEmpty
        else { return false }
        let rows = name.commune.map { edition.rows(of: $0) }
        try name.export.write(RowBatches(edition, rows: rows), schema: edition.schema, options: options, to: file)
        return true
    }
}

/// A file on the disk.
struct RenderedFile: Sendable {
    let file: URL
    let size: Int
}
