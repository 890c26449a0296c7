import Spelling

/// The keys under which the spellings of one name of a commune meet.
struct NameKey {
    /// The words, without capitals and accents, abbreviations opened.
    let words: [String]

    /// The key of a name as it is written.
    init(_ name: some StringProtocol) {
        self.init(words: name.folded.split(separator: " ").map(String.init))
    }

    /// The key of words that are already folded.
    init(words: [String]) {
        self.words = words.map { Self.abbreviations[$0] ?? $0 }
    }

    /// All letters, so that `Mont d'Or` meets `Montdor`.
    var full: String { words.joined() }

    /// All letters but those of the article in front: `La Mulatière` meets `Mulatière`.
    var bare: String { words.dropFirst(hasArticle ? 1 : 0).joined() }

    /// Whether the name starts with an article.
    var hasArticle: Bool { words.count > 1 && Self.articles.contains(words[0]) }

    /// The words that carry the name: without articles and prepositions.
    var significantWords: [String] {
        let kept = words.filter { !Self.links.contains($0) }
        return kept.isEmpty ? words : kept
    }

    /// The letters of the words that carry the name. All names that could be meant by one another share it.
    var significant: String { significantWords.joined() }

    static let articles: Set<String> = ["le", "la", "les", "l", "los", "las"]

    /// Articles and prepositions. A lone `s` is what is left of `s/`, for `sur` or `sous`.
    private static let links: Set<String> = [
        "le", "la", "les", "l", "de", "du", "des", "d", "sur", "sous", "s", "ss", "en", "et", "au", "aux", "a", "lez",
    ]

    private static let abbreviations = [
        "st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "lez": "les", "mt": "mont", "mts": "monts",
        "nd": "notredame", "ss": "sous", "sr": "sur", "vx": "vieux", "gd": "grand", "gde": "grande", "chp": "champ",
    ]
}
