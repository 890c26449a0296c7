import Tables

/// What the last different numbers of a sheet look like in their format: a date or a long decimal comes again and
/// again, and takes long to write.
struct ShownNumbers {
    private struct Entry {
        var number: (UInt64, UInt64)
        var style: Int
        var value: Value
    }

    private static let size = 1 << 12
    private static let longest = 16
    private var entries: [Entry?] = []

    /// What a number looks like in a style; `show` is asked where it is not known.
    mutating func shown(
        _ bytes: UnsafeRawBufferPointer, style: Int, _ show: (UnsafeRawBufferPointer) -> Value
    ) -> Value {
        guard bytes.count <= Self.longest else { return show(bytes) }
        if entries.isEmpty { entries = Array(repeating: nil, count: Self.size) }
        let number = Self.packed(bytes)
        let mixed = (number.0 ^ number.1 &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(style)) &* 0x9E37_79B9_7F4A_7C15
        let place = Int(mixed &>> 52)
        if let entry = entries[place], entry.number == number, entry.style == style { return entry.value }
        let value = show(bytes)
        entries[place] = Entry(number: number, style: style, value: value)
        return value
    }

    /// The bytes as two numbers. A number of a spreadsheet holds no zero byte, so no two are the same.
    private static func packed(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        var packed: (UInt64, UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &packed) { $0.copyMemory(from: bytes) }
        return packed
    }
}
