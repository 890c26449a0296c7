/// Text as a cell of a workbook can hold it: only characters that XML allows, line ends as `\n`, and at most 32,767
/// UTF-16 units (Excel's limit), the last of which is then `…`.
func cellText(_ words: String) -> String {
    guard !words.isPlain else { return words }
    var kept = String.UnicodeScalarView()
    var units = 0
    var last: Unicode.Scalar?
    for scalar in words.unicodeScalars {
        defer { last = scalar }
        if scalar == "\n", last == "\r" { continue }
        let written = scalar == "\r" ? "\n" : scalar
        guard isXMLCharacter(written) else { continue }
        let width = written.value > 0xFFFF ? 2 : 1
        if units + width > 32_766 {
            kept.append("…")
            break
        }
        units += width
        kept.append(written)
    }
    return String(kept)
}

/// `_x0041_` means a letter in XLSX: where somebody typed just that, the underscore is written as `_x005F_`.
func escapingCodes(_ words: String) -> String {
    guard words.utf8.contains(0x5F), words.contains("_x") else { return words }
    return words.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
}

/// The production `Char` of XML 1.0.
func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
}

extension String {
    /// Whether a cell holds the text as it is. Nearly all texts are so, and then need not be written anew; bytes tell
    /// it: no control character, and no character from the block (0xEF in UTF-8) of those that XML refuses.
    fileprivate var isPlain: Bool {
        utf8.count <= 32_766 && utf8.allSatisfy { $0 >= 0x20 && $0 != 0xEF }
    }

    /// The beginning of the text that fits in a number of UTF-16 units, with `…` where something was cut.
    public func shortened(to limit: Int) -> String {
        guard utf16.count > limit else { return self }
        var kept = ""
        var units = 1
        for character in self {
            units += character.utf16.count
            if units > limit { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
