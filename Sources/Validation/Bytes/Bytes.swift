/// The bytes of a cell, in UTF-8. They live as long as the record that they were cut from.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
    /// The bytes as text.
    var text: String { String(decoding: self, as: UTF8.self) }

    /// A part of the bytes.
    func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

    /// How many characters (code points) the text has: what a length means in a schema.
    var codePoints: Int {
        var length = 0
        for byte in self where byte & 0xC0 != 0x80 { length += 1 }
        return length
    }

    /// Whether the bytes are those of a text.
    func equals(_ other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        for place in 0..<count where self[place] != other[place] { return false }
        return true
    }

    /// Whether the bytes are the same.
    func equals(_ other: Bytes) -> Bool {
        guard count == other.count else { return false }
        for place in 0..<count where self[place] != other[place] { return false }
        return true
    }

    /// A number that differs where the bytes differ, most of the time. Seeded, and the same in every run.
    func mixed(seed: UInt64) -> UInt64 {
        var mix = seed ^ (UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15)
        let raw = UnsafeRawBufferPointer(self)
        var place = 0
        while place + 8 <= count {
            mix = (mix ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
            mix ^= mix >> 32
            place += 8
        }
        var rest: UInt64 = 0
        while place < count {
            rest = rest << 8 | UInt64(self[place])
            place += 1
        }
        mix = (mix ^ rest) &* 0xC4CE_B9FE_1A85_EC53
        return mix ^ (mix >> 29)
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII digit.
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    /// Whether the byte is an ASCII letter.
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
