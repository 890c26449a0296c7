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
            // A missing digit may be another than the zero: the rest of the row confirms it, or does not.
            .init(insee, Value("1053", kind: .number), .likely("01053")),
            .init(insee, "1053", .likely("01053")),
            .init(insee, "2a004", .certain("2A004")),
            .init(insee, "Bron (69029)", .certain("69029")),
            .init(insee, "69-029", .certain("69029")),
            .init(insee, "INSEE 69029", .certain("69029")),
            .init(insee, "2A 004", .certain("2A004")),
            .init(insee, "2A4", .ask(candidates: [])),
            .init(insee, "6902", .ask(candidates: [])),
            .init(insee, "6,9029E+04", .ask(candidates: [])),
            .init(insee, "69029, 69383", .ask(candidates: ["69029", "69383"])),
            .init(insee, "Bron", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .communeCode },
        propose: { value, setting in
            if let digits = CodeDigits(value.text, length: 5), setting.context.isCommuneCode(digits.code) {
                return .change(digits.code, digits.lacksZero ? .likely : .certain)
            }
            let words = value.text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            let known = words.filter {
                $0.utf8.count == 5 && $0.utf8.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) }
                    && setting.context.isCommuneCode($0)
            }
            // Beside a name, one code is enough; beside other figures it may be one of several.
            let isAlone = known.count == 1 && words.allSatisfy { $0 == known[0] || !$0.contains(where: \.isNumber) }
            return isAlone ? .certain(known[0]) : .ask(candidates: known)
        })

    private static let insee = Field("code_insee", meaning: .communeCode)
}
