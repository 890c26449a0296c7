import CZlib

/// A ZIP archive (APPNOTE 6.3) that is written from its beginning to its end, without a file on the disk: what is long
/// is compressed as it comes, and its size stands behind it.
///
/// Every part bears the first day that an archive can name, so that the same parts make the same bytes.
public final class ZipStream {
    private var parts: [ZipPart] = []
    private var place = 0
    private var deflater: Deflater?
    private let level: Int32

    /// An archive. `level` is how hard it compresses: 1 is the fastest, 9 the smallest.
    public init(level: Int = 2) { self.level = Int32(min(max(level, 1), 9)) }

    /// Adds a short part, whole.
    public func add(
        _ path: String, _ bytes: [UInt8], isCompressed: Bool = true,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        guard !isCompressed else {
            try begin(path, to: output)
            try bytes.withUnsafeBytes { try write($0, to: output) }
            return try end(to: output)
        }
        precondition(bytes.count < 1 << 31, "a part that is kept as it is must be short")
        var part = ZipPart(path: Array(path.utf8), start: place, flags: ZipPart.utf8, method: 0)
        part.checksum = bytes.withUnsafeBytes { Self.checksum(0, $0) }
        part.size = bytes.count
        part.packedSize = bytes.count
        parts.append(part)
        try put(part.header, to: output)
        try put(bytes, to: output)
    }

    /// Begins a part, which ``write(_:to:)`` fills and ``end(to:)`` ends.
    public func begin(_ path: String, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        precondition(deflater == nil, "the part before has not ended")
        let part = ZipPart(path: Array(path.utf8), start: place, flags: ZipPart.utf8 | ZipPart.sizeFollows, method: 8)
        parts.append(part)
        try put(part.header, to: output)
        deflater = Deflater(level: level)
    }

    /// Adds bytes to the part that was begun.
    public func write(_ bytes: UnsafeRawBufferPointer, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard let deflater else { preconditionFailure("no part has begun") }
        let last = parts.count - 1
        parts[last].checksum = Self.checksum(parts[last].checksum, bytes)
        parts[last].size += bytes.count
        try deflater.write(bytes, to: output)
    }

    /// Ends the part that was begun.
    public func end(to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard let deflater else { preconditionFailure("no part has begun") }
        try deflater.finish(to: output)
        self.deflater = nil
        let last = parts.count - 1
        parts[last].packedSize = deflater.written
        place += deflater.written
        var bytes: [UInt8] = []
        bytes.add(UInt32(0x0807_4B50))
        bytes.add(parts[last].checksum)
        if parts[last].size >= ZipPart.large || parts[last].packedSize >= ZipPart.large {
            bytes.add(UInt64(parts[last].packedSize))
            bytes.add(UInt64(parts[last].size))
        } else {
            bytes.add(UInt32(parts[last].packedSize))
            bytes.add(UInt32(parts[last].size))
        }
        try put(bytes, to: output)
    }

    /// Ends the archive with its list of parts.
    public func finish(to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        precondition(deflater == nil, "the part before has not ended")
        let start = place
        for part in parts { try put(part.entry, to: output) }
        let size = place - start
        var bytes: [UInt8] = []
        let isLarge = start >= ZipPart.large || size >= ZipPart.large || parts.count >= 0xFFFF
        if isLarge {
            bytes.add(UInt32(0x0606_4B50))
            bytes.add(UInt64(44))
            bytes.add(UInt16(45))
            bytes.add(UInt16(45))
            bytes.add(UInt32(0))
            bytes.add(UInt32(0))
            bytes.add(UInt64(parts.count))
            bytes.add(UInt64(parts.count))
            bytes.add(UInt64(size))
            bytes.add(UInt64(start))
            bytes.add(UInt32(0x0706_4B50))
            bytes.add(UInt32(0))
            bytes.add(UInt64(place))
            bytes.add(UInt32(1))
        }
        bytes.add(UInt32(0x0605_4B50))
        bytes.add(UInt32(0))
        let count = UInt16(isLarge ? 0xFFFF : parts.count)
        bytes.add(count)
        bytes.add(count)
        bytes.add(isLarge ? UInt32.max : UInt32(size))
        bytes.add(isLarge ? UInt32.max : UInt32(start))
        bytes.add(UInt16(0))
        try put(bytes, to: output)
    }

    private func put(_ bytes: [UInt8], to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        place += bytes.count
        try bytes.withUnsafeBytes(output)
    }

    private static func checksum(_ sum: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_z(UInt(sum), bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count))
    }
}
