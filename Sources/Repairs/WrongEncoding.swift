import Foundation

/// Letters that a program read in the wrong encoding: which bytes they were, and what these bytes say.
enum WrongEncoding {
    /// UTF-8 that was read as Windows-1252, or on a Macintosh.
    case windows, macintosh

    /// The text with every run read again as UTF-8 that can only be a French letter or mark; nil where there is none.
    func reread(_ text: String) -> String? {
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

    /// The letter that the first two or three scalars are the bytes of. Only the lead bytes of accented letters (C3), of
    /// Latin marks (C2), of œ (C5) and of quotes and dashes (E2) count: `É` before a non-breaking space is French.
    private func letter(_ scalars: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, Int)? {
        guard let lead = scalars.first.flatMap(byte), [0xC2, 0xC3, 0xC5, 0xE2].contains(lead) else { return nil }
        let length = lead == 0xE2 ? 3 : 2
        let bytes = scalars.prefix(length).compactMap(byte)
        if bytes.count == length, let decoded = String(bytes: bytes, encoding: .utf8)?.unicodeScalars.first,
            Self.isFrench(decoded)
        {
            return (decoded, length)
        }
        return self == .windows ? worn(scalars, lead) : nil
    }

    private static func isFrench(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0...0xFF, 0x152...0x153, 0x160...0x161, 0x178, 0x17D...0x17E: true
        case 0x2010...0x203A, 0x20AC, 0x2122, 0x2190...0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265: true
        default: false
        }
    }

    /// Bytes that were lost since: a program that knew no such letter dropped it, or made a space of it.
    private func worn(_ scalars: ArraySlice<Unicode.Scalar>, _ lead: UInt8) -> (Unicode.Scalar, Int)? {
        let next = scalars.dropFirst().first
        // `Ã ` was `à`: its second byte is a non-breaking space.
        if lead == 0xC3, next == nil || next == " " { return ("à", 1) }
        // `â€` with nothing behind it was the closing quote, whose last byte has no sign.
        let after = scalars.dropFirst(2).first
        if lead == 0xE2, next == "€", after == nil || after == " " || after == "." || after == "," { return ("”", 2) }
        return nil
    }

    private func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x80 { return UInt8(scalar.value) }
        switch self {
        case .windows:
            // Windows-1252 leaves five bytes undefined; programs pass them through as control characters.
            let isItself = (0xA0...0xFF).contains(scalar.value) || (0x80...0x9F).contains(scalar.value)
            return isItself ? UInt8(scalar.value) : Self.windowsBytes[scalar]
        case .macintosh: return Self.macintoshBytes[scalar]
        }
    }

    /// What a letter of the Macintosh was taken for by a program that read Windows-1252, back to the letter: `Ž` was `é`.
    static let macintoshLetters: [Unicode.Scalar: Unicode.Scalar] = {
        var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (letter, byte) in macintoshBytes where "éèêëàâçîïôöùûüÉÈÊÀÂÇÎÔœŒ’«»°–…".unicodeScalars.contains(letter) {
            let shown = windowsBytes.first { $0.value == byte }?.key ?? Unicode.Scalar(byte)
            letters[shown] = letter
        }
        return letters
    }()

    private static let windowsBytes: [Unicode.Scalar: UInt8] = Dictionary(
        uniqueKeysWithValues: zip(
            "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars,
            [
                0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8E, 0x91, 0x92, 0x93, 0x94,
                0x95, 0x96, 0x97, 0x98, 0x99, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F,
            ]))

    /// Mac OS Roman, from 80 to FF.
    private static let macintoshBytes: [Unicode.Scalar: UInt8] = Dictionary(
        uniqueKeysWithValues: zip(
            """
            ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
            """.unicodeScalars, (0x80...0xFF).map { UInt8($0) }))
}
