import Schemas
import Tables
import Texts

extension Repair {
    /// Letters of other alphabets that look like ours, and letters that a font joined.
    static let letters = Repair(
        "letters",
        Text(
            fr:
                "Remplace les lettres d'un autre alphabet qui ressemblent aux nôtres (А, Ο…) et les ligatures de police (ﬁ).",
            en: "Replaces letters of another alphabet that look like ours (А, Ο…), and the ligatures of fonts (ﬁ)."),
        examples: [
            .init(Field("nom"), "\u{412}ron", .certain("Bron")),
            .init(Field("nom"), "P\u{430}rc de la T\u{3BF}ur", .certain("Parc de la Tour")),
            .init(Field("insee", meaning: .communeCode), "2\u{410}004", .certain("2A004")),
            .init(Field("nom"), "\u{FB01}lature", .certain("filature")),
            .init(Field("nom"), "Москва", nil),
            .init(Field("nom"), "Place Αθήνα", nil),
            .init(Field("nom"), "CO\u{41E}", .certain("COO")),
            .init(Field("nom"), "2 µm", nil),
            .init(Field("nom"), "Parc", nil),
        ],
        tidies: true,
        serves: { _ in true },
        propose: { value, setting in
            // Greek, Cyrillic and the ligatures of fonts begin with these bytes.
            guard value.text.utf8.contains(where: { (0xCD...0xD3).contains($0) || $0 == 0xEF }) else { return nil }
            let isCode = codes.contains(setting.field.meaning)
            let plain = value.text.split(omittingEmptySubsequences: false) {
                $0.isWhitespace || "-'’.,;|/".contains($0)
            }
            .reduce(into: value.text) { text, word in
                if let latin = latin(word, isCode: isCode) { text = text.replacing(word, with: latin) }
            }
            return plain == value.text ? nil : .certain(plain)
        })

    /// A word in Latin letters, if it has some and all others look like them; nil where nothing is to be done.
    private static func latin(_ word: Substring, isCode: Bool) -> String? {
        var latin = String.UnicodeScalarView()
        var hasLatin = isCode, hasOther = false
        for scalar in word.unicodeScalars {
            if let plain = alike[scalar] {
                latin.append(contentsOf: plain.unicodeScalars)
                hasOther = true
                hasLatin = hasLatin || scalar.value >= 0xFB00
            } else if (0x370...0x52F).contains(scalar.value) {
                return nil
            } else {
                latin.append(scalar)
                hasLatin = hasLatin || scalar.properties.isAlphabetic
            }
        }
        return hasLatin && hasOther ? String(latin) : nil
    }

    private static let codes: Set<Field.Meaning?> = [.uid, .uidNumber, .communeCode, .siret, .siren, .postcode]

    private static let alike: [Unicode.Scalar: String] = {
        let pairs: [(String, String)] = [
            ("АВСЕНІЈКМОРЅТХУаеоіјрсухѕԁԛԝһ", "ABCEHIJKMOPSTXYaeoijpcyxsdqwh"),
            ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳ", "ABEZHIKMNOPTYXocj"),
        ]
        var alike: [Unicode.Scalar: String] = [
            "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl",
            "\u{FB05}": "st",
            "\u{FB06}": "st",
        ]
        for (theirs, ours) in pairs {
            for (their, our) in zip(theirs.unicodeScalars, ours.unicodeScalars) { alike[their] = String(our) }
        }
        return alike
    }()
}
