import Checks
import Schemas
import Spelling
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
            .init(postal, "69-500", .certain("69500")),
            .init(postal, "69.500", .ask(candidates: [])),
            .init(postal, "CP 69500", .certain("69500")),
            .init(postal, "75 011", .certain("75011")),
            .init(postal, "69500 CEDEX 03", .ask(candidates: ["69500"])),
            .init(postal, "6950", .ask(candidates: [])),
            .init(postal, "69500 / 01000", .ask(candidates: ["69500", "01000"])),
            .init(postal, "Bron", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .postcode },
        propose: { value, setting in
            let isPostcode = setting.context.isPostcode
            if let digits = CodeDigits(value.text, length: 5), digits.code.isDigits {
                if digits.lacksZero { return isPostcode(digits.code) ? .likely(digits.code) : .ask(candidates: []) }
                // Nothing but dress was taken off: whether the code is in use is another matter.
                return digits.code.hasPrefix("00") ? .ask(candidates: []) : .certain(digits.code)
            }
            if let match = followed.wholeMatch(in: value.text), isPostcode(String(match.1)) {
                return .certain(String(match.1))
            }
            let words = value.text.split { !$0.isNumber }.map(String.init).filter { $0.utf8.count == 5 && $0.isDigits }
            return .ask(candidates: words.filter(isPostcode))
        })

    /// `69500 BRON`, `F-69500`, and nothing else in figures.
    private static let followed = Shape(/\s*(?:F\s?-\s?|FR\s?-?\s?)?([0-9]{5})(?:\s+[^0-9]{0,80})?/.ignoresCase())
    private static let postal = Field("codepost", meaning: .postcode)
}
