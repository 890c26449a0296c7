import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// Values of a code list, however they are spelt, and lists of them, however they are separated.
    static let codeList = Repair(
        "code-list",
        Text(
            fr: "Reconnaît les valeurs de la liste malgré l'orthographe, le pluriel, les synonymes et les séparateurs.",
            en: "Knows the values of the list despite spelling, plural, synonyms and separators."),
        examples: [
            .init(chien, "Libre", .certain("libre")),
            .init(chien, "Tenus en laisse", .certain("tenu en laisse")),
            .init(chien, "en laisse", .certain("tenu en laisse")),
            .init(chien, "non autorisés", .certain("non autorisé")),
            .init(chien, "tenu en lesse", .likely("tenu en laisse")),
            .init(chien, "Oui", .ask(candidates: ["libre", "tenu en laisse", "non autorisé"])),
            .init(acces, "Piéton/Vélo enfant", .certain("piéton|vélo enfant")),
            .init(acces, "motorisé, pietons ", .certain("motorisé|piéton")),
            .init(acces, "piéton et vélo adulte", .certain("piéton|vélo adulte")),
            .init(acces, "Piéton|piétons", .certain("piéton")),
            .init(acces, "piéton, cheval", .ask(candidates: ["piéton", "vélo adulte", "vélo enfant", "motorisé"])),
            .init(acces, "vélo adulte/enfant", .likely("vélo adulte|vélo enfant")),
            .init(acces, "vélo enfant|adulte", .likely("vélo enfant|vélo adulte")),
            .init(acces, "Vélo enfant piétons motorisé", .likely("vélo enfant|piéton|motorisé")),
            .init(
                acces, "piéton sauf vélo adulte",
                .ask(candidates: ["piéton", "vélo adulte", "vélo enfant", "motorisé"])),
            .init(
                acces, "cheval|Vélo enfant moins de 6 ans",
                .ask(candidates: ["vélo enfant", "vélo adulte", "piéton", "motorisé"])),
            .init(gestion, "Métropole de Lyon", .likely("métropole")),
            .init(gestion, "Syndicat Mixte Plaines Monts d'Or", .likely("syndicat mixte")),
            .init(gestion, "Ville de Bron|Métropole de Lyon", .likely("commune|métropole")),
            .init(gestion, "communautaire", .ask(candidates: ["commune", "métropole", "syndicat mixte"])),
            .init(acces, "piétons, vélos", .likely("piéton|vélo adulte|vélo enfant")),
            .init(
                acces, "vélo",
                .ask(candidates: ["vélo adulte|vélo enfant", "vélo adulte", "vélo enfant", "piéton", "motorisé"])),
            .init(acces, "piéton|vélo enfant moins de 6 ans", .likely("piéton|vélo enfant")),
            .init(acces, "piéton et/ou motorisé", .certain("piéton|motorisé")),
            .init(acces, "piéton & motorisé", .certain("piéton|motorisé")),
            .init(acces, "• piéton • motorisé", .certain("piéton|motorisé")),
            .init(acces, "piéton-motorisé", .certain("piéton|motorisé")),
            .init(acces, "piéton\nmotorisé", .certain("piéton|motorisé")),
            .init(acces, "piéton;", .certain("piéton")),
            .init(
                acces, "acces pieton ; moto", .ask(candidates: ["piéton", "vélo adulte", "vélo enfant", "motorisé"])),
            .init(gestion, "\u{FFFD}tat|commune", .ask(candidates: ["commune", "métropole", "syndicat mixte"])),
            .init(chien, "lbre", .likely("libre")),
            .init(chien, "LIBRE ", .certain("libre")),
            .init(chien, "autorisé", .ask(candidates: ["non autorisé", "libre", "tenu en laisse"])),
            .init(chien, "nn autorisé", .likely("non autorisé")),
            .init(chien, "en laisse tenu", .likely("tenu en laisse")),
            .init(chien, "tenuenlaisse", .likely("tenu en laisse")),
            .init(chien, "non autorisée", .certain("non autorisé")),
            .init(chien, "2 - Tenu en laisse", .likely("tenu en laisse")),
            .init(chien, "libre/non autorisé", .ask(candidates: ["non autorisé", "libre", "tenu en laisse"])),
            .init(payer, "payante", .likely("payant")),
            .init(payer, "inaccesible", .likely("inaccessible")),
            .init(payer, "accesible", .likely("accessible")),
            .init(payer, "couvrt", .ask(candidates: ["payant", "accessible", "inaccessible", "ouvert", "couvert"])),
            .init(Field("dep", codes: [Code(value: "01"), Code(value: "69")]), "1", .likely("01")),
            .init(niveau, "niveau 3", .ask(candidates: ["niveau 1", "sous-sol"])),
        ],
        serves: { !$0.codes.isEmpty && $0.type == .string },
        prepare: { setting in
            let list = CodeMatching(setting.field)
            return { value in
                // What stands beside a sign that was lost may be part of it.
                let found = value.text.contains("\u{FFFD}") ? nil : list.match(value.text)
                return found.map { .change($0.value, $0.degree) }
                    ?? .ask(candidates: list.candidates(for: value.text))
            }
        })

    private static let chien = Field(
        "chien",
        codes: [
            Code(value: "libre"), Code(value: "tenu en laisse", synonyms: ["en laisse"]), Code(value: "non autorisé"),
        ])
    private static let acces = Field(
        "acces",
        codes: [
            Code(value: "piéton", synonyms: ["accès piéton"]), Code(value: "vélo adulte"), Code(value: "vélo enfant"),
            Code(value: "motorisé"),
        ],
        separator: "|")
    private static let gestion = Field(
        "gestion",
        codes: [Code(value: "commune", synonyms: ["ville"]), Code(value: "métropole"), Code(value: "syndicat mixte")],
        separator: "|")
    private static let payer = Field(
        "payer", codes: ["payant", "accessible", "inaccessible", "ouvert", "couvert"].map { Code(value: $0) })
    private static let niveau = Field("niveau", codes: [Code(value: "niveau 1"), Code(value: "sous-sol")])
}
