/// A code of five letters and digits (INSEE, postcode) as one number, in the order of the codes.
enum PackedCode {
    /// The number of a code; nil where it has not five letters and digits.
    static func pack(_ code: some StringProtocol) -> UInt32? {
        guard code.utf8.count == 5 else { return nil }
        var packed: UInt32 = 0
        for byte in code.utf8 {
            guard let digit = digit(byte) else { return nil }
            packed = packed * 36 + digit
        }
        return packed
    }

    /// The code of a word of five letters and digits.
    static func pack(_ word: Word) -> UInt32? {
        guard word.count == 5 else { return nil }
        return (0..<5).reduce(UInt32(0)) { packed, place in packed * 36 + (digit(word[place]) ?? 0) }
    }

    /// The code of a number.
    static func text(_ packed: UInt32) -> String {
        var rest = packed
        var bytes: [UInt8] = []
        for _ in 0..<5 {
            let digit = UInt8(rest % 36)
            bytes.append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10)
            rest /= 36
        }
        return String(decoding: bytes.reversed(), as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x5A: UInt32(byte - 0x41 + 10)
        case 0x61...0x7A: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }
}
