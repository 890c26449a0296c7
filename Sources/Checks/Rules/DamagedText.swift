import Schemas
import Texts

extension Check {
    /// No letter that a wrong encoding destroyed, which no program can bring back.
    static let damagedText = Check(
        "damaged-text",
        Text(fr: "Un texte sans caractères abîmés (�).", en: "A text without damaged characters (�)."),
        examples: [
            Example(
                Field("nom"), accepts: ["Château", "SÃO PAULO", "?"], rejects: ["Ch\u{FFFD}teau", "Ch\u{C3}\u{A2}teau"])
        ],
        serves: { $0.type == .string },
        problem: { value, _, _ in
            guard isDamaged(value) else { return nil }
            return Text(
                fr: "Des lettres de « \(value) » ont été abîmées par un mauvais encodage.",
                en: "Letters of “\(value)” were damaged by a wrong encoding.")
        })

    /// The sign of a lost character, or `Ã` before what can only be the second half of an accented letter.
    private static func isDamaged(_ value: String) -> Bool {
        guard value.utf8.contains(where: { $0 == 0xEF || $0 == 0xC3 }) else { return false }
        var last: Unicode.Scalar = " "
        for scalar in value.unicodeScalars {
            if scalar == "\u{FFFD}" || last == "\u{C3}" && ("\u{A1}"..."\u{BF}").contains(scalar) { return true }
            last = scalar
        }
        return false
    }
}
