/// The words of a street as typed, ready to be compared.
struct StreetWords {
    /// The telling words and titles, in their order.
    var words: [TypedWord] = []
    /// The kind that begins the name, if one was typed.
    var kind: Word?
    /// The sum over all full words, articles too.
    var spelling: UInt32
    /// The sum over the words without articles.
    var sum: UInt32 = 0

    struct TypedWord {
        var word: Word
        /// Its number in the index; nil where no street of the base has it.
        var number: UInt32?
        var meaning: WordClass
        /// How much it tells: a rare word more than a common one.
        var weight: Float
    }

    /// `full` are the full words of the street in their order.
    init(_ full: ArraySlice<Word>, _ index: AddressIndex) {
        spelling = Vocabulary.spelling(full)
        for place in full.indices {
            let word = full[place]
            let next = place + 1 < full.endIndex ? full[place + 1] : nil
            let isInitial = word.count == 1 && Self.isInitial(word, before: next, isFirst: words.isEmpty && kind == nil)
            let meaning = isInitial ? .telling : PlainWords.classOf(word)
            if meaning == .article { continue }
            if words.isEmpty || words.count == 1 && Tokens.adjectives.contains(words[0].word) {
                if let kind {
                    // `rue RUE DE LUXEMBOURG`: one column said it, and the next one again.
                    if word == kind { continue }
                } else if let known = meaning == .kind ? word : Self.kind(like: word, index) {
                    kind = known
                    continue
                }
            }
            append(word, meaning == .title ? .title : .telling, index)
        }
        takeKindBehind()
        sum = Vocabulary.spelling((kind.map { [$0] } ?? []) + words.map(\.word))
        // `Place`, `Rue de la Place`: where nothing else tells, the kind does.
        if words.isEmpty, let kind {
            words = [TypedWord(word: kind, number: index.number(of: kind), meaning: .telling, weight: 4)]
        }
    }

    private mutating func append(_ word: Word, _ meaning: WordClass, _ index: AddressIndex) {
        let word = isYear(word) ? Word("19").joined(word) : word
        let number = index.number(of: word)
        if number == nil, let parts = Self.parts(of: word, index) {
            for part in parts { append(known: part, .telling, index.number(of: part), index) }
        } else {
            append(known: word, meaning, number, index)
        }
    }

    private mutating func append(known word: Word, _ meaning: WordClass, _ number: UInt32?, _ index: AddressIndex) {
        let weight = Self.weight(meaning, names: number.map { index.words[Int($0)].names }, of: index.names.count)
        words.append(
            TypedWord(word: word, number: number, meaning: meaning, weight: word.isLetter ? 1.5 : weight))
    }

    /// `8 mai 45` is `8 mai 1945`.
    private func isYear(_ word: Word) -> Bool {
        word.count == 2 && word.isNumber && words.last.map { Tokens.months.contains($0.word) } ?? false
    }

    /// Words that were written as one: `DEFER` for `de fer`, `SAINTEGENEVIEVE`. Only where the parts are known words.
    private static func parts(of word: Word, _ index: AddressIndex) -> [Word]? {
        let count = word.count
        guard count >= 5, count < 16 else { return nil }
        for article in articles where word.hasPrefix(article) && count >= article.count + 3 {
            let rest = PlainWords.full(word.dropFirst(article.count))
            // `d` and `l` elide before a vowel only: `LROUX` is no `l'Roux`.
            if article.isLetter, !vowels.contains(rest[0]) { continue }
            if index.number(of: rest) != nil { return [rest] }
        }
        guard count >= 7 else { return nil }
        for cut in 3...(count - 3) {
            let first = PlainWords.full(word.prefix(cut))
            guard index.number(of: first) != nil else { continue }
            let rest = PlainWords.full(word.dropFirst(cut))
            if index.number(of: rest) != nil { return [first, rest] }
        }
        return nil
    }

    /// `MOULIN (CHEMIN DU)`: lists sort by the telling word and put the kind behind.
    private mutating func takeKindBehind() {
        guard kind == nil, words.count > 1, let last = words.last, PlainWords.classOf(last.word) == .kind else {
            return
        }
        kind = last.word
        words.removeLast()
    }

    private static let articles = [
        Word("des"), Word("les"), Word("de"), Word("du"), Word("la"), Word("le"), Word("d"), Word("l"),
    ]

    /// Whether one letter is that of a given name: `D FERY`, `A FRANCE`. `d` and `l` that elide stand before a vowel.
    private static func isInitial(_ letter: Word, before next: Word?, isFirst: Bool) -> Bool {
        guard let next, next.count > 1, letter[0] > 0x39 else { return letter[0] <= 0x39 }
        switch letter {
        case Word("a"): return !isFirst || next.count > 3
        case Word("d"), Word("l"): return !vowels.contains(next[0])
        default: return true
        }
    }

    /// A kind of street that was written with a slip of the pen: `AVENEU`, `IMPASE`.
    private static func kind(like word: Word, _ index: AddressIndex) -> Word? {
        guard word.count >= 5, index.number(of: word) == nil else { return nil }
        return longKinds.first { $0.hasPrefix(word) || Likeness.slips(word, $0, limit: 1) != nil }
    }

    private static let vowels = Set("aeiouyh".utf8)
    private static let longKinds = [
        Word("avenue"), Word("boulevard"), Word("impasse"), Word("chemin"), Word("allee"), Word("passage"),
        Word("square"), Word("place"), Word("route"), Word("sentier"), Word("residence"), Word("faubourg"),
    ]

    /// How much a word tells, from 1 to 10, by how many names have it.
    static func weight(_ meaning: WordClass, names: UInt32?, of all: Int) -> Float {
        switch meaning {
        case .article: return 0
        case .title: return 1.5
        case .kind: return 2
        case .telling:
            guard let names, names > 0 else { return 6 }
            return min(max(Float(all).logarithm - Float(names).logarithm, 2), 10)
        }
    }
}

extension Float {
    /// The logarithm to the base of two, near enough to weigh words.
    fileprivate var logarithm: Float { Float(exponent) + significand - 1 }
}

extension AddressIndex {
    /// Whether a street anywhere in the base bears exactly the words that were typed, articles aside.
    func knows(_ typed: StreetWords) -> Bool {
        let mask = nameTable.count - 1
        var slot = Int(typed.sum) & mask
        while nameTable[slot] != 0 {
            if names[Int(nameTable[slot] - 1)].words == typed.sum { return true }
            slot = (slot + 1) & mask
        }
        return false
    }

    /// The number of a full word; nil where no street has it.
    func number(of word: Word) -> UInt32? {
        let mask = wordTable.count - 1
        var slot = Int(word.fingerprint & UInt64(mask))
        while wordTable[slot] != 0 {
            let place = wordTable[slot] - 1
            let entry = words[Int(place)]
            if entry.high == word.high, entry.low == word.low { return place }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
