import Schemas
import Spelling

/// Meets what people wrote with the values of a code list.
struct CodeMatching {
    let field: Field
    /// By what is written, folded.
    let exact: [String: String]
    /// The same but for the marks of the plural and of the feminine.
    let agreed: [String: String]
    /// How many words the longest key has.
    let longestKey: Int
    /// Looser keys: the feminine, words in another order, words glued together.
    private let loose: [String: String]

    /// One value of the list, and how sure it is.
    typealias Match = (value: String, degree: Degree)

    init(_ field: Field) {
        self.field = field
        var exact: [String: Set<String>] = [:]
        var agreed: [String: Set<String>] = [:]
        var loose: [String: Set<String>] = [:]
        for code in field.codes {
            for word in [code.value, code.label ?? code.value] + code.synonyms where !word.folded.isEmpty {
                exact[word.folded, default: []].insert(code.value)
                agreed[word.singularKey, default: []].insert(code.value)
                for key in Self.looseKeys(word) { loose[key, default: []].insert(code.value) }
            }
        }
        // A word that leads to two codes leads to none.
        self.exact = exact.compactMapValues { $0.count == 1 ? $0.first : nil }
        self.agreed = agreed.compactMapValues { $0.count == 1 ? $0.first : nil }
        self.loose = loose.compactMapValues { $0.count == 1 ? $0.first : nil }
        longestKey = exact.keys.map { $0.split(separator: " ").count }.max() ?? 0
    }

    /// The value that is meant, and how sure it is; for a list, all of its values.
    func match(_ text: String) -> Match? {
        guard let separator = field.separator else { return item(text) }
        if let one = item(text), one.degree == .certain { return one }
        let text = text.replacing("et/ou", with: "/")
        var best: Match?
        for separators in [["|"], ["|", ";", "\n"], Self.strong, Self.strong + Self.weak] {
            let parts = split(text, at: separators)
            guard let items = items(parts), items.count > 1 else { continue }
            let values = items.map(\.value).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            let degree = items.map(\.degree).min() ?? .likely
            // The first that leaves no doubt; else the first.
            if degree == .certain { return (values.joined(separator: separator), degree) }
            best = best ?? (values.joined(separator: separator), degree)
        }
        return best ?? item(text)
    }

    /// The values that come to mind, nearest first; for a list, first what could be read of it.
    func candidates(for text: String) -> [String] {
        let words = Set(text.singularKey.split(separator: " "))
        let ranked = field.codes.enumerated().map { index, code in
            (
                value: code.value, shared: words.intersection(code.value.singularKey.split(separator: " ")).count,
                index: index
            )
        }
        let all = ranked.sorted { ($0.shared, $1.index) > ($1.shared, $0.index) }.map(\.value)
        guard let readable = readable(text) else { return all }
        return [readable] + all.filter { $0 != readable }
    }

    // MARK: One value

    func item(_ text: String) -> Match? {
        let key = text.folded
        guard !key.isEmpty else { return nil }
        if let value = exact[key] ?? agreed[text.singularKey] { return (value, .certain) }
        if let value = numbered(text, key) { return value }
        if let value = Self.looseKeys(text).lazy.compactMap({ loose[$0] }).first { return (value, .likely) }
        return begins(key, text) ?? mistyped(key)
    }

    /// `1 - libre`, `b) libre`: the value behind its number in some list; `1` for the code `01`.
    private func numbered(_ text: String, _ key: String) -> Match? {
        if key.utf8.count <= 4, key.isDigits {
            let padded = (1...3).compactMap { exact[String(repeating: "0", count: $0) + key] }
            return padded.count == 1 ? (padded[0], .likely) : nil
        }
        guard let mark = Self.number.prefixMatch(in: text) else { return nil }
        let rest = text.dropFirst(mark.0.count)
        return (exact[rest.folded] ?? agreed[String(rest).singularKey]).map { ($0, .likely) }
    }

    private static let number = Shape(/\s*(?:[0-9]{1,2}|[a-zA-Z])\s*[-–.:)]\s*/)

    private static func looseKeys(_ text: String) -> [String] {
        let words = text.singularKey.split(separator: " ")
        guard words.count <= 12 else { return [] }
        let neutral = words.map { $0.utf8.count > 4 && $0.hasSuffix("e") ? $0.dropLast() : $0 }
        let sorted = Set(words).sorted()
        // Keys of different kinds must not meet: each begins with a sign of its own.
        return ["f:" + neutral.joined(separator: " "), "o:" + sorted.joined(separator: " "), "g:" + words.joined()]
    }

    /// `Métropole de Lyon`, `Syndicat Mixte Plaines Monts d'Or`: a value of the list, then the name of one of its kind.
    private func begins(_ key: String, _ text: String) -> Match? {
        let words = key.split(separator: " ")
        let typed = text.split(whereSeparator: \.isWhitespace)
        for length in stride(from: min(longestKey, words.count - 1), to: 0, by: -1) {
            guard let value = exact[words.prefix(length).joined(separator: " ")] else { continue }
            let rest = words.dropFirst(length)
            if Self.age.fits(rest.joined(separator: " ")), value.folded.contains("enfant") { return (value, .likely) }
            guard Self.limits.isDisjoint(with: rest.map(String.init)) else { return nil }
            let isOf = ["de", "du", "des", "d"].contains(rest.first ?? "") && rest.count > 1
            let isNamed = length > 1 && typed.count > length && typed[length].first?.isUppercase == true
            return isOf || isNamed ? (value, .likely) : nil
        }
        return nil
    }

    /// `vélo enfant moins de 6 ans` says again what `enfant` said.
    private static let age = Shape(
        /(?:de )?(?:moins de [0-9]{1,2} ans|jusqu a [0-9]{1,2} ans|[0-9]{1,2} (?:a )?[0-9]{1,2} ans)/)

    /// Words after which a value is not meant as a whole.
    private static let limits: Set<String> = [
        "sauf", "hors", "non", "pas", "interdit", "interdite", "interdits", "sans", "mais", "ou", "et", "si",
        "uniquement", "seulement", "excepte", "moins", "plus", "ni", "jamais",
    ]

    /// Few letters wrong for the length of the word, no digit, and no other value nearly as near.
    private func mistyped(_ key: String) -> Match? {
        guard key.utf8.count <= 80, let limit = Self.allowance(key) else { return nil }
        let digits = key.filter(\.isNumber)
        var nearest: [String: Int] = [:]
        for (other, value) in exact where other.filter(\.isNumber) == digits {
            guard let distance = editDistance(key, other, limit: limit + 1) else { continue }
            nearest[value] = min(nearest[value] ?? .max, distance)
        }
        let ranked = nearest.sorted { $0.value < $1.value }
        guard let best = ranked.first, best.value <= limit,
            ranked.dropFirst().first.map({ $0.value > best.value + 1 }) ?? true
        else { return nil }
        return (best.key, .likely)
    }

    /// How many letters may be wrong in a word.
    private static func allowance(_ key: String) -> Int? {
        switch key.utf8.count {
        case ..<4: nil
        case ..<8: 1
        case ..<16: 2
        default: 3
        }
    }
}
