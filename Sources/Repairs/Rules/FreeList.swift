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
            .init(equip, "jeux (sable, eau), banc", .likely("jeux (sable, eau)|banc")),
            .init(equip, "Aire de jeux-Fontaine", others: ["Aire de jeux", "fontaine"], .likely("Aire de jeux|Fontaine")),
            .init(equip, "Skate-park", nil),
            .init(equip, "Aire de jeux", nil),
        ],
        tidies: true,
        serves: { $0.codes.isEmpty && $0.isList },
        propose: { value, setting in
            guard let separator = setting.field.separator else { return nil }
            let marks = parts(of: value.text, at: ["|"])
            if marks.count > 1 {
                let joined = marks.joined(separator: separator)
                return joined == value.text ? nil : .certain(joined)
            }
            let commas = parts(of: value.text, at: [";", ",", "\n"])
            if commas.count > 1 { return .likely(commas.joined(separator: separator)) }
            // A hyphen separates only what also stands alone elsewhere in the column.
            let hyphens = parts(of: value.text, at: ["-", "/"])
            let alone = Set(setting.values.map(\.singularKey))
            let known = hyphens.count > 1 && hyphens.allSatisfy { alone.contains($0.singularKey) }
            return known ? .likely(hyphens.joined(separator: separator)) : nil
        })

    private static let equip = Field("type_equip", separator: "|")

    /// The parts between separators; what stands in parentheses stays whole.
    private static func parts(of text: String, at separators: Set<Character>) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth <= 0, separators.contains(character) { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.map(\.withoutOuterSpace).filter { !$0.isEmpty }
    }
}
