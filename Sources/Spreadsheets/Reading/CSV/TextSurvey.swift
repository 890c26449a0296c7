#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What must be known of all bytes of a text before it is read: one pass, that lets go of what it has seen.
struct TextSurvey {
    let encoding: TextEncoding
    /// The length of the mark that says the encoding.
    let markLength: Int
    /// How many stretches of bytes are not good UTF-8.
    let bad: Int
    /// Whether there are zero bytes that stand for nothing.
    let hasZeros: Bool

    private static let stride = 1 << 23

    init(of bytes: UnsafeRawBufferPointer, forgetting forget: (Range<Int>) -> Void) {
        if let marked = TextEncoding.marked(bytes), marked.encoding.isWide {
            (encoding, markLength, bad, hasZeros) = (marked.encoding, marked.length, 0, false)
            return
        }
        var validity = UTF8Validity()
        var hasZeros = false
        var place = 0
        while place < bytes.count {
            let end = min(bytes.count, place + Self.stride)
            let next = validity.add(bytes, from: place, to: end)
            hasZeros = hasZeros || Self.holdsZero(bytes, in: place..<next)
            forget(place..<next)
            place = next
        }
        (encoding, markLength) = TextEncoding.found(in: bytes, validity: validity)
        bad = validity.bad
        self.hasZeros = hasZeros
    }

    /// Whether the text cannot be read where it lies, block by block.
    var needsRewriting: Bool { encoding.isWide || hasZeros }

    /// The text after its mark in UTF-8, or in its own encoding but without zeros.
    func rewritten(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        let narrow = encoding.isWide ? DecodedText.narrowed(bytes, as: encoding) : Array(bytes)
        return narrow.contains(0) ? narrow.filter { $0 != 0 } : narrow
    }

    private static func holdsZero(_ bytes: UnsafeRawBufferPointer, in range: Range<Int>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        return memchr(base + range.lowerBound, 0, range.count) != nil
    }
}
