import Foundation
import Hummingbird
import Synchronization

/// A file that is read while it is written: whoever asks for it follows at a pace of their own, from the disk, so that
/// a slow reader holds no memory and delays nobody, and one who leaves ends nothing.
///
/// It is written beside its name, which it gets when it is whole. One thread writes; any number read.
final class GrowingFile: Sendable {
    private let file: URL
    private let draft: URL
    private let state = Mutex(State())

    private struct State {
        var descriptor: Int32 = -1
        var size = 0
        var end: Result<Void, any Error>?
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    init(_ file: URL) {
        self.file = file
        draft = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent)")
    }

    deinit {
        state.withLock { state in
            if state.descriptor >= 0 { close(state.descriptor) }
            // A draft that nobody ended is of no use.
            if state.end == nil { unlink(draft.path) }
        }
    }

    // MARK: Writing

    /// Adds bytes at the end.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        let descriptor = try opened()
        while !rest.isEmpty {
            let count = write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw CocoaError(errno == ENOSPC ? .fileWriteOutOfSpace : .fileWriteUnknown) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        wake { $0.size += bytes.count }
    }

    /// Gives the file its name, now that it is whole.
    func finish() throws -> URL {
        _ = try opened()
        guard rename(draft.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        wake { $0.end = .success(()) }
        return file
    }

    /// Says that nothing more will come. Whoever reads is told, once the bytes that are there are read.
    func fail(_ error: any Error) {
        unlink(draft.path)
        wake { if $0.end == nil { $0.end = .failure(error) } }
    }

    private func opened() throws -> Int32 {
        let known = state.withLock { $0.descriptor }
        if known >= 0 { return known }
        let made = open(draft.path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard made >= 0 else { throw CocoaError(.fileWriteUnknown) }
        state.withLock { $0.descriptor = made }
        return made
    }

    private func wake(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { state.waiting = [] }
            return state.waiting
        }
        for reader in waiting { reader.resume() }
    }

    // MARK: Reading

    /// Waits until there are more than some bytes, or the file is whole; gives how many there are. Throws what ended
    /// the writing too early.
    func size(above known: Int) async throws -> Int {
        while true {
            let (size, end) = state.withLock { ($0.size, $0.end) }
            if size > known { return size }
            if let end {
                try end.get()
                return size
            }
            await change(from: size)
        }
    }

    private func change(from size: Int) async {
        await withCheckedContinuation { continuation in
            let isPast = state.withLock { state in
                if state.size != size || state.end != nil { return true }
                state.waiting.append(continuation)
                return false
            }
            if isPast { continuation.resume() }
        }
    }

    /// Some of the bytes that are there.
    func bytes(_ range: Range<Int>) throws -> ByteBuffer {
        let descriptor = state.withLock { $0.descriptor }
        var buffer = ByteBuffer()
        while buffer.readableBytes < range.count {
            let (place, wanted) = (range.lowerBound + buffer.readableBytes, range.count - buffer.readableBytes)
            let got = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: wanted) { space in
                max(0, pread(descriptor, space.baseAddress, wanted, off_t(place)))
            }
            guard got > 0 else { throw CocoaError(.fileReadUnknown) }
        }
        return buffer
    }
}
