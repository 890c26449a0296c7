import Schemas
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
            .init(
                equip, "Aires de jeux|banc", others: ["Aire de jeux", "Aire de jeux|banc", "Aire de jeux|Zoo"],
                .likely("Aire de jeux|banc")),
            .init(equip, "Aires de jeux|banc", others: ["Aire de jeux"], nil),
            .init(
                equip, "Fontaine-Zoo-Botanique",
                others: ["Aire de jeux", "Aire de jeux-Fontaine", "Aire de jeux-Botanique"],
                .likely("Fontaine|Zoo|Botanique")),
            .init(equip, "fontaine|", .certain("fontaine")),
            .init(equip, "fontaine ;", .likely("fontaine")),
            .init(equip, "banc|banc", .certain("banc")),
            .init(equip, "banc | jeux, fontaine", .likely("banc|jeux|fontaine")),
            .init(
                equip, "observatoire-potager pédagogique", others: ["observatoire", "Aire de jeux"],
                .likely("observatoire|potager pédagogique")),
            .init(equip, "Skate-park", nil),
            .init(equip, "Aire de jeux", nil),
        ],
        tidies: true,
        serves: { $0.codes.isEmpty && $0.isList },
        prepare: { setting in
            let separator = setting.field.separator ?? "|"
            let words = FreeWords(setting.values)
            return { value in
                let marks = FreeWords.parts(of: value.text, at: ["|"])
                let commas = marks.flatMap { FreeWords.parts(of: $0, at: [";", ",", "\n", "+", "•"]) }
                let pieces = commas.count > 1 ? commas : words.cut(commas.first ?? value.text)
                let usual = pieces.map(words.usual)
                let joined = usual.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
                    .joined(separator: separator)
                guard joined != value.text else { return nil }
                return .change(joined, usual == marks ? .certain : .likely)
            }
        })

    private static let equip = Field("type_equip", separator: "|")
}
