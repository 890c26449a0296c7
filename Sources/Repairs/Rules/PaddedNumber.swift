import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// The number of an object within its commune, which keeps its zeros.
    static let paddedNumber = Repair(
        "padded-number",
        Text(fr: "Rend à un numéro d'ordre ses zéros : 021.", en: "Gives an ordinal number its zeros back: 021."),
        examples: [
            .init(num, Value("21", kind: .number), .certain("021")),
            .init(num, "1.0", .certain("001")),
            .init(num, "12b", .ask(candidates: [])),
            .init(num, "1.000", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .uidNumber },
        propose: { value, _ in
            guard let match = digits.wholeMatch(in: value.text) else { return .ask(candidates: []) }
            return .certain(String(match.1).padded(to: 3))
        })

    private static let digits = Shape(/\s*([0-9]{1,6})(?:[.,]0{1,2})?\s*/)
    private static let num = Field("num", meaning: .uidNumber)
}
