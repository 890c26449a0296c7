/// A number for a text and its kind, the same throughout one run of the program and another in the next.
///
/// Seeded, so that no upload can be made of values that all collide; products of 64 bits after wyhash, because every
/// cell of every file passes here.
struct TextHash {
    private let first: UInt64
    private let second: UInt64

    /// The hash of this run of the program.
    static let ofThisRun = TextHash()

    private init() {
        first = Self.chance(1)
        second = Self.chance(2)
    }

    /// The standard library draws a seed for each run.
    private static func chance(_ number: Int) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(number)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// The number of a text of a kind.
    @inline(__always)
    func of(_ text: UnsafeRawBufferPointer, kind: UInt8) -> UInt32 {
        let count = text.count
        var state = Self.mixed(UInt64(count) ^ first, UInt64(kind) &+ second)
        guard count > 0, let start = text.baseAddress else { return UInt32(truncatingIfNeeded: state) }
        var place = 0
        while place &+ 16 < count {
            state = Self.mixed(Self.word(start + place) ^ first, Self.word(start + place + 8) ^ state)
            place &+= 16
        }
        let last = Self.ending(start, count)
        state = Self.mixed(last.0 ^ first, last.1 ^ state)
        return UInt32(truncatingIfNeeded: state ^ state &>> 32)
    }

    /// The last 16 bytes of a text, or all that it has.
    @inline(__always)
    private static func ending(_ start: UnsafeRawPointer, _ count: Int) -> (UInt64, UInt64) {
        if count >= 16 { return (word(start + count - 16), word(start + count - 8)) }
        if count >= 8 { return (word(start), word(start + count - 8)) }
        if count >= 4 { return (half(start), half(start + count - 4)) }
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        return (UInt64(bytes[0]), UInt64(bytes[count / 2]) &<< 8 | UInt64(bytes[count - 1]))
    }

    @inline(__always)
    private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }

    @inline(__always)
    private static func word(_ place: UnsafeRawPointer) -> UInt64 { place.loadUnaligned(as: UInt64.self) }

    @inline(__always)
    private static func half(_ place: UnsafeRawPointer) -> UInt64 { UInt64(place.loadUnaligned(as: UInt32.self)) }
}
