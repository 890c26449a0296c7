import Schemas
import Spelling

/// Meets what people wrote with the values of a code list.
struct CodeMatching {
    let field: Field
    let exact: [String: String]
    let agreed: [String: String]
    /// How many words the longest key has.
    let longestKey: Int

    /// One value of the list, and how sure it is.
    typealias Match = (value: String, degree: Degree)

    init(_ field: Field) {
        self.field = field
        var exact: [String: Set<String>] = [:]
        var agreed: [String: Set<String>] = [:]
        for code in field.codes {
            for word in [code.value, code.label ?? code.value] + code.synonyms where !word.folded.isEmpty {
                exact[word.folded, default: []].insert(code.value)
                agreed[word.singularKey, default: []].insert(code.value)
            }
        }
        // A word that leads to two codes leads to none.
        self.exact = exact.compactMapValues { $0.count == 1 ? $0.first : nil }
        self.agreed = agreed.compactMapValues { $0.count == 1 ? $0.first : nil }
        longestKey = exact.keys.map { $0.split(separator: " ").count }.max() ?? 0
    }

    /// The value that is meant, and how sure it is; for a list, all of its values.
    func match(_ text: String) -> Match? {
        guard let separator = field.separator else { return item(text) }
        if let one = item(text), one.degree == .certain { return one }
        for separators in [Self.strong, Self.strong + Self.weak] {
            let parts = split(text, at: separators)
            guard let items = items(parts), items.count > 1 else { continue }
            let values = items.map(\.value).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return (values.joined(separator: separator), items.map(\.degree).min() ?? .likely)
        }
        return item(text)
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
        return begins(key, text) ?? mistyped(key)
    }

    /// `Métropole de Lyon`, `Syndicat Mixte Plaines Monts d'Or`: a value of the list, then the name of one of its kind.
    private func begins(_ key: String, _ text: String) -> Match? {
        let words = key.split(separator: " ")
        let typed = text.split(whereSeparator: \.isWhitespace)
        for length in stride(from: min(longestKey, words.count - 1), to: 0, by: -1) {
            guard let value = exact[words.prefix(length).joined(separator: " ")] else { continue }
            let rest = words.dropFirst(length)
            guard Self.limits.isDisjoint(with: rest.map(String.init)) else { return nil }
            let isOf = ["de", "du", "des", "d"].contains(rest.first ?? "") && rest.count > 1
            let isNamed = length > 1 && typed.count > length && typed[length].first?.isUppercase == true
            return isOf || isNamed ? (value, .likely) : nil
        }
        return nil
    }

    /// Words after which a value is not meant as a whole.
    private static let limits: Set<String> = [
        "sauf", "hors", "non", "pas", "interdit", "interdite", "interdits", "sans", "mais", "ou", "et", "si",
        "uniquement",
        "seulement", "excepte", "moins", "plus", "ni", "jamais",
    ]

    /// One letter wrong in a word of six or more, two in a longer one; only one value may be so near, and no digit
    /// may differ.
    private func mistyped(_ key: String) -> Match? {
        let limit = key.utf8.count >= 10 ? 2 : key.utf8.count >= 6 ? 1 : 0
        guard limit > 0, key.utf8.count <= 80 else { return nil }
        let digits = key.filter(\.isNumber)
        let near = Set(
            exact.filter { editDistance(key, $0.key, limit: limit) != nil && $0.key.filter(\.isNumber) == digits }.map(
                \.value))
        return near.count == 1 ? near.first.map { ($0, .likely) } : nil
    }
}
