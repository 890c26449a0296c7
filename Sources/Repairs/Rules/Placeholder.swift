import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// What people write when they have nothing to say. Unknown is empty.
    static let placeholder = Repair(
        "placeholder",
        Text(
            fr: "Vide ce qui ne dit rien : « nr », « NC », « - », « non renseigné »… Inconnu s'écrit vide.",
            en: "Empties what says nothing: “nr”, “NC”, “-”, “non renseigné”… Unknown is written empty."),
        examples: [
            .init(Field("clos", type: .boolean), "nr", .certain("")),
            .init(Field("clos", type: .boolean), "N.C.", .certain("")),
            .init(Field("nom"), "-", .certain("")),
            .init(Field("nom"), "Non renseigné", .certain("")),
            .init(Field("annee", type: .year), "0", .likely("")),
            .init(Field("site", format: "uri", meaning: .url), "0", .likely("")),
            .init(Field("jour", type: .date), "0000-00-00", .certain("")),
            .init(Field("precis", meaning: .prose), "RAS", .likely("")),
            .init(Field("nb", type: .integer), "0", nil),
            .init(Field("clos", type: .boolean), "non", nil),
            .init(Field("nom"), "NR12", nil),
        ],
        tidies: true,
        serves: { _ in true },
        propose: { value, setting in
            let key = value.text.folded
            let field = setting.field
            if key.isEmpty { return value.text.allSatisfy(isMark) ? .certain("") : nil }
            if field.codes.contains(where: { $0.value.folded == key }) { return nil }
            if saysNothing.contains(key) { return .certain("") }
            if saysNone.contains(key) { return isText(field) ? .likely("") : .certain("") }
            let cannotBeZero = field.type == .year || field.type == .date || field.meaning == .url || field.format == "uri"
            if cannotBeZero, key == "0" || key == "00 00 0000" || key == "0000" { return .likely("") }
            return field.type == .date && key == "0000 00 00" ? .certain("") : nil
        })

    private static let saysNothing: Set<String> = [
        "nr", "n r", "nc", "n c", "na", "n a", "n d", "nd", "non renseigne", "non renseignee", "non communique",
        "non communiquee", "non connu", "non connue", "inconnu", "inconnue", "a completer", "a renseigner",
        "a preciser", "null", "none", "nan", "vide", "ne sait pas", "nsp", "n sp", "non disponible", "indisponible",
    ]

    /// Words that say that there is nothing; in free text they may be an answer.
    private static let saysNone: Set<String> = ["neant", "ras", "r a s", "sans objet", "so", "s o", "aucun", "aucune"]

    private static func isText(_ field: Field) -> Bool { field.type == .string }

    private static func isMark(_ character: Character) -> Bool {
        "-–—_./?*…'\"".contains(character) || character.isWhitespace
    }
}
