/// One part of a ZIP archive, and what the archive says of it (APPNOTE 6.3, §4.3).
struct ZipPart {
    var path: [UInt8]
    /// Where it begins in the archive.
    var start: Int
    var flags: UInt16
    var method: UInt16
    var checksum: UInt32 = 0
    var size = 0
    var packedSize = 0

    /// The path is UTF-8.
    static let utf8: UInt16 = 1 << 11
    /// The sizes stand behind the bytes.
    static let sizeFollows: UInt16 = 1 << 3
    /// From here on a size needs eight bytes.
    static let large = 0xFFFF_FFFF

    /// What stands before the bytes of a
    var header: [UInt8] {
        var bytes: [UInt8] = []
        bytes.add(UInt32(0x0403_4B50))
        bytes.add(UInt16(20))
        addCommon(to: &bytes)
        bytes.add(UInt32(packedSize))
        bytes.add(UInt32(size))
        bytes.add(UInt16(path.count))
        bytes.add(UInt16(0))
        return bytes + path
    }

    /// What stands in the list at the end.
    var entry: [UInt8] {
        let isLarge = size >= Self.large || packedSize >= Self.large || start >= Self.large
        var bytes: [UInt8] = []
        bytes.add(UInt32(0x0201_4B50))
        bytes.add(UInt16(isLarge ? 45 : 20))
        bytes.add(UInt16(isLarge ? 45 : 20))
        addCommon(to: &bytes)
        bytes.add(isLarge ? UInt32.max : UInt32(packedSize))
        bytes.add(isLarge ? UInt32.max : UInt32(size))
        bytes.add(UInt16(path.count))
        bytes.add(UInt16(isLarge ? 28 : 0))
        bytes.add(UInt16(0))
        bytes.add(UInt16(0))
        bytes.add(UInt16(0))
        bytes.add(UInt32(0))
        bytes.add(isLarge ? UInt32.max : UInt32(start))
        bytes += path
        if isLarge {
            bytes.add(UInt16(1))
            bytes.add(UInt16(24))
            bytes.add(UInt64(size))
            bytes.add(UInt64(packedSize))
            bytes.add(UInt64(start))
        }
        return bytes
    }

    /// Flags, method, 1 January 1980 at midnight, checksum.
    private func addCommon(to bytes: inout [UInt8]) {
        bytes.add(flags)
        bytes.add(method)
        bytes.add(UInt16(0))
        bytes.add(UInt16(0x21))
        bytes.add(checksum)
    }
}

extension [UInt8] {
    /// Adds a number, its lowest byte first.
    mutating func add(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
