import Checks
import Schemas
import Tables
import Texts

extension Repair {
    /// Postcodes that a spreadsheet took for numbers, or that a town follows.
    static let postcode = Repair(
        "postcode",
        Text(
            fr: "Rend aux codes postaux leurs zéros et enlève ce qui les suit.",
            en: "Gives postcodes their zeros back and takes away what follows them."),
        examples: [
            .init(postal, "69500.0", .certain("69500")),
            .init(postal, "69 500", .certain("69500")),
            .init(postal, Value("1000", kind: .number), .certain("01000")),
            .init(postal, "69500 BRON", .certain("69500")),
            .init(postal, "F-69500", .certain("69500")),
            .init(postal, "6950", .ask(candidates: [])),
            .init(postal, "Bron", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .postcode },
        propose: { value, setting in
            if let code = CodeDigits.read(value.text, length: 5), code.allSatisfy(\.isNumber) {
                return setting.context.isPostcode(code) ? .certain(code) : .ask(candidates: [])
            }
            if let match = value.text.wholeMatch(of: /\s*(?:F\s?-\s?)?(\d{5})(?:\s+\D.*)?/), setting.context.isPostcode(String(match.1)) {
                return .certain(String(match.1))
            }
            return .ask(candidates: [])
        })

    private static let postal = Field("codepost", meaning: .postcode)
}
