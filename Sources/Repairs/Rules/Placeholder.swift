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
            .init(Field("clos", type: .boolean), "aucun", nil),
            .init(Field("nom"), "-", .certain("")),
            .init(Field("nom"), "Non renseigné", .certain("")),
            .init(Field("nom"), "N/A", .certain("")),
            .init(Field("nom"), "ND", .likely("")),
            .init(Field("nom"), "Vide", .likely("")),
            .init(Field("nom"), "néant", .likely("")),
            .init(Field("nom"), "Y", nil),
            .init(Field("classement"), "***", nil),
            .init(Field("insee", meaning: .communeCode), "NC", .certain("")),
            .init(Field("annee", type: .year), "0", .likely("")),
            .init(Field("annee", type: .year), "aucune", .likely("")),
            .init(Field("site", format: "uri", meaning: .url), "0", .likely("")),
            .init(Field("jour", type: .date), "0000-00-00", .certain("")),
            .init(Field("precis", meaning: .prose), "RAS", .likely("")),
            .init(Field("etat", codes: [Code(value: "Inconnu"), Code(value: "Actif")]), "Inconnu", nil),
            .init(Field("equip", separator: "|"), "nr | nr", .certain("")),
            .init(Field("equip", separator: "|"), "banc|nr", .likely("banc")),
            .init(Field("equip", separator: "|"), "Non", .likely("")),
            .init(Field("nb", type: .integer), "0", nil),
            .init(Field("nb", type: .integer), "néant", .ask(candidates: ["0"])),
            .init(Field("clos", type: .boolean), "non", nil),
            .init(Field("nom"), "NR12", nil),
        ],
        tidies: true,
        serves: { _ in true },
        prepare: { setting in
            let field = setting.field
            let ownWords = Set(field.codes.flatMap { [$0.value, $0.label ?? $0.value] + $0.synonyms }.map(\.folded))
            return { value in
                // No placeholder is longer, and folding a long text is slow.
                guard value.text.utf8.count <= 60 else { return nil }
                if field.constraints.pattern != nil || !ownWords.isEmpty, setting.accepts(value.text) { return nil }
                let key = value.text.folded
                if ownWords.contains(key) { return nil }
                if field.isList, let left = withoutPlaceholders(value.text, field, ownWords) { return left }
                return emptied(value.text, key: key, field)
            }
        })

    private static func emptied(_ text: String, key: String, _ field: Field) -> Proposal? {
        if key.isEmpty { return text.allSatisfy(isMark) ? .certain("") : nil }
        switch Emptiness(key) {
        case .unknown: return .certain("")
        case .initials: return isFreeText(field) && text.uppercased() != "N/A" ? .likely("") : .certain("")
        case .nothing: return saysNone(field)
        case nil: return field.isList && key == "non" ? .likely("") : zero(key, field)
        }
    }

    /// None of something: a count of zero, and no answer at all to a question of when or where.
    private static func saysNone(_ field: Field) -> Proposal? {
        switch field.type {
        case .boolean: nil
        case .integer, .number: .ask(candidates: ["0"])
        default: .likely("")
        }
    }

    private static func zero(_ key: String, _ field: Field) -> Proposal? {
        if field.type == .date, key == "0000 00 00" || key == "00 00 0000" { return .certain("") }
        let cannotBeZero = field.type == .year || field.type == .date || field.meaning == .url || field.format == "uri"
        return cannotBeZero && (key == "0" || key == "0000") ? .likely("") : nil
    }

    /// A list without the values that say nothing.
    private static func withoutPlaceholders(_ text: String, _ field: Field, _ ownWords: Set<String>) -> Proposal? {
        let parts = text.split(whereSeparator: { "|;,/\n".contains($0) }).map { String($0).withoutOuterSpace }
        guard parts.count > 1 else { return nil }
        let kept = parts.filter { part in
            let key = part.folded
            return ownWords.contains(key) || !(key.isEmpty ? part.allSatisfy(isMark) : Emptiness(key) != nil)
        }
        guard kept.count < parts.count else { return nil }
        return kept.isEmpty ? .certain("") : .likely(kept.joined(separator: field.separator ?? "|"))
    }

    /// A text in which two letters may be a name.
    private static func isFreeText(_ field: Field) -> Bool {
        let plain: Set<Field.Meaning?> = [
            nil, .name, .communeName, .street, .address, .fullAddress, .placeDetail, .prose,
        ]
        return field.type == .string && field.codes.isEmpty && plain.contains(field.meaning)
            && field.format == "default"
    }

    private static func isMark(_ character: Character) -> Bool {
        "-–—_./?…'\"".contains(character) || character.isWhitespace
    }
}
