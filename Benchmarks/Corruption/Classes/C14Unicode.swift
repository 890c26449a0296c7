import Foundation
import Schemas
import Texts

extension Corruption {
    /// The same letters in other signs.
    static let unicode = Corruption(
        14, Text(fr: "Formes d'Unicode", en: "Unicode forms"),
        forms: [
            Form("NFD") { cell, _ in
                let written = cell.value.decomposedStringWithCanonicalMapping
                // Swift holds both for equal; bytes do not.
                return Array(written.utf8) == Array(cell.value.utf8) ? nil : Damage(written)
            },
            Form("fullwidth digits") { cell, _ in
                guard !cell.isProse, cell.value.contains(where: \.isNumber), !cell.means(.url, .email) else {
                    return nil
                }
                return Damage(String(String.UnicodeScalarView(cell.value.unicodeScalars.map(wide))))
            },
            Form("fi ligature") { cell, _ in
                cell.value.contains("fi") && !cell.means(.url, .email)
                    ? Damage(cell.value.replacing("fi", with: "\u{FB01}")) : nil
            },
            Form("oe for œ") { cell, _ in
                guard cell.value.contains("œ") else { return nil }
                let written = cell.value.replacing("œ", with: "oe")
                return Damage(written, .text, .either(cell.isProse ? [written] : []))
            },
        ])

    private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        (0x30...0x39).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
    }
}
