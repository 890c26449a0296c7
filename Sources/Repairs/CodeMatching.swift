import Schemas
import Spelling

/// Meets what people wrote with the values of a code list.
struct CodeMatching {
    private let field: Field
    private let exact: [String: String]
    private let agreed: [String: String]
    /// How many words the longest key has.
    private let longestKey: Int

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

    private func item(_ text: String) -> Match? {
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

    // MARK: Lists

    /// Marks that always separate, and words and marks that may also stand inside a value.
    private static let strong = ["|", ";", ",", "/", "\n", "+"]
    private static let weak = ["-", "–", " et ", " & ", " ou "]

    private func split(_ text: String, at separators: [String]) -> [String] {
        separators.reduce([text]) { parts, separator in
            parts.flatMap { $0.split(separator: separator, omittingEmptySubsequences: true).map(String.init) }
        }.filter { !$0.folded.isEmpty }
    }

    /// The values of all parts, or nil where one of them cannot be read.
    private func items(_ parts: [String]) -> [Match]? {
        var items: [Match] = []
        for (index, part) in parts.enumerated() {
            if let one = item(part) {
                items.append(one)
            } else if index > 0, let shortened = ellipsis(part, after: parts[index - 1]) {
                items.append(shortened)
            } else if let several = spaced(part) {
                items += several
            } else {
                return nil
            }
        }
        return items
    }

    /// `vélo adulte/enfant`: the words that begin the part before are meant again.
    private func ellipsis(_ part: String, after other: String) -> Match? {
        let before = other.foldedWords, key = part.folded
        for length in stride(from: before.count - 1, to: 0, by: -1) {
            if let value = exact[(before.prefix(length) + [key]).joined(separator: " ")] { return (value, .likely) }
        }
        return nil
    }

    /// `Piéton TC`: values with nothing but spaces between them, if there is one way only to part them.
    private func spaced(_ part: String) -> [Match]? {
        let words = part.foldedWords
        guard (2...24).contains(words.count) else { return nil }
        // For each place, how many ways lead there, and the last value of one of them.
        var ways = [1] + [Int](repeating: 0, count: words.count)
        var last = [(from: Int, value: String)?](repeating: nil, count: words.count + 1)
        for end in 1...words.count {
            for start in max(0, end - longestKey)..<end where ways[start] > 0 {
                guard let value = known(words[start..<end].joined(separator: " ")) else { continue }
                ways[end] = min(2, ways[end] + ways[start])
                last[end] = (start, value)
            }
        }
        guard ways[words.count] == 1 else { return nil }
        var values: [Match] = []
        var place = words.count
        while let step = last[place] {
            values.insert((step.value, .likely), at: 0)
            place = step.from
        }
        return values
    }

    private func known(_ key: String) -> String? { exact[key] ?? agreed[key.singularKey] }

    /// What could be read of a list of which a part remains unknown, in the form of the list.
    private func readable(_ text: String) -> String? {
        guard let separator = field.separator else { return nil }
        let values = split(text, at: Self.strong).flatMap { part -> [String] in
            if let one = item(part) { return [one.value] }
            if let several = spaced(part) { return several.map(\.value) }
            let words = part.foldedWords
            let lengths = stride(from: min(longestKey, words.count), to: 0, by: -1)
            return lengths.lazy.compactMap { known(words.prefix($0).joined(separator: " ")) }.first.map { [$0] } ?? []
        }
        let distinct = values.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return distinct.isEmpty ? nil : distinct.joined(separator: separator)
    }
}
