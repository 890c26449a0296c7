/// Writes the few forms of Protocol Buffers that vector tiles are made of.
enum ProtobufText {
    /// A whole number of variable length.
    static func varint(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A whole number of a field.
    static func number(_ field: UInt64, _ number: UInt64, to bytes: inout [UInt8]) {
        varint(field << 3, to: &bytes)
        varint(number, to: &bytes)
    }

    /// Bytes, a text or a message of a field.
    static func block(_ field: UInt64, _ block: some Collection<UInt8>, to bytes: inout [UInt8]) {
        varint(field << 3 | 2, to: &bytes)
        varint(UInt64(block.count), to: &bytes)
        bytes += block
    }

    /// Whole numbers of a field, packed.
    static func packed(_ field: UInt64, _ numbers: some Collection<UInt32>, to bytes: inout [UInt8]) {
        varint(field << 3 | 2, to: &bytes)
        varint(UInt64(numbers.reduce(0) { $0 + length($1) }), to: &bytes)
        for number in numbers { varint(UInt64(number), to: &bytes) }
    }

    /// A decimal number of a field, in eight bytes.
    static func double(_ field: UInt64, _ number: Double, to bytes: inout [UInt8]) {
        varint(field << 3 | 1, to: &bytes)
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A number near zero becomes small, whatever its sign.
    static func zigzag(_ number: Int) -> UInt32 {
        let narrow = Int32(truncatingIfNeeded: number)
        return UInt32(bitPattern: (narrow << 1) ^ (narrow >> 31))
    }

    private static func length(_ number: UInt32) -> Int {
        number == 0 ? 1 : (38 - number.leadingZeroBitCount) / 7
    }
}
