/// The words of the name of a street that is compared with what was typed.
struct FoundWords {
    /// The telling words and titles, in their order.
    private(set) var words: [FoundWord] = []
    /// The kind that begins the name.
    private(set) var kind: Word?
    private(set) var weight: Float = 0

    init(_ name: NameEntry, _ index: AddressIndex) {
        let count = Int(name.wordCount)
        words.reserveCapacity(count)
        for place in 0..<count {
            let number = index.nameWords[Int(name.firstWord) + place]
            let entry = index.words[Int(number)]
            let word = entry.word
            let meaning = PlainWords.classOf(word)
            if meaning == .kind, kind == nil, place <= 1, words.count == place,
                place == 0 || Tokens.adjectives.contains(words[0].word)
            {
                kind = word
                continue
            }
            let telling: WordClass = meaning == .title ? .title : .telling
            let weight = StreetWords.weight(telling, names: entry.names, of: index.names.count)
            append(word, number, telling, word.isLetter ? 1.5 : weight)
        }
        if words.isEmpty, let kind, let number = index.number(of: kind) { append(kind, number, .telling, 4) }
    }

    private mutating func append(_ word: Word, _ number: UInt32, _ meaning: WordClass, _ weight: Float) {
        guard words.count < 30 else { return }
        words.append(FoundWord(word: word, number: number, meaning: meaning, weight: weight))
        self.weight += weight
    }

    /// The first word with a number that is not taken yet.
    func firstIndex(of number: UInt32, notIn taken: UInt32) -> Int? {
        words.indices.first { taken & (1 << UInt32($0)) == 0 && words[$0].number == number }
    }

    /// The word that is most like a typed one.
    func bestLike(_ typed: StreetWords.TypedWord, notIn taken: UInt32) -> (Int, WordLikeness)? {
        var best: (Int, WordLikeness)?
        for place in words.indices where taken & (1 << UInt32(place)) == 0 {
            guard let degree = WordLikeness(typed.word, words[place].word) else { continue }
            if best.map({ degree.similarity > $0.1.similarity }) ?? true { best = (place, degree) }
        }
        return best
    }

    /// Whether a word is the year of a date: `1945` after `mai`.
    func isYear(_ place: Int) -> Bool {
        place > 0 && words[place].word.isNumber && words[place].word.count == 4
            && Tokens.months.contains(words[place - 1].word)
    }
}

/// A word of the name of a street.
struct FoundWord {
    var word: Word
    /// Its number in the index.
    var number: UInt32
    var meaning: WordClass
    var weight: Float
}
