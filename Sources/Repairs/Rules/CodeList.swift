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
            .init(acces, "Piéton/Vélo", .certain("piéton|vélo")),
            .init(acces, "motorisé, pietons ", .certain("motorisé|piéton")),
            .init(acces, "piéton et vélo", .certain("piéton|vélo")),
            .init(acces, "Piéton|piétons", .certain("piéton")),
            .init(acces, "piéton, cheval", .ask(candidates: ["piéton", "vélo", "motorisé"])),
            .init(gestion, "Métropole de Lyon", .likely("métropole")),
            .init(gestion, "Ville de Bron|Métropole de Lyon", .likely("commune|métropole")),
            .init(gestion, "communautaire", .ask(candidates: ["commune", "métropole"])),
        ],
        serves: { !$0.codes.isEmpty && $0.type == .string },
        propose: { value, setting in
            let list = CodeMatching(setting.field)
            if let match = list.match(value.text) { return match.degree == .certain ? .certain(match.value) : .likely(match.value) }
            return .ask(candidates: list.candidates(for: value.text))
        })

    private static let chien = Field(
        "chien",
        codes: [
            Code(value: "libre"), Code(value: "tenu en laisse", synonyms: ["en laisse"]), Code(value: "non autorisé"),
        ])
    private static let acces = Field(
        "acces", codes: [Code(value: "piéton", synonyms: ["accès piéton"]), Code(value: "vélo"), Code(value: "motorisé")],
        separator: "|")
    private static let gestion = Field(
        "gestion", codes: [Code(value: "commune", synonyms: ["ville"]), Code(value: "métropole")], separator: "|")
}
