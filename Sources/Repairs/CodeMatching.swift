import Schemas
import Spelling

/// Meets what people wrote with the values of a code list.
struct CodeMatching {
    private let field: Field
    private let exact: [String: String]
    private let agreed: [String: String]

    init(_ field: Field) {
        self.field = field
        var exact: [String: Set<String>] = [:]
        var agreed: [String: Set<String>] = [:]
        for code in field.codes {
            for word in [code.value, code.label ?? code.value] + code.synonyms {
                exact[word.folded, default: []].insert(code.value)
                agreed[word.singularKey, default: []].insert(code.value)
            }
        }
        // A word that leads to two codes leads to none.
        self.exact = exact.compactMapValues { $0.count == 1 ? $0.first : nil }
        self.agreed = agreed.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// The value that is meant, and how sure it is; for a list, all of its values.
    func match(_ text: String) -> (value: String, degree: Degree)? {
        if let one = item(text), one.degree == .certain || field.separator == nil { return one }
        guard let separator = field.separator else { return nil }
        for separators in [Self.strong, Self.strong + Self.weak] {
            let parts = split(text, at: separators)
            guard parts.count > 1 else { continue }
            let items = parts.map(item)
            guard items.allSatisfy({ $0 != nil }) else { continue }
            let values = items.compactMap { $0?.value }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return (values.joined(separator: separator), items.compactMap { $0?.degree }.min() ?? .likely)
        }
        return item(text)
    }

    /// The values that come to mind, nearest first.
    func candidates(for text: String) -> [String] {
        let words = Set(text.foldedWords)
        let ranked = field.codes.enumerated().map { index, code in
            (value: code.value, shared: words.intersection(code.value.foldedWords).count, index: index)
        }
        return ranked.sorted { ($0.shared, $1.index) > ($1.shared, $0.index) }.map(\.value)
    }

    // MARK: One value

    private func item(_ text: String) -> (value: String, degree: Degree)? {
        let key = text.folded
        guard !key.isEmpty else { return nil }
        if let value = exact[key] ?? agreed[text.singularKey] { return (value, .certain) }
        return begins(key) ?? mistyped(key)
    }

    /// `Métropole de Lyon`: a value of the list, then the name of one of its kind.
    private func begins(_ key: String) -> (value: String, degree: Degree)? {
        let found = Set(
            exact.filter { word, _ in
                [" de ", " du ", " des ", " d "].contains { key.hasPrefix(word + $0) }
            }.map(\.value))
        return found.count == 1 ? found.first.map { ($0, .likely) } : nil
    }

    /// One letter wrong in a word of six or more, two in a longer one; only one value may be so near.
    private func mistyped(_ key: String) -> (value: String, degree: Degree)? {
        let limit = key.utf8.count >= 10 ? 2 : key.utf8.count >= 6 ? 1 : 0
        guard limit > 0 else { return nil }
        let near = Set(exact.filter { editDistance(key, $0.key, limit: limit) != nil }.map(\.value))
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
}
