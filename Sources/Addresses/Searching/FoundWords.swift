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
                place == 0 || Self.adjectives.contains(words[0].word)
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

    private static let adjectives: Set<Word> = [
        Word("grand"), Word("petit"), Word("vieux"), Word("ancien"), Word("nouveau"),
    ]
}

/// A word of the name of a street.
struct FoundWord {
    var word: Word
    /// Its number in the index.
    var number: UInt32
    var meaning: WordClass
    var weight: Float
}

/// How alike two words are.
enum WordLikeness {
    case same
    /// Slips of the pen: how many, and whether they are likely ones.
    case slip(Int, isLikely: Bool)
    case plural
    /// They sound alike; with more than one slip between them they may still be two names.
    case sound(isNear: Bool)
    case shortened

    var similarity: Float {
        switch self {
        case .same: 1
        case .plural: 0.97
        case .slip(let count, _): count == 1 ? 0.9 : 0.8
        case .sound: 0.92
        case .shortened: 0.75
        }
    }

    /// Nil where they are not alike.
    init?(_ typed: Word, _ found: Word) {
        if typed == found {
            self = .same
            return
        }
        if typed.isNumber || found.isNumber { return nil }
        if typed.count == 1 || found.count == 1 {
            guard typed[0] == found[0] else { return nil }
            self = .shortened
            return
        }
        let shorter = min(typed.count, found.count), longer = max(typed.count, found.count)
        if shorter >= 3, longer - shorter > 2, found.hasPrefix(typed) || typed.hasPrefix(found) {
            self = .shortened
            return
        }
        if Self.withoutArticle(typed) == found || Self.withoutArticle(found) == typed {
            self = .same
            return
        }
        if longer == shorter + 1, shorter >= 4, Self.isPlural(typed, of: found) || Self.isPlural(found, of: typed) {
            self = .plural
            return
        }
        if let slips = Likeness.slips(typed, found, limit: Likeness.slipsAllowed(shorter)) {
            let isLikely = slips == 1 && Likeness.isLikelySlip(typed, found)
            self = Likeness.soundAlike(typed, found) ? .sound(isNear: slips == 1) : .slip(slips, isLikely: isLikely)
            return
        }
        if shorter >= 4, longer - shorter <= 3, Likeness.soundAlike(typed, found) {
            self = .sound(isNear: false)
            return
        }
        return nil
    }

    private static func isPlural(_ many: Word, of one: Word) -> Bool {
        many.hasPrefix(one) && many.count == one.count + 1
            && (many[one.count] == UInt8(ascii: "s") || many[one.count] == UInt8(ascii: "x"))
    }

    /// `delattre` is `lattre`, `lafontaine` is `fontaine`.
    private static func withoutArticle(_ word: Word) -> Word? {
        for article in articles where word.hasPrefix(article) && word.count >= article.count + 5 {
            return word.dropFirst(article.count)
        }
        return nil
    }

    private static let articles = [Word("de"), Word("du"), Word("la"), Word("le")]
}
