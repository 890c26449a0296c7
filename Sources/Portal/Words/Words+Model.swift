import Texts

extension Words {
    static let model = Text(fr: "Modèle", en: "Schema")
    static func modelTitle(_ title: String) -> Text {
        Text(fr: "Le modèle «\u{00A0}\(title)\u{00A0}»", en: "The schema “\(title)”")
    }
    static let modelLead = Text(
        fr: "Ce que chaque colonne doit contenir, avec de bons et de mauvais exemples.",
        en: "What each column must contain, with good and bad examples.")
    static let title = Text(fr: "Intitulé", en: "Title")
    static let fields = Text(fr: "Les colonnes", en: "The columns")
    static let fieldTable = Text(
        fr: "Les colonnes, leur type et leur présence", en: "The columns, their type and presence")
    static let overview = Text(fr: "En un coup d'œil", en: "At a glance")
    static let column = Text(fr: "Colonne", en: "Column")
    static let kind = Text(fr: "Type", en: "Type")
    static let obligation = Text(fr: "Présence", en: "Presence")
    static let required = Text(fr: "obligatoire", en: "required")
    static let expected = Text(fr: "attendue", en: "expected")
    static let optional = Text(fr: "facultative", en: "optional")
    static let goodExample = Text(fr: "Bon exemple", en: "Good example")
    static let badExample = Text(fr: "À éviter", en: "To avoid")
    static let allowedValues = Text(fr: "Valeurs possibles", en: "Possible values")
    static let documentLink = Text(
        fr: "Le modèle pour les programmes (Table Schema, JSON)", en: "The schema for programs (Table Schema, JSON)")

    static func list(separator: String) -> Text {
        Text(
            fr: "Plusieurs valeurs sont possibles, séparées par «\u{00A0}\(separator)\u{00A0}».",
            en: "Several values may be given, separated by “\(separator)”.")
    }

    static func bounds(minimum: String?, maximum: String?, unit: String?) -> Text? {
        let unit = unit.map { "\u{00A0}\($0)" } ?? ""
        switch (minimum, maximum) {
        case (let low?, let high?): return Text(fr: "De \(low) à \(high)\(unit).", en: "From \(low) to \(high)\(unit).")
        case (let low?, nil): return Text(fr: "Au moins \(low)\(unit).", en: "At least \(low)\(unit).")
        case (nil, let high?): return Text(fr: "Au plus \(high)\(unit).", en: "At most \(high)\(unit).")
        default: return nil
        }
    }
}
