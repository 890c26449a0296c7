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
        self.init(typed, found, letters: typed.letterSet, foundLetters: found.letterSet)
    }

    /// The same, with the letters that each has: they tell most words apart before they are compared.
    init?(_ typed: Word, _ found: Word, letters: UInt32, foundLetters: UInt32) {
        if typed == found {
            self = .same
            return
        }
        if typed[0] <= 0x39 || found[0] <= 0x39 { return nil }
        let apart = (letters ^ foundLetters).nonzeroBitCount
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
        let limit = Likeness.slipsAllowed(shorter)
        // Each slip changes at most two of the letters that a word has.
        if limit > 0, apart <= 2 * limit, let slips = Likeness.slips(typed, found, limit: limit) {
            let isLikely = slips == 1 && Likeness.isLikelySlip(typed, found)
            self = Likeness.soundAlike(typed, found) ? .sound(isNear: slips == 1) : .slip(slips, isLikely: isLikely)
            return
        }
        if shorter >= 4, longer - shorter <= 3, apart <= 6, Likeness.mayBeginAlike(typed, found),
            Likeness.soundAlike(typed, found)
        {
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
