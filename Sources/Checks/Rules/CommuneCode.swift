import Schemas
import Spelling
import Texts

extension Check {
    /// The INSEE code of a commune that exists or existed.
    static let communeCode = Check(
        "commune-code",
        Text(fr: "Le code Insee d'une commune.", en: "The INSEE code of a commune."),
        examples: [
            Example(
                Field("insee", meaning: .communeCode), accepts: ["69029", "69383", "2A004"],
                rejects: ["69029.0", "6,9029E+04", "1053", "00000", "Bron"])
        ],
        serves: { $0.meaning == .communeCode },
        problem: { value, _, context in
            if let lost = LostDigits.text(of: value) { return lost }
            guard code.wholeMatch(in: value) != nil else {
                return Text(
                    fr: "« \(value) » n'est pas un code Insee : cinq caractères sont attendus, comme 69029.",
                    en: "“\(value)” is not an INSEE code: five characters are expected, such as 69029.")
            }
            return context.isCommuneCode(value)
                ? nil
                : Text(
                    fr: "Aucune commune n'a le code Insee \(value).", en: "No commune has the INSEE code \(value).")
        })

    private static let code = Shape(/(?:[013-9][0-9]|2[AB1-9])[0-9]{3}/)
}
