/// One word of an address in its plain form: at most sixteen small letters and digits, without accents.
///
/// The letters stand in two numbers, the first letter in the highest byte, so that words compare as a dictionary
/// sorts them and the words with one beginning are neighbours. Of a longer word, the first sixteen letters are kept:
/// no two French street words differ only after them.
public struct Word: Hashable, Comparable, Sendable, BitwiseCopyable {
    var high: UInt64
    var low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A word of letters that are plain already.
    init(_ letters: some Sequence<UInt8>) {
        self.init(high: 0, low: 0)
        var count = 0
        for letter in letters {
            append(letter, at: count)
            count += 1
        }
    }

    /// A word of the source: `Word("avenue")`.
    init(_ text: StaticString) {
        self.init(high: 0, low: 0)
        for place in 0..<text.utf8CodeUnitCount { append(text.utf8Start[place], at: place) }
    }

    /// Sets the letter at a place; beyond sixteen, nothing.
    mutating func append(_ letter: UInt8, at place: Int) {
        if place < 8 {
            high |= UInt64(letter) << UInt64(56 - 8 * place)
        } else if place < 16 {
            low |= UInt64(letter) << UInt64(56 - 8 * (place - 8))
        }
    }

    /// How many letters it has.
    var count: Int {
        low == 0 ? 8 - high.trailingZeroBitCount / 8 : 16 - low.trailingZeroBitCount / 8
    }

    /// The letter at a place before `count`.
    subscript(place: Int) -> UInt8 {
        place < 8
            ? UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * place))
            : UInt8(truncatingIfNeeded: low >> UInt64(56 - 8 * (place - 8)))
    }

    /// Its letters, in their order.
    var letters: [UInt8] { (0..<count).map { self[$0] } }

    /// The word as text.
    var text: String { String(decoding: letters, as: UTF8.self) }

    /// Whether it is made of digits only.
    var isNumber: Bool { high != 0 && (0..<count).allSatisfy { (0x30...0x39).contains(self[$0]) } }

    /// Whether it is one letter: an initial, or what elision left.
    var isLetter: Bool { count == 1 && self[0] > 0x39 }

    /// Whether it begins as the other word does.
    func hasPrefix(_ other: Word) -> Bool {
        let count = other.count
        guard count <= self.count else { return false }
        return count <= 8
            ? (high ^ other.high) & Self.mask(count) == 0
            : high == other.high && (low ^ other.low) & Self.mask(count - 8) == 0
    }

    /// Its first letters.
    func prefix(_ count: Int) -> Word {
        if count >= 16 { return self }
        return count <= 8
            ? Word(high: high & Self.mask(count), low: 0) : Word(high: high, low: low & Self.mask(count - 8))
    }

    /// What is left without its first letters.
    func dropFirst(_ count: Int) -> Word {
        if count == 0 { return self }
        if count >= 16 { return Word(high: 0, low: 0) }
        if count >= 8 { return Word(high: low << UInt64(8 * (count - 8)), low: 0) }
        return Word(high: high << UInt64(8 * count) | low >> UInt64(64 - 8 * count), low: low << UInt64(8 * count))
    }

    /// The two words written as one.
    func joined(_ other: Word) -> Word {
        var joined = self
        let start = count
        for place in 0..<other.count { joined.append(other[place], at: start + place) }
        return joined
    }

    /// Which of the letters and digits it has, one bit each: what tells two words apart at a glance.
    var letterSet: UInt32 {
        var set: UInt32 = 0
        for place in 0..<count { set |= 1 << UInt32(self[place] & 31) }
        return set
    }

    private static func mask(_ letters: Int) -> UInt64 { letters == 0 ? 0 : ~0 << UInt64(64 - 8 * letters) }

    /// The sum under which the index finds it: the same on every machine and in every run.
    var fingerprint: UInt64 {
        var mixed = (high ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        mixed ^= mixed >> 29
        mixed = (mixed ^ low) &* 0x94D0_49BB_1331_11EB
        mixed = (mixed ^ (mixed >> 32)) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ (mixed >> 31)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

    public static func < (first: Word, second: Word) -> Bool {
        first.high == second.high ? first.low < second.low : first.high < second.high
    }
}
