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
        var open: OpenFile?
        var size = 0
        var end: Result<Void, any Error>?
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    init(_ file: URL) {
        self.file = file
        draft = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent)")
    }

    deinit {
        // A draft that nobody ended is of no use.
        if state.withLock({ $0.end == nil }) { unlink(draft.path) }
    }

    // MARK: Writing

    /// Adds bytes at the end.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        try opened().append(bytes)
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

    private func opened() throws -> OpenFile {
        if let known = state.withLock({ $0.open }) { return known }
        let made = try OpenFile(draft, O_RDWR | O_CREAT | O_TRUNC)
        state.withLock { $0.open = made }
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

    /// Some of the bytes that are there; the first piece of them where they are many.
    func piece(_ range: Range<Int>) throws -> ByteBuffer {
        guard let open = state.withLock({ $0.open }) else { return ByteBuffer() }
        return try open.piece(range)
    }
}
