import Schemas
import Texts

extension Check {
    /// A French postcode: five digits.
    static let postcode = Check(
        "postcode",
        Text(fr: "Un code postal à cinq chiffres.", en: "A postcode of five digits."),
        examples: [
            Example(
                Field("cp", meaning: .postcode), accepts: ["69500", "01000"], rejects: ["1000", "69 500", "69500.0"])
        ],
        serves: { $0.meaning == .postcode },
        problem: { value, _, _ in
            if let lost = LostDigits.text(of: value) { return lost }
            return value.isDigits(5...5)
                ? nil
                : Text(
                    fr: "« \(value) » n'est pas un code postal à cinq chiffres.",
                    en: "“\(value)” is not a postcode of five digits.")
        })
}
