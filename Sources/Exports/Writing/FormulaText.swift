/// Texts that a spreadsheet would run as a formula when it opens a CSV file.
enum FormulaText {
    /// Whether a text begins so, as far as anybody knows: with a tab or an end of line, or, after any blanks, with one
    /// of `= + - @`, be they as wide as an ideogram. See OWASP, *CSV injection*; programs differ in what they skip
    /// before they look.
    static func begins(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = value.first else { return false }
        if first == 0x09 || first == 0x0A || first == 0x0D { return true }
        // Nearly all texts begin with a letter or a digit.
        if (0x41..<0x80).contains(first) || (0x30...0x39).contains(first) { return false }
        for scalar in String(decoding: value.prefix(256), as: UTF8.self).unicodeScalars where !isBlank(scalar) {
            return signs.contains(scalar)
        }
        return value.count > 256
    }

    /// ASCII, full width, small form, and the minus sign of typography.
    private static let signs: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FE66}", "\u{FE62}", "\u{FE63}",
        "\u{FE6B}", "\u{2212}",
    ]

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value < 0x20
            || [.format, .control].contains(scalar.properties.generalCategory)
    }
}
