/// Text between and in the tags of XML 1.0.
public enum XMLText {
    /// What XML can hold of a text: its other characters cannot even be escaped (XML 1.0, production 2).
    public static func allowed(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { !isAllowed($0) }) else { return text }
        var kept = ""
        for scalar in text.unicodeScalars where isAllowed(scalar) { kept.unicodeScalars.append(scalar) }
        return kept
    }

    /// The text as the content of an element.
    public static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        write(text.utf8, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text between the double quotes of an attribute, where line ends and tabs would be read as spaces (XML 1.0,
    /// §3.3.3).
    public static func attribute(_ text: String) -> String {
        escaped(text).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
    }

    /// Adds the text, given as UTF-8, as `escaped` writes it. What XML cannot hold is left out.
    @inlinable
    public static func write(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        for byte in text {
            switch byte {
            case 0x26: bytes.append(contentsOf: "&amp;".utf8)
            case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
            case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
            case 0x22: bytes.append(contentsOf: "&quot;".utf8)
            // As it is it would be read as an end of line (§2.11).
            case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
            case 0x09, 0x0A: bytes.append(byte)
            case 0..<0x20: break
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
            case 0xBE, 0xBF:
                if bytes.suffix(2).elementsEqual([0xEF, 0xBF]) { bytes.removeLast(2) } else { bytes.append(byte) }
            default: bytes.append(byte)
            }
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
