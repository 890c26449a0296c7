import Catalog
import Editions
import Exports
import Foundation
import Store

/// One file that is written.
struct Rendering: Sendable {
    let name: FileName
    let dataset: String
    /// The tag of the rows that the file must hold.
    let tag: String
    let shelf: Shelf

    /// Longer datasets are streamed from the store into the file, so that no memory holds them.
    static let manyRows = 20_000

    /// Whether it takes long enough to stand in another line than the short ones.
    var isLong: Bool {
        guard let record = shelf.record(dataset) else { return false }
        let own = name.commune.flatMap { code in record.releases.first { $0.commune.code == code } }
        return (own?.rowCount ?? record.rowCount) > Self.manyRows
    }

    /// Writes the file; nil where nothing is published. Throws ``Outdated`` where a release came in between.
    func run(into file: GrowingFile) async throws -> RenderedFile? {
        guard let record = shelf.record(dataset) else { return nil }
        let options = ExportOptions(projection: name.projection, modified: record.lastPublished ?? .distantPast)
        let isStreamed = name.commune == nil && record.rowCount > Self.manyRows
        if isStreamed, await shelf.library.editionInMemory(of: dataset, on: shelf) == nil {
            return try await stream(options, into: file)
        }
        return try await write(options, into: file)
    }

    private func stream(_ options: ExportOptions, into file: GrowingFile) async throws -> RenderedFile? {
        let work = self
        return try await shelf.library.store.stream(dataset, for: shelf.audience) { rows in
            guard rows.tag == work.tag else { throw Outdated() }
            let batches = RowBatches(fields: rows.fields) { try rows.next() }
            return try work.write(batches, rows.structure, options, into: file)
        }
    }

    private func write(_ options: ExportOptions, into file: GrowingFile) async throws -> RenderedFile? {
        guard let edition = try await shelf.edition(of: dataset) else { return nil }
        guard edition.tag == tag else { throw Outdated() }
        let work = self
        return try await onItsOwnThread {
            let rows = work.name.commune.map { edition.rows(of: $0) }
            return try work.write(RowBatches(edition, rows: rows), edition.structure, options, into: file)
        }
    }

    private func write(
        _ batches: RowBatches, _ structure: PublicSchema, _ options: ExportOptions, into file: GrowingFile
    ) throws -> RenderedFile {
        var (size, sum) = (0, SHA256())
        try name.export.write(batches, schema: structure.schema, options: options) { piece in
            size += piece.count
            sum.add(piece)
            try file.append(piece)
        }
        return RenderedFile(file: try file.finish(), size: size, sha256: sum.digest())
    }
}

/// What was asked for is no longer what is published: ask again.
struct Outdated: Error {}

/// A file on the disk.
struct RenderedFile: Sendable {
    let file: URL
    let size: Int
    /// The SHA-256 of its bytes in hexadecimal.
    let sha256: String
}

/// Runs work that takes long on a thread that nobody else needs: Swift's own are as many as there are processors, and
/// every answer needs one.
func onItsOwnThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        let thread = Thread { continuation.resume(with: Swift.Result { try work() }) }
        thread.stackSize = 8 << 20
        thread.start()
    }
}
