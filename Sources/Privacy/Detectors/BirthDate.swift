import Schemas
import Spelling
import Texts

extension Detector {
    /// A date of birth in a text.
    static let birthDate = Detector(
        "birth-date",
        Text(fr: "dates de naissance", en: "dates of birth"),
        held: ["né le 12/03/1980", "Mme X, née le 3 mai 1975", "Date de naissance : 1980-03-12", "DDN 12.03.80"],
        innocent: ["parc né en 1980", "ouvert le 12/03/1980", "naissance du projet en 2010", "maison de naissance"],
        finds: { $0.digitCount >= 4 && shape.firstMatch(in: $0) != nil })

    private static let shape = Shape(
        /(?i)(?:\bn[ée]e?s?\s+le|\bdate\s+de\s+naissance|\bDDN|\bn[ée]\(e\)\s+le)[\s:\x{A0}]*(?:\d{1,2}(?:er)?[\s\/.\-]+\p{L}*\d*[\s\/.\-]*\d{2,4}|\d{4}-\d{2}-\d{2})/
    )
}
