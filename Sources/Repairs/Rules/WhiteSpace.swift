import Foundation
import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// White space of every kind that nobody meant, and letters in pieces (NFC).
    static let whiteSpace = Repair(
        "white-space",
        Text(
            fr: "Enlève les espaces de trop, insécables ou invisibles, et les retours à la ligne.",
            en: "Takes away needless, non-breaking or invisible white space, and line ends."),
        examples: [
            .init(Field("nom"), "  Parc  du Fort\u{A0}", .certain("Parc du Fort")),
            .init(Field("nom"), "Parc\u{200B}_x000D_\ndu Fort", .certain("Parc du Fort")),
            .init(Field("nom"), "Cafe\u{301}", .certain("Café")),
            .init(Field("nom"), "Parc\u{202F}du\u{2009}Fort", .certain("Parc du Fort")),
            .init(Field("nom"), "Parc\tdu Fort\r\n", .certain("Parc du Fort")),
            .init(Field("nom"), "Parc_x000D__x000A_du_x00A0_Fort", .certain("Parc du Fort")),
            .init(Field("nom"), "Par\u{AD}c du\u{FEFF} Fort\u{200E}", .certain("Parc du Fort")),
            .init(Field("nom"), "Parc&nbsp;du Fort", .certain("Parc du Fort")),
            .init(Field("nom"), "Bains &amp; Jeux d&#39;eau", .certain("Bains & Jeux d'eau")),
            .init(Field("nom"), "Mont&eacute;e de l&rsquo;&Eacute;glise", .certain("Montée de l’Église")),
            .init(Field("nom"), "&#201;cole", .certain("École")),
            .init(Field("nom"), "Bains & Jeux; suite", nil),
            .init(Field("nom"), "fichier_x0001", nil),
            .init(Field("nom"), "Parc du Fort", nil),
            .init(Field("nom"), "Aire 👨\u{200D}👩\u{200D}👧", nil),
            .init(Field("nom"), "Aire\u{200D} 👨\u{200D}", .certain("Aire 👨")),
            .init(Field("insee", meaning: .communeCode), "６９０２９", .certain("69029")),
            .init(Field("equip", separator: "|"), "banc\r\n\r\nfontaine ", .certain("banc\nfontaine")),
            .init(Field("acc_complt"), "À côté du boulodrome\n(voir plan)", nil),
            .init(Field("precis", meaning: .prose), "été : 8 h\nhiver : 9 h", nil),
        ],
        tidies: true,
        serves: { _ in true },
        propose: { value, setting in
            // The lines of a list are its values.
            let tidy = tidied(value.text, keepsLines: keepsLines(setting.field))
            return tidy == value.text && tidy.utf8.elementsEqual(value.text.utf8) ? nil : .certain(tidy)
        })

    private static func keepsLines(_ field: Field) -> Bool {
        if field.isList || field.meaning == .prose || field.meaning == .placeDetail { return true }
        guard field.meaning == nil, field.codes.isEmpty, field.constraints.pattern == nil else { return false }
        return !remarks.isDisjoint(with: (field.name + " " + field.title).foldedWords)
    }

    /// Words of fields that hold sentences.
    private static let remarks: Set<String> = [
        "complement", "complements", "complt", "precision", "precisions", "observation", "observations", "commentaire",
        "commentaires", "description", "remarque", "remarques", "informations", "note", "notes",
    ]

    private static func tidied(_ text: String, keepsLines: Bool) -> String {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5F && $0 != 0x26 }) { return text }
        let plain = decoded(text).precomposedStringWithCanonicalMapping
        var tidy = String.UnicodeScalarView()
        var space: Unicode.Scalar?
        let scalars = Array(plain.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            switch scalar.value {
            case 0x200C...0x200D where space == nil && joins(tidy.last, scalars.dropFirst(place + 1).first):
                tidy.append(scalar)
            // The letters of French, before anything that needs to be looked up.
            case 0x21...0x7E where space == nil, 0xC0...0x17F where space == nil: tidy.append(scalar)
            case 0x200B...0x200F, 0xFEFF, 0xAD, 0x2060...0x2064, 0x00...0x08, 0x0E...0x1F, 0x7F, 0x180E: continue
            case 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFC: continue
            case 0x0A where keepsLines, 0x2028 where keepsLines: space = "\n"
            case _ where scalar.properties.isWhitespace: space = space ?? " "
            default:
                if let gap = space, !tidy.isEmpty { tidy.append(gap) }
                space = nil
                tidy.append(narrow(scalar))
            }
        }
        return String(tidy)
    }

    /// Whether a joiner between two signs is part of their writing: in Persian and the scripts of India, and in the
    /// pictures that are made of several (a family). No Latin, Greek or Cyrillic letter is joined.
    private static func joins(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
        guard let before, let after else { return false }
        return [before, after].allSatisfy { $0.value >= 0x600 && !(0x2000...0x206F).contains($0.value) }
    }

    /// Characters as the files of Excel (`_x000D_`) and pages of the web (`&amp;`) write them.
    private static func decoded(_ text: String) -> String {
        var plain = text
        if plain.utf8.contains(0x5F), plain.contains("_x") {
            for (code, mark) in [
                ("_x000D_", ""), ("_x000A_", "\n"), ("_x0009_", " "), ("_x00A0_", " "), ("_x000B_", " "),
            ] {
                plain = plain.replacing(code, with: mark)
            }
        }
        guard plain.utf8.contains(0x26), plain.utf8.contains(0x3B) else { return plain }
        for (name, mark) in entities where plain.contains(name) { plain = plain.replacing(name, with: mark) }
        for match in numbered.matches(in: plain).reversed() {
            guard let number = UInt32(match.1), number >= 0xA0, let scalar = Unicode.Scalar(number) else { continue }
            plain.replaceSubrange(match.range, with: String(Character(scalar)))
        }
        return plain
    }

    private static let numbered = Shape(/&#([0-9]{2,5});/)

    /// The named entities of French letters and marks (HTML 4), the ampersand last.
    private static let entities: [(String, String)] = {
        let accents = [
            ("acute", "áéíóúÁÉÍÓÚ", "aeiouAEIOU"), ("grave", "àèìòùÀÈÌÒÙ", "aeiouAEIOU"),
            ("circ", "âêîôûÂÊÎÔÛ", "aeiouAEIOU"),
            ("uml", "äëïöüÿÄËÏÖÜ", "aeiouyAEIOU"), ("cedil", "çÇ", "cC"), ("tilde", "ñãõÑ", "naoN"),
        ]
        let letters = accents.flatMap { name, accented, plain in
            zip(accented, plain).map { ("&\($1)\(name);", String($0)) }
        }
        return letters + [
            ("&nbsp;", " "), ("&#160;", " "), ("&#xA0;", " "), ("&#39;", "'"), ("&#039;", "'"), ("&apos;", "'"),
            ("&rsquo;", "’"), ("&lsquo;", "‘"), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&laquo;", "«"), ("&raquo;", "»"),
            ("&ndash;", "–"), ("&mdash;", "—"), ("&hellip;", "…"), ("&deg;", "°"), ("&sup2;", "²"), ("&euro;", "€"),
            ("&oelig;", "œ"), ("&OElig;", "Œ"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
        ]
    }()

    /// The plain form of a full-width letter, digit or mark (Unicode, Halfwidth and Fullwidth Forms).
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }
}
