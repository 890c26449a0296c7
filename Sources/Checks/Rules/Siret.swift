import Norms
import Schemas
import Texts

extension Check {
    /// The number of an establishment: fourteen digits, the ninth and the last keys (INSEE, répertoire Sirene).
    static let siret = Check(
        "siret",
        Text(
            fr: "Un SIRET : 14 chiffres, dont deux clés de contrôle.", en: "A SIRET: 14 digits with two check digits."),
        examples: [
            Example(
                Field("siret", meaning: .siret), accepts: ["21690029000018", "35600000000048", "35600000049837"],
                rejects: [
                    "21690029000019", "21690028000027", "216900290", "2,16900290E+13", "216 900 290 00018",
                    "00000000000000",
                ])
        ],
        serves: { $0.meaning == .siret },
        problem: { value, _, _ in
            if let lost = LostDigits.text(of: value) { return lost }
            guard value.isDigits(14...14), !value.allSatisfy({ $0 == "0" }) else {
                return Text(
                    fr: "« \(value) » n'est pas un SIRET : 14 chiffres sont attendus.",
                    en: "“\(value)” is not a SIRET: 14 digits are expected.")
            }
            guard !BusinessNumber.isSIRET(value) else { return nil }
            return Text(
                fr: "Un des chiffres du SIRET \(value) est faux : sa clé de contrôle ne va pas.",
                en: "One of the digits of the SIRET \(value) is wrong: its check digit does not fit.")
        })
}
