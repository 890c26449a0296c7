import Schemas
import Tables
import Texts

extension Repair {
    /// SIREN numbers that a spreadsheet took for numbers. The check digit proves the zero that is given back.
    static let siren = Repair(
        "siren",
        Text(
            fr: "Enlève les espaces d'un SIREN et lui rend son zéro, si la clé de contrôle le prouve.",
            en: "Takes the spaces off a SIREN and gives its zero back, where the check digit proves it."),
        examples: [
            .init(sirenField, "216 900 290", .certain("216900290")),
            .init(sirenField, "216900290.0", .certain("216900290")),
            .init(sirenField, "216.900.290", .certain("216900290")),
            .init(sirenField, "216-900-290", .certain("216900290")),
            .init(sirenField, "N° SIREN 216 900 290", .certain("216900290")),
            .init(sirenField, Value("55801138", kind: .number), .likely("055801138")),
            .init(sirenField, "216900290 / 356000000", .ask(candidates: ["216900290", "356000000"])),
            .init(sirenField, "8936932.0", .likely("008936932")),
            .init(sirenField, "55801139", .ask(candidates: [])),
            .init(sirenField, "21690029000018", .likely("216900290")),
            .init(sirenField, "2,169E+08", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .siren },
        propose: { value, setting in
            if let digits = CodeDigits(value.text, length: 9, mostLost: 2), setting.accepts(digits.code) {
                // A digit lost elsewhere would leave a number whose key holds by chance, once in ten.
                return .change(digits.code, digits.lacksZero ? .likely : .certain)
            }
            // A SIRET begins with the SIREN.
            if let digits = CodeDigits(value.text, length: 14), !digits.lacksZero,
                setting.accepts(String(digits.code.prefix(9)))
            {
                return .likely(String(digits.code.prefix(9)))
            }
            return .ask(candidates: CodeDigits.all(in: value.text, length: 9).filter(setting.accepts))
        })

    private static let sirenField = Field("siren", meaning: .siren)
}
