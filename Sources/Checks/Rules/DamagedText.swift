import Schemas
import Texts

extension Check {
    /// No letter that a wrong encoding destroyed, which no program can bring back.
    static let damagedText = Check(
        "damaged-text",
        Text(fr: "Un texte sans caractères abîmés (�).", en: "A text without damaged characters (�)."),
        examples: [
            Example(
                Field("nom"), accepts: ["Château", "SÃO PAULO", "?", "Ouvert ?", "quoi? Oui"],
                rejects: ["Ch\u{FFFD}teau", "Ch\u{C3}\u{A2}teau", "Ch?teau", "L'?le"]),
            Example(Field("precis", meaning: .prose), accepts: ["ouvert?fermé"], rejects: ["Ch\u{FFFD}teau"]),
            Example(Field("page", format: "uri"), accepts: ["https://bron.fr/a?b=c"], rejects: []),
        ],
        serves: { $0.type == .string },
        problem: { value, field, _ in
            let isWords = field.meaning != .prose && field.meaning != .url && field.format == "default"
            guard isDamaged(value) || isWords && hasLostLetter(value) else { return nil }
            return Text(
                fr: "Des lettres de « \(value) » ont été abîmées par un mauvais encodage.",
                en: "Letters of “\(value)” were damaged by a wrong encoding.")
        })

    /// A question mark inside a word stands where a program could not write a letter.
    private static func hasLostLetter(_ value: String) -> Bool {
        guard value.utf8.contains(0x3F), !value.contains("://") else { return false }
        var last: (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
        for scalar in value.unicodeScalars {
            let isInside = last.0.properties.isAlphabetic || last.0 == "'" || last.0 == "’"
            if last.1 == "?", isInside, scalar.properties.isLowercase { return true }
            last = (last.1, scalar)
        }
        return false
    }

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
