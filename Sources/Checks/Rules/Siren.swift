import Norms
import Schemas
import Texts

extension Check {
    /// The number of a legal unit: nine digits, the last one a key (INSEE, répertoire Sirene).
    static let siren = Check(
        "siren",
        Text(fr: "Un SIREN : 9 chiffres, dont une clé de contrôle.", en: "A SIREN: 9 digits with a check digit."),
        examples: [
            Example(
                Field("siren", meaning: .siren), accepts: ["216900290", "356000000"],
                rejects: ["216900291", "21690029", "216 900 290", "2,169E+08", "000000000"])
        ],
        serves: { $0.meaning == .siren },
        problem: { value, _, _ in
            if let lost = LostDigits.text(of: value) { return lost }
            guard value.isDigits(9...9), value != "000000000" else {
                return Text(
                    fr: "« \(value) » n'est pas un SIREN : 9 chiffres sont attendus.",
                    en: "“\(value)” is not a SIREN: 9 digits are expected.")
            }
            guard !BusinessNumber.isSIREN(value) else { return nil }
            return Text(
                fr: "Un des chiffres du SIREN \(value) est faux : sa clé de contrôle ne va pas.",
                en: "One of the digits of the SIREN \(value) is wrong: its check digit does not fit.")
        })
}
