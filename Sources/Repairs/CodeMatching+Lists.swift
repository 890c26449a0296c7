import Schemas
import Spelling

/// Lists of values, however they are separated and shortened.
extension CodeMatching {
    /// Marks that always separate, and words and marks that may also stand inside a value.
    static let strong = ["|", ";", ",", "/", "\n", "+", "•", "·", "\\"]
    static let weak = ["-", "–", " et ", "&", " ou ", " puis ", "."]

    func split(_ text: String, at separators: [String]) -> [String] {
        separators.reduce([text]) { parts, separator in
            parts.flatMap { $0.split(separator: separator, omittingEmptySubsequences: true).map(String.init) }
        }.filter { !$0.folded.isEmpty }
    }

    /// The values of all parts, or nil where one of them cannot be read.
    func items(_ parts: [String]) -> [Match]? {
        var items: [Match] = []
        for (index, part) in parts.enumerated() {
            if let one = item(part) {
                items.append(one)
            } else if index > 0, let shortened = ellipsis(part, after: parts[index - 1]) {
                items.append(shortened)
            } else if let family = family(part), part.folded.hasSuffix("s") {
                items += family
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

    /// `vélos`, where there are `vélo adulte` and `vélo enfant`: all values that begin so are meant.
    private func family(_ part: String) -> [Match]? {
        let key = part.singularKey
        guard key.utf8.count > 3, !key.contains(" ") else { return nil }
        let members = field.codes.map(\.value).filter { $0.singularKey.hasPrefix(key + " ") }
        return members.count > 1 ? members.map { ($0, .likely) } : nil
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
    func readable(_ text: String) -> String? {
        guard let separator = field.separator else { return nil }
        let values = split(text, at: Self.strong).flatMap { part -> [String] in
            if let one = item(part) { return [one.value] }
            if let family = family(part) { return family.map(\.value) }
            if let several = spaced(part) { return several.map(\.value) }
            let words = part.foldedWords
            let lengths = stride(from: min(longestKey, words.count), to: 0, by: -1)
            return lengths.lazy.compactMap { known(words.prefix($0).joined(separator: " ")) }.first.map { [$0] } ?? []
        }
        let distinct = values.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return distinct.isEmpty ? nil : distinct.joined(separator: separator)
    }
}
