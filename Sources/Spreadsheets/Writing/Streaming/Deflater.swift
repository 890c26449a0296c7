import CZlib

/// Bytes on their way to a smaller form (RFC 1951), piece by piece.
final class Deflater {
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    /// How many bytes came out.
    private(set) var written = 0

    /// `level` is zlib's: 1 is the fastest, 9 the smallest.
    init(level: Int32) {
        stream.initialize(to: z_stream())
        // Negative bits of window: no header and no checksum around the bytes, as ZIP wants it.
        let status = deflateInit2_(
            stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "zlib cannot begin")
    }

    deinit {
        deflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
        buffer.deallocate()
    }

    func write(_ bytes: UnsafeRawBufferPointer, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        var rest = bytes
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
            try run(piece, Z_NO_FLUSH, to: output)
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
        }
    }

    func finish(to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        try run(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH, to: output)
    }

    private func run(
        _ bytes: UnsafeRawBufferPointer, _ flush: Int32, to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(bytes.count)
        repeat {
            stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
            stream.pointee.avail_out = UInt32(buffer.count)
            deflate(stream, flush)
            let count = buffer.count - Int(stream.pointee.avail_out)
            written += count
            if count > 0 { try output(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
        } while stream.pointee.avail_out == 0
    }
}
