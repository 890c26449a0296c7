import Schemas
import Texts

extension Check {
    /// A year of four digits; of an event in the past, no later than this year.
    static let year = Check(
        "year",
        Text(fr: "Une année à quatre chiffres.", en: "A year of four digits."),
        examples: [
            Example(
                Field("annee", type: .year), accepts: ["1982", "2019"], rejects: ["82", "1982.0", "vers 1950", "0019"]),
            Example(Field("ouverture", type: .year, meaning: .pastYear), accepts: ["1857"], rejects: ["2958", "0"]),
        ],
        serves: { $0.type == .year },
        problem: { value, field, context in
            guard value.isDigits(4...4), let year = Int(value), year >= 1000 else {
                return Text(
                    fr: "« \(value) » n'est pas une année à quatre chiffres.",
                    en: "“\(value)” is not a year of four digits.")
            }
            guard field.meaning == .pastYear, year > context.year + 1 else { return nil }
            return Text(
                fr: "L'année \(value) n'est pas possible ici.", en: "The year \(value) is not possible here.")
        })
}
