import Checks
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
            .init(siretField, "216.900.290.00018", .certain("21690029000018")),
            .init(siretField, "216-900-290-00018", .certain("21690029000018")),
            .init(siretField, "216\u{A0}900\u{202F}290 00018", .certain("21690029000018")),
            .init(siretField, "SIRET : 216 900 290 00018", .certain("21690029000018")),
            .init(siretField, "21690029000018,00", .certain("21690029000018")),
            .init(
                siretField, "216900290 00018 / 356000000 00048", .ask(candidates: ["21690029000018", "35600000000048"])),
            // The keys of SIRET and SIREN both prove the zero.
            .init(siretField, Value("5580113800011", kind: .number), .certain("05580113800011")),
            .init(siretField, "5580113800011", .likely("05580113800011")),
            .init(siretField, "893693200014.0", .likely("00893693200014")),
            .init(siretField, "2169002900018", .ask(candidates: [])),
            .init(siretField, "216900290000186", .ask(candidates: [])),
            .init(siretField, "5580113800012", .ask(candidates: [])),
            .init(siretField, "2,16900290E+13", .ask(candidates: [])),
            .init(siretField, "216900290", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .siret },
        propose: { value, setting in
            guard let digits = CodeDigits(value.text, length: 14, mostLost: 2), setting.accepts(digits.code) else {
                return .ask(candidates: CodeDigits.all(in: value.text, length: 14).filter(setting.accepts))
            }
            guard digits.lacksZero else { return .certain(digits.code) }
            // Public bodies begin with 1 or 2: their numbers lack another digit.
            guard !["020", "021", "022", "023", "011", "012", "013"].contains(digits.code.prefix(3))
            else { return .ask(candidates: []) }
            return .change(digits.code, value.kind == .number && digits.lostZeros == 1 ? .certain : .likely)
        })

    private static let siretField = Field("siret", meaning: .siret)
}
