/// What an address holds that says nothing of where the house stands.
enum Clutter {
    /// How many words from a place on are clutter; 0 where none is.
    static func length(_ words: [Tokens.Token], at place: Int) -> Int {
        let word = words[place].word
        if postBoxes.contains(word) { return postBox(words, place, 1) }
        if word == Word("b"), follows(words, place, Word("p")) { return postBox(words, place, 2) }
        if word == Word("boite"), follows(words, place, Word("postale")) { return postBox(words, place, 2) }
        if word == Word("lieu") || word == Word("lieux"),
            follows(words, place, Word("dit")) || follows(words, place, Word("dits"))
        {
            return words.count > 2 ? 2 : 0
        }
        if word == Word("lieudit") || word == Word("lieuxdits") { return words.count > 1 ? 1 : 0 }
        if isOrdinal(word), place + 1 < words.count, PlainWords.full(words[place + 1].word) == Word("etage") {
            return 2
        }
        if word == Word("rdc") || word == Word("rch") { return 1 }
        if isGluedPostBox(word) { return 1 }
        let full = PlainWords.full(word)
        if doors.contains(full), place + 1 < words.count, isDoorName(words[place + 1].word, after: full),
            !isHouseNumber(words, place + 1)
        {
            return 2
        }
        return 0
    }

    /// `BP210`
    private static func isGluedPostBox(_ word: Word) -> Bool {
        guard word.count > 2, boxLetters.contains(word[0]) else { return false }
        return glued.contains { box in
            word.hasPrefix(box) && word.count > box.count && word.letters.dropFirst(box.count).allSatisfy { $0 <= 0x39 }
        }
    }

    /// Whether a number stands before a kind of street: then it is that of the house.
    private static func isHouseNumber(_ words: [Tokens.Token], _ place: Int) -> Bool {
        words[place].word.isNumber && place + 1 < words.count
            && PlainWords.classOf(PlainWords.full(words[place + 1].word)) == .kind
    }

    /// A post box has a number of its own, `BP n° 7015`; without one the letters are somebody's initials.
    private static func postBox(_ words: [Tokens.Token], _ place: Int, _ length: Int) -> Int {
        var end = place + length
        while end < words.count, end < place + length + 2, marks.contains(words[end].word) { end += 1 }
        guard end < words.count else { return 0 }
        let word = words[end].word
        if word.isNumber { return end + 1 - place }
        // `No30719`
        let digits = word.letters.drop { $0 > 0x39 }
        return word.letters.first == UInt8(ascii: "n") && digits.count >= 2 ? end + 1 - place : 0
    }

    private static func follows(_ words: [Tokens.Token], _ place: Int, _ next: Word) -> Bool {
        place + 1 < words.count && words[place + 1].word == next
    }

    /// `3e`, `12eme`, `1er`.
    private static func isOrdinal(_ word: Word) -> Bool {
        guard word[0] <= 0x39 else { return false }
        let letters = word.letters
        let digits = letters.prefix { $0 <= 0x39 }
        guard !digits.isEmpty, digits.count <= 2 else { return false }
        return [[], Array("e".utf8), Array("eme".utf8), Array("er".utf8), Array("ieme".utf8)]
            .contains(Array(letters.dropFirst(digits.count)))
    }

    /// `12`, `A`, `B3`: not a word, and after what may also be a street no lone letter that elides (`porte d'Italie`).
    private static func isDoorName(_ word: Word, after full: Word) -> Bool {
        if full == Word("porte") || full == Word("lotissement") { return word.isNumber }
        return word.isNumber && word.count <= 4 || word.count == 1
            || word.count <= 3 && word.letters.contains { $0 <= 0x39 }
    }

    private static let postBoxes: WordSet = [Word("bp"), Word("cs"), Word("tsa"), Word("cidex"), Word("cedexbp")]
    private static let glued = [Word("bp"), Word("cs"), Word("tsa"), Word("cidex")]
    private static let boxLetters: [UInt8] = [UInt8(ascii: "b"), UInt8(ascii: "c"), UInt8(ascii: "t")]
    private static let marks: WordSet = [Word("n"), Word("no"), Word("num"), Word("numero")]
    private static let doors: WordSet = [
        Word("appartement"), Word("batiment"), Word("hall"), Word("escalier"), Word("porte"), Word("etage"),
        Word("logement"), Word("boite"), Word("chambre"), Word("bureau"), Word("immeuble"), Word("bal"),
        Word("lotissement"), Word("esc"),
        Word("entree"),
    ]
}
