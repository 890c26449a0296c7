import Foundation
import Hummingbird

/// A file that is open for as long as somebody holds it: it can be read to its end, also if it is taken away meanwhile.
final class OpenFile: Sendable {
    let descriptor: Int32

    /// The size of the pieces in which files are read: they come from the page cache in less time than it takes to
    /// change threads.
    static let piece = 32 << 10

    init(_ file: URL, _ way: Int32 = O_RDONLY) throws {
        descriptor = open(file.path, way | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileNoSuchFile) }
    }

    deinit { close(descriptor) }

    /// Some bytes that are there; the first piece of them where they are many.
    func piece(_ range: Range<Int>) throws -> ByteBuffer {
        let wanted = min(range.count, Self.piece)
        var buffer = ByteBufferAllocator().buffer(capacity: wanted)
        while buffer.readableBytes < wanted {
            let (place, rest) = (range.lowerBound + buffer.readableBytes, wanted - buffer.readableBytes)
            let got = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: rest) { space in
                max(0, pread(descriptor, space.baseAddress, rest, off_t(place)))
            }
            guard got > 0 else { throw CocoaError(.fileReadUnknown) }
        }
        return buffer
    }

    /// Adds bytes at the end.
    func append(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw CocoaError(errno == ENOSPC ? .fileWriteOutOfSpace : .fileWriteUnknown) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
