import Foundation
import Spreadsheets

/// Words as Excel allows them on a tab: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at the ends.
/// *Données* where nothing is left, or the name is taken.
func tabName(_ words: String, taken: [String]) -> String {
    let plain = String(words.map { "[]:*?/\\".contains($0) ? " " : $0 })
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .trimmingCharacters(in: CharacterSet(charactersIn: "' ")).shortened(to: 31)
    let reserved = ["history", "listes"] + taken
    return plain.isEmpty || reserved.contains(plain.lowercased()) ? "Données" : plain
}
