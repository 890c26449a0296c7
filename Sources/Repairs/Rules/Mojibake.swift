import Foundation
import Schemas
import Tables
import Texts

extension Repair {
    /// UTF-8 that was read as Windows-1252, once or twice: `Ã©` for `é`.
    static let mojibake = Repair(
        "mojibake",
        Text(fr: "Remet les accents abîmés par un mauvais encodage.", en: "Mends accents broken by a wrong encoding."),
        examples: [
            .init(Field("nom"), "ChÃ¢teau", .certain("Château")),
            .init(Field("nom"), "lâ€™Ã‰toile", .certain("l’Étoile")),
            .init(Field("nom"), "Ã©cole Ã\u{A0} Bron", .certain("école à Bron")),
            .init(Field("nom"), "Ã©cole élémentaire", .certain("école élémentaire")),
            .init(Field("nom"), "ÃƒÂ©cole", .certain("école")),
            .init(Field("nom"), "CAFÉ\u{A0}: « LA FÉE »", nil),
            .init(Field("nom"), "Château", nil),
            .init(Field("nom"), "SÃO PAULO", nil),
        ],
        tidies: true,
        serves: { $0.type == .string },
        propose: { value, _ in
            guard value.text.utf8.contains(where: { (0xC3...0xC5).contains($0) }) else { return nil }
            var text = value.text
            // Each pass makes the text shorter; twice is what happens to files, more would be play.
            for _ in 0..<3 {
                guard let better = reread(text) else { break }
                text = better
            }
            return text == value.text ? nil : .certain(text)
        })

    /// The text with every run read again as UTF-8 that can only be a French letter or mark; nil where there is none.
    private static func reread(_ text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        var better = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if let (scalar, length) = letter(scalars[index...]) {
                better.append(scalar)
                index += length
            } else {
                better.append(scalars[index])
                index += 1
            }
        }
        return better.count < scalars.count ? String(better) : nil
    }

    /// The letter that the first two or three scalars are the bytes of. Only the lead bytes of accented letters (Ã),
    /// of Latin marks (Â), of œ (Å) and of quotes and dashes (â) count: `É` before a non-breaking space is French.
    private static func letter(_ scalars: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, Int)? {
        guard let lead = scalars.first, [0xC2, 0xC3, 0xC5, 0xE2].contains(lead.value) else { return nil }
        let length = lead == "â" ? 3 : 2
        guard scalars.count >= length else { return nil }
        let bytes = scalars.prefix(length).compactMap(windowsByte)
        guard bytes.count == length, let decoded = String(bytes: bytes, encoding: .utf8)?.unicodeScalars.first else {
            return nil
        }
        switch decoded.value {
        case 0xA0...0xFF, 0x152...0x153, 0x160...0x161, 0x178, 0x17D...0x17E: return (decoded, length)
        case 0x2010...0x203A, 0x20AC, 0x2122: return (decoded, length)
        default: return nil
        }
    }

    private static func windowsByte(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
        // Windows-1252 leaves five bytes undefined; programs pass them through as control characters.
        if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(scalar.value) { return UInt8(scalar.value) }
        return windowsBytes[scalar]
    }

    private static let windowsBytes: [Unicode.Scalar: UInt8] = Dictionary(
        uniqueKeysWithValues: zip(
            "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars,
            [
                0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x91, 0x92, 0x93, 0x94,
                0x95,
                0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F,
            ]))
}
