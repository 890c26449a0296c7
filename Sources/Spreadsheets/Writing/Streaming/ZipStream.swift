import CZlib

/// A ZIP archive (APPNOTE 6.3) that is written from its beginning to its end, without a file on the disk: what is long
/// is compressed as it comes, and its size stands behind it.
///
/// Every part bears the first day that an archive can name, so that the same parts make the same bytes.
public final class ZipStream {
    private struct Part {
        var path: [UInt8]
        var start: Int
        var flags: UInt16
        var method: UInt16
        var checksum: UInt32 = 0
        var size = 0
        var packedSize = 0
    }

    private var parts: [Part] = []
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
        var part = Part(path: Array(path.utf8), start: place, flags: Self.utf8, method: 0)
        part.checksum = bytes.withUnsafeBytes { Self.checksum(0, $0) }
        part.size = bytes.count
        part.packedSize = bytes.count
        parts.append(part)
        try put(header(of: part), to: output)
        try put(bytes, to: output)
    }

    /// Begins a part, which ``write(_:to:)`` fills and ``end(to:)`` ends.
    public func begin(_ path: String, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        precondition(deflater == nil, "the part before has not ended")
        let part = Part(path: Array(path.utf8), start: place, flags: Self.utf8 | Self.sizeFollows, method: 8)
        parts.append(part)
        try put(header(of: part), to: output)
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
        if parts[last].size >= Self.large || parts[last].packedSize >= Self.large {
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
        for part in parts { try put(entry(of: part), to: output) }
        let size = place - start
        var bytes: [UInt8] = []
        let isLarge = start >= Self.large || size >= Self.large || parts.count >= 0xFFFF
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

    private static let utf8: UInt16 = 1 << 11
    private static let sizeFollows: UInt16 = 1 << 3
    /// From here on a size needs eight bytes.
    private static let large = 0xFFFF_FFFF

    private func put(_ bytes: [UInt8], to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        place += bytes.count
        try bytes.withUnsafeBytes(output)
    }

    /// What stands before the bytes of a part.
    private func header(of part: Part) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.add(UInt32(0x0403_4B50))
        bytes.add(UInt16(20))
        addCommon(part, to: &bytes)
        bytes.add(UInt32(part.packedSize))
        bytes.add(UInt32(part.size))
        bytes.add(UInt16(part.path.count))
        bytes.add(UInt16(0))
        return bytes + part.path
    }

    /// What stands in the list at the end.
    private func entry(of part: Part) -> [UInt8] {
        let isLarge = part.size >= Self.large || part.packedSize >= Self.large || part.start >= Self.large
        var bytes: [UInt8] = []
        bytes.add(UInt32(0x0201_4B50))
        bytes.add(UInt16(isLarge ? 45 : 20))
        bytes.add(UInt16(isLarge ? 45 : 20))
        addCommon(part, to: &bytes)
        bytes.add(isLarge ? UInt32.max : UInt32(part.packedSize))
        bytes.add(isLarge ? UInt32.max : UInt32(part.size))
        bytes.add(UInt16(part.path.count))
        bytes.add(UInt16(isLarge ? 28 : 0))
        bytes.add(UInt16(0))
        bytes.add(UInt16(0))
        bytes.add(UInt16(0))
        bytes.add(UInt32(0))
        bytes.add(isLarge ? UInt32.max : UInt32(part.start))
        bytes += part.path
        if isLarge {
            bytes.add(UInt16(1))
            bytes.add(UInt16(24))
            bytes.add(UInt64(part.size))
            bytes.add(UInt64(part.packedSize))
            bytes.add(UInt64(part.start))
        }
        return bytes
    }

    /// Flags, method, 1 January 1980 at midnight, checksum.
    private func addCommon(_ part: Part, to bytes: inout [UInt8]) {
        bytes.add(part.flags)
        bytes.add(part.method)
        bytes.add(UInt16(0))
        bytes.add(UInt16(0x21))
        bytes.add(part.checksum)
    }

    private static func checksum(_ sum: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_z(UInt(sum), bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count))
    }
}

extension [UInt8] {
    /// Adds a number, its lowest byte first.
    fileprivate mutating func add(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
