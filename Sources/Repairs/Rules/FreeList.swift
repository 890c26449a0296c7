import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// Lists of free words, separated in many ways.
    static let freeList = Repair(
        "free-list",
        Text(fr: "Sépare les valeurs d'une liste par « | ».", en: "Separates the values of a list by “|”."),
        examples: [
            .init(equip, "Parcours santé | Aires de jeux", .certain("Parcours santé|Aires de jeux")),
            .init(equip, "Parcours santé ; Aires de jeux", .likely("Parcours santé|Aires de jeux")),
            .init(equip, "aire de jeux + parcours santé", .likely("aire de jeux|parcours santé")),
            .init(equip, "banc\nfontaine", .likely("banc|fontaine")),
            .init(equip, "jeux (sable, eau), banc", .likely("jeux (sable, eau)|banc")),
            .init(equip, "bassin de 1,5 m", nil),
            .init(
                equip, "Aire de jeux-Fontaine", others: ["Aire de jeux", "fontaine"], .likely("Aire de jeux|Fontaine")),
            .init(equip, "toilettes-Aires de jeux", others: ["Aire de jeux"], .likely("toilettes|Aires de jeux")),
            .init(
                equip, "tables de pique-nique-Aire de jeux", others: ["aire de jeux"],
                .likely("tables de pique-nique|Aire de jeux")),
            .init(
                equip, "toilettes-Aire de jeux-buvette", others: ["aire de jeux"],
                .likely("toilettes|Aire de jeux|buvette")),
            .init(
                equip, "potager et city-stade et aire de jeux", others: ["aire de jeux"],
                .likely("potager|city-stade|aire de jeux")),
            .init(
                equip, "aire de jeux et parcours santé", others: ["parcours santé"],
                .likely("aire de jeux|parcours santé")),
            .init(equip, "city-stade", others: ["stade"], nil),
            .init(equip, "Skate-park", nil),
            .init(equip, "Aire de jeux", nil),
        ],
        tidies: true,
        serves: { $0.codes.isEmpty && $0.isList },
        prepare: { setting in
            let separator = setting.field.separator ?? "|"
            let alone = FreeWords(setting.values)
            return { value in
                let marks = FreeWords.parts(of: value.text, at: ["|"])
                if marks.count > 1 {
                    let joined = marks.joined(separator: separator)
                    return joined == value.text ? nil : .certain(joined)
                }
                let commas = FreeWords.parts(of: value.text, at: [";", ",", "\n", "+"])
                if commas.count > 1 { return .likely(commas.joined(separator: separator)) }
                let words = alone.cut(value.text)
                return words.count > 1 ? .likely(words.joined(separator: separator)) : nil
            }
        })

    private static let equip = Field("type_equip", separator: "|")
}

/// The words of a column of free lists: what stands alone somewhere can be told from its neighbours elsewhere.
private struct FreeWords {
    private let alone: Set<String>

    init(_ column: Set<String>) {
        alone = Set(
            column.lazy.filter { $0.utf8.count <= 200 }
                .flatMap { Self.parts(of: $0, at: ["|", ";", ",", "\n", "+"]) }.map(\.singularKey))
    }

    /// The parts of a text at hyphens, slashes and « et » where what stands on both sides is known from elsewhere; a
    /// name of several words on one side is enough.
    func cut(_ text: String) -> [String] {
        guard text.utf8.count <= 400 else { return [text] }
        let pieces = text.split(separator: #/[-/]| et /#)
        guard pieces.count > 1, pieces.count <= 20 else { return [text] }
        if pieces.allSatisfy({ alone.contains(String($0).singularKey) }) {
            return pieces.map { String($0).withoutOuterSpace }
        }
        for length in 1..<pieces.count {
            for start in 0...(pieces.count - length) {
                let known = Self.spelling(pieces[start..<start + length], in: text)
                guard isName(known) else { continue }
                let sides = [pieces[..<start], pieces[(start + length)...]].map { Self.spelling($0, in: text) }
                // What « et » has parted once, it parts again.
                let isParted = text.contains(" et \(known)")
                let rests = sides.map { side in
                    side.isEmpty ? [] : cut(side).flatMap { isParted ? $0.split(" et ") : [$0] }
                }
                return rests[0] + [known] + rests[1]
            }
        }
        return [text]
    }

    private func isName(_ words: String) -> Bool {
        let key = words.singularKey
        return key.contains(" ") && alone.contains(key)
    }

    /// The pieces as the text spells them, with whatever stands between them.
    private static func spelling(_ pieces: ArraySlice<Substring>, in text: String) -> String {
        guard let first = pieces.first, let last = pieces.last else { return "" }
        return String(text[first.startIndex..<last.endIndex]).withoutOuterSpace
    }

    /// The parts between separators; what stands in parentheses stays whole, and so does a decimal comma.
    static func parts(of text: String, at separators: Set<Character>) -> [String] {
        var parts = [""]
        var depth = 0
        var last: Character = " "
        var rest = text[...]
        while let character = rest.popFirst() {
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            let isDecimal = character == "," && last.isNumber && rest.first?.isNumber == true
            if depth == 0, !isDecimal, separators.contains(character) {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
            last = character
        }
        return parts.map(\.withoutOuterSpace).filter { !$0.isEmpty }
    }
}

extension String {
    fileprivate func split(_ word: String) -> [String] {
        split(separator: word).map { String($0).withoutOuterSpace }
    }
}
