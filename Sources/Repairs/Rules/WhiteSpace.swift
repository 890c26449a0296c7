import Foundation
import Schemas
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
            .init(Field("nom"), "Parc du Fort", nil),
            .init(Field("insee", meaning: .communeCode), "６９０２９", .certain("69029")),
            .init(Field("equip", separator: "|"), "banc\r\n\r\nfontaine ", .certain("banc\nfontaine")),
            .init(Field("precis", meaning: .prose), "été : 8 h\nhiver : 9 h", nil),
        ],
        tidies: true,
        serves: { _ in true },
        propose: { value, setting in
            // The lines of a list are its values.
            let keepsLines = setting.field.meaning == .prose || setting.field.isList
            let tidy = tidied(value.text, keepsLines: keepsLines)
            return tidy == value.text && tidy.utf8.elementsEqual(value.text.utf8) ? nil : .certain(tidy)
        })

    private static func tidied(_ text: String, keepsLines: Bool) -> String {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !text.contains("_x") { return text }
        let plain = text.replacing("_x000D_", with: "").precomposedStringWithCanonicalMapping
        var tidy = String.UnicodeScalarView()
        var space: Unicode.Scalar?
        for scalar in plain.unicodeScalars {
            switch scalar.value {
            // The letters of French, before anything that needs to be looked up.
            case 0x21...0x7E where space == nil, 0xC0...0x17F where space == nil: tidy.append(scalar)
            case 0x200B...0x200D, 0xFEFF, 0xAD, 0x2060, 0x00...0x08: continue
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

    /// The plain form of a full-width letter, digit or mark (Unicode, Halfwidth and Fullwidth Forms).
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }
}
