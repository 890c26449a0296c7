/// The number of a house: `12`, `12 bis`.
struct HouseNumber: Equatable {
    var number: Int
    /// The suffix in one letter where it is a known one (`bis` → `b`), in small letters.
    var suffix: Word?
    /// The beginning of a range (`12-14`): the house may stand under either. The end, next to the street, comes first,
    /// as the national geocoder reads it.
    var from: Int?

    /// Reads `12`, `012`, `12bis`; nil where a word is not the number of a house.
    init?(_ word: Word) {
        var number = 0, digits = 0
        let count = word.count
        while digits < count, word[digits] <= 0x39 {
            number = number * 10 + Int(word[digits] - 0x30)
            digits += 1
        }
        guard digits > 0, digits <= 5, number <= 29_999 else { return nil }
        let rest = word.dropFirst(digits)
        guard digits == count || Self.isSuffix(rest) else { return nil }
        self.number = number
        suffix = digits == count ? nil : Self.letter(rest)
    }

    /// Whether letters after a number can be its suffix: one letter, or a Latin adverb.
    static func isSuffix(_ word: Word) -> Bool { word.count == 1 ? word[0] > 0x39 : adverbs[word] != nil }

    /// One word for all ways of writing a suffix.
    static func letter(_ suffix: Word) -> Word { adverbs[suffix] ?? suffix }

    private static let adverbs: [Word: Word] = [
        Word("bis"): Word("b"), Word("ter"): Word("t"), Word("quater"): Word("q"), Word("quat"): Word("q"),
        Word("quinquies"): Word("c"), Word("quinq"): Word("c"), Word("sexies"): Word("s"),
        Word("septies"): Word("septies"),
    ]
}
