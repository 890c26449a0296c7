/// The characters that web pages write by name or by number.
enum HTMLEntities {
    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "euro": "€", "deg": "°",
        "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "agrave": "à", "acirc": "â", "auml": "ä",
        "ccedil": "ç", "icirc": "î", "iuml": "ï", "ocirc": "ô", "ouml": "ö", "ugrave": "ù", "ucirc": "û", "uuml": "ü",
        "yuml": "ÿ", "oelig": "œ", "aelig": "æ", "Eacute": "É", "Egrave": "È", "Ecirc": "Ê", "Agrave": "À",
        "Acirc": "Â", "Ccedil": "Ç", "Icirc": "Î", "Ocirc": "Ô", "OElig": "Œ", "laquo": "«", "raquo": "»",
        "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—", "hellip": "…",
        "middot": "·", "bull": "•", "sup2": "²", "sup3": "³", "ordm": "º",
    ]

    /// The text with its entities replaced; what is no entity stays.
    static func decoded(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
        var decoded: [UInt8] = []
        var place = 0
        while place < text.count {
            let window = text[place..<min(place + 12, text.count)]
            if text[place] == UInt8(ascii: "&"), let end = window.firstIndex(of: UInt8(ascii: ";")),
                let character = character(String(decoding: text[place + 1..<end], as: UTF8.self))
            {
                decoded.append(contentsOf: character.utf8)
                place = end + 1
            } else {
                decoded.append(text[place])
                place += 1
            }
        }
        return decoded
    }

    private static func character(_ name: String) -> String? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let code = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let code, code != 0, let scalar = Unicode.Scalar(code) else { return nil }
        return String(Character(scalar))
    }
}
