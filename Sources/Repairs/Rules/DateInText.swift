import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// Dates where nobody asked for one: a spreadsheet made them of a name or a number.
    static let dateInText = Repair(
        "date-in-text",
        Text(
            fr: "Demande ce qui avait été tapé quand le tableur en a fait une date.",
            en: "Asks what had been typed where the spreadsheet made a date of it."),
        examples: [
            .init(
                Field("nom", meaning: .name), Value("2019-02-01", kind: .date),
                .ask(candidates: ["1-2", "1/2", "2-19"])),
            .init(
                Field("num", meaning: .uidNumber), Value("2019-03-12", kind: .date), .ask(candidates: ["12-3", "12/3"])),
            .init(Field("nom", meaning: .name), "2019-02-01", nil),
            .init(Field("effectif"), "01-févr", .ask(candidates: ["1-2", "1/2"])),
            .init(Field("effectif"), "mars-10", .ask(candidates: ["3-10", "3/10"])),
            .init(Field("nom", meaning: .name), "8 mai", nil),
            .init(Field("mois_debut"), "01-févr", nil),
            .init(Field("date_pose"), Value("2019-02-01", kind: .date), nil),
            .init(Field("precis", meaning: .prose), Value("2019-02-01", kind: .date), nil),
        ],
        tidies: true,
        serves: { field in
            guard field.type == .string, ![.prose, .houseNumber].contains(field.meaning) else { return false }
            let words = Set((field.name + " " + field.title).foldedWords)
            return words.isDisjoint(with: ofDays)
        },
        propose: { value, _ in
            guard value.kind == .date || AutoDate.isShown(value.text), let candidates = AutoDate.candidates(for: value)
            else { return nil }
            return .ask(candidates: candidates, because: AutoDate.reason)
        })

    /// Words of fields that may hold a day.
    private static let ofDays: Set<String> = [
        "date", "dates", "jour", "jours", "maj", "annee", "periode", "periodes", "quand", "mois", "saison", "debut",
        "fin",
        "echeance", "calendrier", "horaire", "horaires",
    ]
}
