import Schemas
import Texts

extension Check {
    /// A whole number.
    static let integer = Check(
        "integer",
        Text(fr: "Un nombre entier, en chiffres.", en: "A whole number, in digits."),
        examples: [
            Example(
                Field("nb", type: .integer), accepts: ["12", "-3", "0"], rejects: ["12,5", "12.0", "douze", "1 200"])
        ],
        serves: { $0.type == .integer },
        problem: { value, _, _ in
            (value.hasPrefix("+") || value.hasPrefix("-") ? value.dropFirst() : value[...]).isDigits(1...400)
                ? nil
                : Text(
                    fr: "« \(value) » n'est pas un nombre entier.", en: "“\(value)” is not a whole number.")
        })
}
