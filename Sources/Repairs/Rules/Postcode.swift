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
            .init(postal, Value("1000", kind: .number), .likely("01000")),
            .init(postal, "69500 BRON", .certain("69500")),
            .init(postal, "F-69500", .certain("69500")),
            .init(postal, "6950", .ask(candidates: [])),
            .init(postal, "69500 / 01000", .ask(candidates: ["69500", "01000"])),
            .init(postal, "Bron", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .postcode },
        propose: { value, setting in
            let isPostcode = setting.context.isPostcode
            if let digits = CodeDigits(value.text, length: 5), digits.code.allSatisfy(\.isNumber) {
                guard isPostcode(digits.code) else { return .ask(candidates: []) }
                return .change(digits.code, digits.lacksZero ? .likely : .certain)
            }
            if let match = value.text.wholeMatch(of: /\s*(?:F\s?-\s?)?([0-9]{5})(?:\s+[^0-9].*)?/),
                match.0.filter(\.isNumber).count < 10, isPostcode(String(match.1))
            {
                return .certain(String(match.1))
            }
            return .ask(candidates: value.text.matches(of: /[0-9]{5}/).map { String($0.0) }.filter(isPostcode))
        })

    private static let postal = Field("codepost", meaning: .postcode)
}
