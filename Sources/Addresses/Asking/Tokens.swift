/// The words of a line, each with the sign before it.
struct Tokens {
    var words: [Token] = []

    struct Token {
        var word: Word
        var sign: UInt8

        /// The packed postcode, where the word is one.
        var postcode: UInt32? { word.count == 5 && word.isNumber ? PackedCode.pack(word) : nil }

        /// The same; one that lost its first zero gets it back.
        var paddedPostcode: UInt32? {
            word.count == 4 && word.isNumber ? PackedCode.pack("0" + word.text) : postcode
        }
    }

    /// Words that were cut already.
    init(_ words: some Sequence<Word>) { self.words = words.map { Token(word: $0, sign: 0x20) } }

    init(_ text: String) {
        words.reserveCapacity(16)
        var text = text
        text.withUTF8 { bytes in WordCutter.cut(bytes) { words.append(Token(word: $0, sign: $1)) } }
    }

    /// The last word that can be a postcode.
    var postcodePlace: Int? { words.indices.last { words[$0].postcode != nil } }

    /// Drops `CEDEX 3`.
    mutating func dropCedex() -> Bool {
        guard let place = words.firstIndex(where: { $0.word == Word("cedex") }) else { return false }
        words.remove(at: place)
        if place < words.count, words[place].word.isNumber, words[place].word.count <= 2 { words.remove(at: place) }
        return true
    }

    /// Drops what says nothing of where the house stands: post boxes, floors, flats, `lieu-dit`.
    mutating func dropClutter() {
        var place = 0
        while place < words.count {
            let length = Clutter.length(words, at: place)
            if length > 0 { words.removeSubrange(place..<place + length) } else { place += 1 }
        }
    }

    /// `R. DE L'AVIATION`: one letter after the number is the kind of street.
    mutating func openKind() {
        guard words.count > 1, words[0].word == Word("r") || words[0].word == Word("q"), !isKind(1) else { return }
        words[0].word = words[0].word == Word("r") ? Word("rue") : Word("quai")
    }

    /// Whether a kind of street begins at a place: `rue`, `r`, `grande rue`.
    func isKind(_ place: Int) -> Bool {
        guard place < words.count else { return false }
        let word = words[place].word
        return PlainWords.classOf(PlainWords.full(word)) == .kind || Self.singleLetterKinds.contains(word)
            || (Self.adjectives.contains(PlainWords.full(word)) && place + 1 < words.count
                && PlainWords.classOf(PlainWords.full(words[place + 1].word)) == .kind)
    }

    static let singleLetterKinds: WordSet = [Word("r"), Word("q"), Word("c")]
    static let adjectives: WordSet = [
        Word("grand"), Word("petit"), Word("vieux"), Word("ancien"), Word("nouveau"),
    ]
    static let numberMarks: WordSet = [Word("n"), Word("no"), Word("num"), Word("numero")]
    static let months: WordSet = [
        Word("janvier"), Word("fevrier"), Word("mars"), Word("avril"), Word("mai"), Word("juin"), Word("juillet"),
        Word("aout"), Word("septembre"), Word("sept"), Word("octobre"), Word("oct"), Word("nov"), Word("dec"),
        Word("novembre"), Word("decembre"), Word("janv"), Word("fevr"), Word("avr"), Word("juil"),
    ]
}
