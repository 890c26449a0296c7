import Spelling

/// Cuts text into plain words: capitals and accents away, everything that is no letter and no digit a gap, and a gap
/// between the digits and the letters of what was written glued together (`Vosges93290`, but `12bis` and `1er` stay).
enum WordCutter {
    /// The words of a text, in their order.
    static func words(_ text: String) -> [Word] {
        var text = text
        return text.withUTF8 { words($0) }
    }

    /// The words of bytes of UTF-8, in their order.
    static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(12)
        cut(bytes) { word, _ in words.append(word) }
        return words
    }

    /// Calls the body with each word and the sign that stands before it (0 at the beginning).
    static func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Word, UInt8) -> Void) {
        var word = Word(high: 0, low: 0)
        var length = 0
        var before: UInt8 = 0
        func close() {
            if length > 0 {
                body(word, before)
                before = 0x20
            }
            word = Word(high: 0, low: 0)
            length = 0
        }
        func write(_ letter: UInt8) {
            if length == 5, letter >= 0x61, isPostcode(word) { close(); before = 0x20 }
            word.append(letter, at: length)
            length += 1
        }
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch plain[Int(byte)] {
            case 0:
                close()
                // Of several signs the one that is no space tells: `Paris, 12`.
                if byte != 0x20 { before = byte }
            case 1:
                place = writeBeyondASCII(
                    bytes, place - 1, write,
                    close: {
                        close(); before = 0x20
                    })
            case let letter:
                if letter < 0x3A, length > 2, isGlued(bytes, place - 1, word, length) { close(); before = 0x20 }
                write(letter)
            }
        }
        close()
    }

    /// Five digits in a row at the end of a word of letters are a postcode that lost its gap.
    private static func isGlued(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ word: Word, _ length: Int) -> Bool
    {
        guard length <= 16, word[min(length, 16) - 1] >= 0x61, place + 5 <= bytes.count else { return false }
        let digits = bytes[place..<place + 5].allSatisfy { (0x30...0x39).contains($0) }
        return digits && (place + 5 == bytes.count || !(0x30...0x39).contains(bytes[place + 5]))
    }

    private static func isPostcode(_ word: Word) -> Bool { word.isNumber }

    /// Writes the letters of one character beyond ASCII; answers the place after it.
    private static func writeBeyondASCII(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ write: (UInt8) -> Void, close: () -> Void
    ) -> Int {
        var end = start + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        if end == start + 2, bytes[start] == 0xC3 || bytes[start] == 0xC5 || bytes[start] == 0xC4 {
            let letters = latin[Int(bytes[start] - 0xC3) * 64 + Int(bytes[start + 1] & 0x3F)]
            if letters[0] == 0 { close() } else { for letter in letters where letter != 0 { write(letter) } }
            return end
        }
        let character = String(decoding: bytes[start..<end], as: UTF8.self)
        let folded = character.folded
        if folded.isEmpty, !isMark(character) { close() }
        for letter in folded.utf8 { write(letter) }
        return end
    }

    /// A combining accent and an invisible sign change nothing; they do not part words.
    private static func isMark(_ character: String) -> Bool {
        character.unicodeScalars.allSatisfy { scalar in
            (0x300...0x36F).contains(scalar.value) || (0x200B...0x200D).contains(scalar.value)
                || scalar.value == 0xAD || scalar.value == 0xFEFF
        }
    }

    /// What each byte of ASCII writes; 0 for a gap, 1 for the beginning of something longer.
    private static let plain: [UInt8] = (0...255).map { byte -> UInt8 in
        switch byte {
        case 0x30...0x39, 0x61...0x7A: UInt8(byte)
        case 0x41...0x5A: UInt8(byte + 0x20)
        case 0..<0x80: 0
        default: 1
        }
    }

    /// The plain letters of U+00C0 to U+017F, by the two bytes that write them.
    private static let latin: [[UInt8]] = (0..<192).map { place in
        let scalar = Unicode.Scalar(UInt32(0xC0 + place))
        let letters = scalar.map { Array(String(Character($0)).folded.utf8) } ?? []
        return letters.isEmpty ? [0] : letters
    }
}
