import Spelling

/// Names and identifiers as CKAN has them: short words, and UUIDs that are the same for ever.
enum CKANNames {
    /// The name as a word of an address: `Oullins-Pierre-Bénite` is `oullins-pierre-benite`.
    static func slug(_ name: String) -> String {
        let words = name.foldedWords.joined(separator: "-")
        return words.isEmpty ? "territoire" : words
    }

    /// A UUID that is worked out of a text (RFC 9562, version 8).
    static func uuid(_ text: String) -> String {
        let (high, low) = (hash(text, 0xCBF2_9CE4_8422_2325), hash(text, 0x9E37_79B9_7F4A_7C15))
        let versioned = high & ~0xF000 | 0x8000
        let varied = low & ~(0xC000_0000_0000_0000) | 0x8000_0000_0000_0000
        let digits = Array(hexadecimal(versioned) + hexadecimal(varied))
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }

    /// FNV-1a.
    private static func hash(_ text: String, _ seed: UInt64) -> UInt64 {
        var hash = seed
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
