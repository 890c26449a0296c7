extension TextEncoding {
    /// The characters of the bytes 128 to 255; U+FFFD where there is none. Empty for encodings of several bytes.
    var singleBytes: [Unicode.Scalar] {
        switch self {
        case .utf8, .utf16LittleEndian, .utf16BigEndian: []
        case .windows1252:
            Array("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
                + (0xA0...0xFF as ClosedRange<UInt8>).map { Unicode.Scalar($0) }
        case .macintosh:
            Array(
                """
                ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
                ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
                """.unicodeScalars)
        case .ibm850:
            Array(
                """
                ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµ\
                þÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
                """.unicodeScalars)
        }
    }
}

/// How well the bytes beyond ASCII read as French under a table of characters.
struct FrenchPlausibility {
    private enum Sort {
        case small, capital, sign, other, none
    }

    private static let smallLetters = Set("éèêëàâäçîïôöùûüÿœæ".unicodeScalars)
    private static let capitals = Set("ÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŒÆ".unicodeScalars)
    private static let signs = Set("°€«»’‘“”–—…²³½¼·•§ºª\u{A0}".unicodeScalars)

    private let sorts: [Sort]

    init(_ table: [Unicode.Scalar]) {
        sorts = table.map { scalar in
            if Self.smallLetters.contains(scalar) { return .small }
            if Self.capitals.contains(scalar) { return .capital }
            if Self.signs.contains(scalar) { return .sign }
            return scalar == "\u{FFFD}" ? .none : .other
        }
    }

    /// The sum over all bytes beyond ASCII; more is better.
    func score(_ bytes: UnsafeRawBufferPointer) -> Int {
        var score = 0
        var place = bytes.skipASCII(from: 0)
        while place < bytes.count {
            let before = place > 0 ? bytes[place - 1] : 0x20
            let after = place + 1 < bytes.count ? bytes[place + 1] : 0x20
            score += points(sorts[Int(bytes[place]) - 128], before: before, after: after)
            place = bytes.skipASCII(from: place + 1)
        }
        return score
    }

    private func points(_ sort: Sort, before: UInt8, after: UInt8) -> Int {
        switch sort {
        case .small: isCapital(before) && isCapital(after) ? -1 : isLetter(before) || isLetter(after) ? 3 : 0
        case .capital: isSmall(before) ? -3 : isLetter(before) || isLetter(after) ? 2 : 0
        case .sign: isLetter(before) && isLetter(after) ? 0 : 1
        case .other: -2
        case .none: -5
        }
    }

    private func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    private func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
