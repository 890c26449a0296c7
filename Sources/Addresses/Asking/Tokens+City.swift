extension Tokens {
    /// The full words of a commune without articles: `LYON 03`, `Lyon 3 ème (Rhône)`, `LYON03` are `lyon 3`.
    var cityWords: [Word] {
        var city: [Word] = []
        for (place, token) in words.enumerated() {
            // What stands in parentheses is a département or a country.
            if token.sign == 0x28 { break }
            if place > 0, Self.ordinalEnds.contains(token.word), words[place - 1].word.count <= 3 { continue }
            for part in Self.apart(token.word) {
                let full = part.isNumber ? part : PlainWords.full(part)
                if PlainWords.classOf(full) != .article, full != Word("france") { city.append(full) }
            }
        }
        return city
    }

    /// A name and the number that is glued to it; a number without its zeros and its ending: `03` and `3e` are `3`.
    private static func apart(_ word: Word) -> [Word] {
        let letters = word.letters
        let name = letters.prefix { $0 > 0x39 }
        guard name.count < letters.count else { return [word] }
        var digits = letters.dropFirst(name.count).prefix { $0 <= 0x39 }.drop { $0 == 0x30 }
        if digits.isEmpty { digits = letters.suffix(1)[...] }
        let end = Word(letters.dropFirst(name.count).drop { $0 <= 0x39 })
        guard end.count == 0 || ordinalEnds.contains(end) else { return [word] }
        return name.isEmpty ? [Word(digits)] : [Word(name), Word(digits)]
    }

    private static let ordinalEnds: WordSet = [
        Word("e"), Word("er"), Word("eme"), Word("ere"), Word("ieme"), Word("arrondissement"), Word("arr"),
        Word("ardt"),
    ]
}
