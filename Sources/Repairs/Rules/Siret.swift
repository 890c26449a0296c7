import Schemas
import Tables
import Texts

extension Repair {
    /// SIRET numbers that a spreadsheet took for numbers. The check digit proves the zero that is given back.
    static let siret = Repair(
        "siret",
        Text(
            fr: "Enlève les espaces d'un SIRET et lui rend son zéro, si la clé de contrôle le prouve.",
            en: "Takes the spaces off a SIRET and gives its zero back, where the check digit proves it."),
        examples: [
            .init(siretField, "216 900 290 00018", .certain("21690029000018")),
            .init(siretField, "21690029000018.00", .certain("21690029000018")),
            .init(siretField, Value("5580113800011", kind: .number), .certain("05580113800011")),
            .init(siretField, "5580113800012", .ask(candidates: [])),
            .init(siretField, "2,16900290E+13", .ask(candidates: [])),
            .init(siretField, "216900290", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .siret },
        propose: { value, setting in
            guard let digits = CodeDigits(value.text, length: 14), setting.accepts(digits.code) else {
                return .ask(candidates: [])
            }
            return .certain(digits.code)
        })

    private static let siretField = Field("siret", meaning: .siret)
}
