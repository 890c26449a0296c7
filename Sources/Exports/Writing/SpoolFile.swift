import Foundation

/// A file of our own for what does not fit in memory; it goes with whoever holds it.
final class SpoolFile {
    private let handle: FileHandle
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "gabarit-\(UUID().uuidString)")
        try Data().write(to: url)
        handle = try FileHandle(forUpdating: url)
    }

    deinit {
        try? handle.close()
        try? FileManager.default.removeItem(at: url)
    }

    /// Adds bytes at the end.
    func write(_ bytes: UnsafeRawBufferPointer) throws { try bytes.write(to: handle.fileDescriptor) }

    /// Some bytes of it.
    func read(_ count: Int, at place: Int) throws -> [UInt8] {
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            while done < count {
                let got = pread(
                    handle.fileDescriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(place + done))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                done += got
            }
            written = done
        }
        guard done == count else { throw CocoaError(.fileReadUnknown) }
        return bytes
    }

    /// Hands on all of it, piece by piece.
    func hand(to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        try handle.seek(toOffset: 0)
        while let piece = try handle.read(upToCount: 256 << 10), !piece.isEmpty { try piece.withUnsafeBytes(output) }
    }
}
