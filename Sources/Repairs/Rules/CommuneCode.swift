import Checks
import Schemas
import Tables
import Texts

extension Repair {
    /// INSEE codes that a spreadsheet took for numbers.
    static let communeCode = Repair(
        "commune-code",
        Text(
            fr: "Rend aux codes Insee leurs zéros et enlève les décimales.",
            en: "Gives INSEE codes their zeros back and takes decimals away."),
        examples: [
            .init(insee, "69029.0", .certain("69029")),
            .init(insee, "69 029", .certain("69029")),
            .init(insee, Value("1053", kind: .number), .certain("01053")),
            .init(insee, "1053", .certain("01053")),
            .init(insee, "2a004", .certain("2A004")),
            .init(insee, "6,9029E+04", .ask(candidates: [])),
            .init(insee, "Bron", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .communeCode },
        propose: { value, setting in
            guard let code = CodeDigits.read(value.text, length: 5), setting.context.isCommuneCode(code) else {
                return .ask(candidates: [])
            }
            return .certain(code)
        })

    private static let insee = Field("code_insee", meaning: .communeCode)
}
