public import Foundation

/// A file that is written piece by piece beside its place, put there when it is whole, and gone on with where it was
/// left if the work was killed.
// One thread writes at a time: `TableLocating` hands blocks on one by one.
public final class UnfinishedFile: @unchecked Sendable {
    /// How many blocks were written when the work was interrupted: 0 where it begins.
    public let blocksBefore: Int
    /// What was counted in them.
    public private(set) var counts: LocatedCounts
    private let place: URL
    private let part: URL
    private let notes: URL
    private let signature: String
    private let file: FileHandle
    private var written: UInt64

    /// What is noted beside an unfinished file.
    private struct Notes: Codable {
        var signature: String
        var blocks: Int
        var bytes: UInt64
        var counts: LocatedCounts
    }

    /// Goes on with a file, or begins it.
    ///
    /// - Parameter signature: Whatever must be the same for the work to go on: input, base, columns.
    public init(for place: URL, signature: String) throws {
        let folder = place.deletingLastPathComponent()
        self.place = place
        self.signature = signature
        part = folder.appendingPathComponent("\(place.lastPathComponent).part")
        notes = folder.appendingPathComponent("\(place.lastPathComponent).part.json")
        let size = (try? FileManager.default.attributesOfItem(atPath: part.path)[.size] as? UInt64) ?? nil
        let before = (try? Data(contentsOf: notes)).flatMap { try? JSONDecoder().decode(Notes.self, from: $0) }
        let known = before.flatMap { notes in
            notes.signature == signature && (size ?? 0) >= notes.bytes ? notes : nil
        }
        if known == nil {
            try? FileManager.default.removeItem(at: notes)
            try Data().write(to: part)
        }
        file = try FileHandle(forWritingTo: part)
        written = known?.bytes ?? 0
        blocksBefore = known?.blocks ?? 0
        counts = known?.counts ?? LocatedCounts()
        try file.truncate(atOffset: written)
        try file.seek(toOffset: written)
    }

    /// Writes the next block.
    public func append(_ bytes: [UInt8], _ step: TableLocating.Step) throws {
        try file.write(contentsOf: bytes)
        written += UInt64(bytes.count)
        counts = counts + step.counts
        let now = Notes(signature: signature, blocks: step.block + 1, bytes: written, counts: counts)
        try JSONEncoder().encode(now).write(to: notes, options: .atomic)
    }

    /// Puts the file in its place.
    public func finish() throws {
        try file.synchronize()
        try file.close()
        guard rename(part.path, place.path) == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: place.path])
        }
        try? FileManager.default.removeItem(at: notes)
    }
}
