/// What a word of an address is good for.
enum WordClass: UInt8, Sendable, BitwiseCopyable {
    /// It tells one street from another: a name, a number, a thing.
    case telling
    /// `de`, `la`, `aux`: nothing hangs on it.
    case article
    /// `rue`, `impasse`: the kind of street.
    case kind
    /// `docteur`, `general`: may be left out.
    case title
}

/// Full words for the short ones: what is written in an address and what stands in the base meet here.
enum PlainWords {
    /// The word under which all ways of writing it meet.
    static func full(_ word: Word) -> Word { table.full[word] ?? word }

    /// What the full word is good for.
    static func classOf(_ full: Word) -> WordClass { table.classes[full] ?? .telling }

    /// The full words of a text without its articles, in their order.
    static func telling(_ words: [Word]) -> [Word] {
        words.map(full).filter { classOf($0) != .article }
    }

    private static let table = Table()

    private struct Table: Sendable {
        let full: WordTable<Word>
        let classes: WordTable<WordClass>

        init() {
            let lists = Lists()
            full = WordTable(lists.full)
            classes = WordTable(lists.classes)
        }
    }

    private struct Lists {
        var full: [Word: Word] = [:]
        var classes: [Word: WordClass] = [:]

        init() {
            for article in Abbreviations.articles.split(separator: " ") { classes[Word(article.utf8)] = .article }
            learn(Abbreviations.others, .telling)
            learn(Abbreviations.titles, .title)
            learn(Abbreviations.kinds, .kind)
            learn(Numerals.cardinals, .telling)
            learn(Numerals.ordinals, .telling)
        }

        private mutating func learn(_ lines: String, _ meaning: WordClass) {
            for line in lines.split(separator: "\n") {
                let words = line.split { $0 == ":" || $0 == " " }.map { Word($0.utf8) }
                guard let full = words.first else { continue }
                if meaning != .telling { classes[full] = meaning }
                for short in words.dropFirst() { self.full[short] = full }
            }
        }
    }
}
