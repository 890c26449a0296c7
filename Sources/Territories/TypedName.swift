import Foundation
import Spelling

/// What somebody typed where the name of a commune belongs, taken apart.
struct TypedName {
    /// The words as typed, without the blanks around them.
    let written: String
    /// All words, those in parentheses too: some names have them (`Château-Chinon (Ville)`).
    let literal: NameKey
    /// The ways to read the words as a name, the most literal first.
    private(set) var readings: [NameKey] = []
    /// A postcode among the words.
    private(set) var postcode: String?
    /// A département in parentheses.
    private(set) var department: String?
    /// Words in parentheses that are none of the above: something is lost if the name alone is kept.
    private(set) var hasMore = false
    /// Whether the words are those of a postal delivery office.
    private(set) var isCedex = false

    init(_ text: String) {
        written = text.trimmingCharacters(in: .whitespacesAndNewlines)
        literal = NameKey(written)
        var words = takeParentheses(from: written.replacing("&", with: " et ")).foldedWords
        takePostcode(from: &words)
        takeCedex(from: &words)
        readings = Self.readings(of: words).map(NameKey.init(words:))
    }

    private mutating func takeParentheses(from text: String) -> String {
        guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else { return text }
        let inside = String(text[text.index(after: open)..<close])
        let outside = String(text[..<open]) + " " + String(text[text.index(after: close)...])
        let key = inside.folded
        if NameKey.articles.contains(key) { return inside + " " + outside }
        if let code = Department.code(of: inside) {
            department = code
        } else if key.utf8.first.map({ $0 &- 0x30 < 10 }) == true || key.hasPrefix("cedex") {
            return outside + " " + inside
        } else if !key.isEmpty {
            hasMore = true
        }
        return outside
    }

    private mutating func takePostcode(from words: inout [String]) {
        guard let place = words.firstIndex(where: { $0.utf8.count == 5 && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }),
            words.count > 1
        else { return }
        postcode = words.remove(at: place)
        if place == 1, words[0] == "f" || words[0] == "fr" { words.removeFirst() }
    }

    /// `Lyon Cedex 03`: the office says which town, not which arrondissement.
    private mutating func takeCedex(from words: inout [String]) {
        guard let place = words.firstIndex(of: "cedex"), place > 0 else { return }
        isCedex = true
        words.removeSubrange(place...)
        if words.count > 1, words.last.map({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }) == true { words.removeLast() }
    }

    private static func readings(of words: [String]) -> [[String]] {
        var readings = [words]
        if let rest = withoutTitle(words) { readings.append(rest) }
        if words.count > 1, NameKey.articles.contains(words[words.count - 1]) {
            readings.append([words[words.count - 1]] + words.dropLast())
        }
        if words.count > 1, words.last == "france" { readings.append(words.dropLast()) }
        if let first = words.first {
            for (short, saint) in [("ste", "sainte"), ("st", "saint")] where first.hasPrefix(short) && first.count > 5 {
                readings.append([saint, String(first.dropFirst(short.count))] + words.dropFirst())
            }
        }
        return readings.filter { !$0.isEmpty }
    }

    /// `Mairie de Bron` → `bron`, `Ville du Havre` → `le havre`.
    private static func withoutTitle(_ words: [String]) -> [String]? {
        let titles = [["hotel", "de", "ville"], ["mairie"], ["ville"], ["commune"], ["municipalite"], ["ccas"]]
        guard let title = titles.first(where: { words.starts(with: $0) }) else { return nil }
        var rest = Array(words.dropFirst(title.count))
        guard rest.count > 1, let link = rest.first, ["de", "d", "du", "des"].contains(link) else {
            return rest.isEmpty ? nil : rest
        }
        rest.removeFirst()
        if link == "du" { rest.insert("le", at: 0) }
        if link == "des" { rest.insert("les", at: 0) }
        return rest
    }
}
