/// Where the signs that end a field stand in 64 bytes of a text, as the bits of one number.
struct SeparatorMask {
    static let width = 64

    private let feed = SIMD16<UInt8>(repeating: 0x0A)
    private let carriage = SIMD16<UInt8>(repeating: 0x0D)
    private let delimiter: SIMD16<UInt8>
    private let sign: UInt8

    init(delimiter: UInt8) {
        sign = delimiter
        self.delimiter = SIMD16(repeating: delimiter)
    }

    /// The bits of the bytes from `place` on: the lowest is the first byte. Beyond the end nothing stands.
    @inline(__always)
    func bits(of bytes: UnsafeRawBufferPointer, from place: Int) -> UInt64 {
        guard place + Self.width <= bytes.count, let base = bytes.baseAddress else {
            return bitsAtEnd(of: bytes, from: place)
        }
        let first = bits(base + place) | bits(base + place + 16) &<< 16
        return first | bits(base + place + 32) &<< 32 | bits(base + place + 48) &<< 48
    }

    @inline(__always)
    private func bits(_ place: UnsafeRawPointer) -> UInt64 {
        let bytes = place.loadUnaligned(as: SIMD16<UInt8>.self)
        let found = (bytes .== delimiter) .| (bytes .== feed) .| (bytes .== carriage)
        let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
        return Self.gathered(halves[0]) | Self.gathered(halves[1]) &<< 8
    }

    /// One bit of each of eight bytes that are all ones or all zeros: the product moves bit `8 i` to bit `56 + i`.
    @inline(__always)
    private static func gathered(_ bytes: UInt64) -> UInt64 {
        ((bytes & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) &>> 56
    }

    @inline(never)
    private func bitsAtEnd(of bytes: UnsafeRawBufferPointer, from place: Int) -> UInt64 {
        var bits: UInt64 = 0
        for next in place..<max(place, min(place + Self.width, bytes.count)) {
            let byte = bytes[next]
            if byte == sign || byte == 0x0A || byte == 0x0D { bits |= 1 &<< UInt64(next - place) }
        }
        return bits
    }
}
