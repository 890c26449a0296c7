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
            .init(Field("clos", type: .boolean), "à vérifier", nil),
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
            .init(Field("etat", codes: [Code(value: "non renseigné"), Code(value: "Actif")]), "Non renseignés", nil),
            .init(Field("equip", separator: "|"), "nr | nr", .certain("")),
            .init(Field("equip", separator: "|"), "banc|nr", .likely("banc")),
            .init(Field("equip", separator: "|"), "Non", .likely("")),
            .init(Field("nb", type: .integer), "0", nil),
            .init(Field("nb", type: .integer), "néant", .ask(candidates: ["0"])),
            .init(Field("clos", type: .boolean), "non", nil),
            .init(Field("nom"), "NR12", nil),
            .init(Field("nom"), "À compléter", .certain("")),
            .init(Field("nom"), "non précisé", .certain("")),
            .init(Field("nom"), "???", .certain("")),
            .init(Field("nom"), "…", .certain("")),
            .init(Field("nom"), "(néant)", .likely("")),
            .init(Field("commune", meaning: .communeName), "Y", nil),
            .init(Field("commune", meaning: .communeName), "Ri", nil),
            .init(Field("nom", meaning: .name), "Square du Néant", nil),
            .init(Field("precis", meaning: .prose), "Néant ne signifie pas fermé", nil),
            .init(Field("tel", meaning: .phone), "non", .likely("")),
            .init(Field("tel", meaning: .phone), "0", .likely("")),
            .init(Field("tel", meaning: .phone), "00 00 00 00 00", .likely("")),
            .init(Field("siret", meaning: .siret), "00000000000000", .likely("")),
            .init(Field("cp", meaning: .postcode), "00000", .likely("")),
            .init(Field("insee", meaning: .communeCode), "0", .likely("")),
            .init(Field("lat", type: .number, meaning: .latitude), "0", .likely("")),
            .init(Field("lon", type: .number, meaning: .longitude), "0,0", .likely("")),
            .init(Field("lon", type: .number, meaning: .longitude), "0.5", nil),
            .init(Field("jour", type: .date), "00/01/1900", .likely("")),
            .init(Field("jour", type: .date), Value("1899-12-30", kind: .date), .likely("")),
            .init(Field("jour", type: .date), "__/__/____", .certain("")),
            .init(Field("acces", codes: [Code(value: "aucun"), Code(value: "rampe")]), "Aucun", nil),
            .init(Field("nb", type: .integer), "NC", .certain("")),
        ],
        tidies: true,
        serves: { _ in true },
        prepare: { setting in
            let field = setting.field
            let ownWords = Set(
                field.codes.flatMap { [$0.value, $0.label ?? $0.value] + $0.synonyms }.flatMap {
                    [$0.folded, $0.singularKey]
                })
            return { value in
                // No placeholder is longer, and folding a long text is slow.
                guard value.text.utf8.count <= 60 else { return nil }
                if field.constraints.pattern != nil || !ownWords.isEmpty, setting.accepts(value.text) { return nil }
                let key = value.text.folded
                if ownWords.contains(key) || ownWords.contains(value.text.singularKey) { return nil }
                if field.isList, let left = withoutPlaceholders(value.text, field, ownWords) { return left }
                return emptied(value.text, key: key, field)
            }
        })

    private static func emptied(_ text: String, key: String, _ field: Field) -> Proposal? {
        if key.isEmpty { return text.allSatisfy(isMark) ? .certain("") : nil }
        // Yes or no will be known once somebody has looked: the boolean asks.
        if field.type == .boolean, key == "a verifier" { return nil }
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

    /// Zeros where nothing can be zero, and the day before the first one of spreadsheets.
    private static func zero(_ key: String, _ field: Field) -> Proposal? {
        if field.type == .date {
            if key == "0000 00 00" || key == "00 00 0000" { return .certain("") }
            return noDays.contains(key) || key == "0" ? .likely("") : nil
        }
        if linked.contains(field.meaning) || field.format == "uri" || field.format == "email" {
            return key == "non" || key == "0" || key == "no" ? .likely("") : isZero(key, field) ? .likely("") : nil
        }
        return isZero(key, field) ? .likely("") : nil
    }

    private static func isZero(_ key: String, _ field: Field) -> Bool {
        guard field.type == .year || neverZero.contains(field.meaning) || field.format == "uri" else { return false }
        return key.utf8.allSatisfy { $0 == 0x30 || $0 == 0x20 }
    }

    private static let noDays: Set<String> = [
        "00 01 1900", "0 1 1900", "1900 01 00", "1900 1 0", "30 12 1899", "1899 12 30", "31 12 1899", "1899 12 31",
        "0001 01 01", "01 01 0001",
    ]
    private static let linked: Set<Field.Meaning?> = [.phone, .email, .url]
    private static let neverZero: Set<Field.Meaning?> = [
        .phone, .email, .url, .siret, .siren, .postcode, .communeCode, .latitude, .longitude,
    ]

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
