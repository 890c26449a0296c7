/// Numbers of the national register of businesses (INSEE, répertoire Sirene).
public enum BusinessNumber {
    /// Whether nine digits are a SIREN, by their check digit. Spaces, points and like signs between them are let pass.
    public static func isSIREN(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        withDigits(of: text, count: 9) { isLuhn($0) }
    }

    /// Whether nine digits are a SIREN.
    public static func isSIREN(_ text: some StringProtocol) -> Bool { withBytes(text) { isSIREN($0) } }

    /// Whether fourteen digits are a SIRET: both check digits, with La Poste's own rule.
    public static func isSIRET(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        withDigits(of: text, count: 14) { digits in
            let isPosteOffice = laPoste.indices.allSatisfy { digits[$0] == laPoste[$0] } && !isHeadOffice(digits)
            let isGood = isPosteOffice ? digits.reduce(0) { $0 + Int($1) } % 5 == 0 : isLuhn(digits)
            return isGood && isLuhn(UnsafeBufferPointer(rebasing: digits[..<9]))
        }
    }

    /// Whether fourteen digits are a SIRET.
    public static func isSIRET(_ text: some StringProtocol) -> Bool { withBytes(text) { isSIRET($0) } }

    /// The SIREN of La Poste, whose offices have no check digit: the sum of their digits is a multiple of five.
    private static let laPoste: [UInt8] = [3, 5, 6, 0, 0, 0, 0, 0, 0]

    private static func isHeadOffice(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
        digits[9] == 0 && digits[10] == 0 && digits[11] == 0 && digits[12] == 4 && digits[13] == 8
    }

    /// Whether the digits, every other one doubled from the right, add up to a multiple of ten (ISO/IEC 7812, annex B).
    private static func isLuhn(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
        var sum = 0
        for (place, digit) in digits.enumerated() {
            let isDoubled = (digits.count - place) % 2 == 0
            let weighed = isDoubled ? Int(digit) * 2 : Int(digit)
            sum += weighed > 9 ? weighed - 9 : weighed
        }
        return sum % 10 == 0
    }

    private static func withBytes(
        _ text: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        var text = String(text)
        return text.withUTF8(body)
    }

    private static func withDigits(
        of text: UnsafeBufferPointer<UInt8>, count: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { digits in
            var found = 0
            for byte in text {
                if byte &- 0x30 <= 9 {
                    guard found < count else { return false }
                    digits[found] = byte &- 0x30
                    found += 1
                } else if byte >= 0x80 {
                    return withPlainDigits(of: text, count: count, body)
                } else if byte != 0x20, byte != 0x2E, !(byte >= 0x09 && byte <= 0x0D) {
                    return false
                }
            }
            return found == count && body(UnsafeBufferPointer(digits))
        }
    }

    /// The same where signs beyond ASCII stand for spaces, points or digits (the library `stdnum` reads them so).
    private static func withPlainDigits(
        of text: UnsafeBufferPointer<UInt8>, count: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        var plain: [UInt8] = []
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x20, 0x2E, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xB7, 0x2022, 0x2024, 0x2027, 0x22C5:
                continue
            case 0x30...0x39: plain.append(UInt8(scalar.value - 0x30))
            case 0xFF10...0xFF19: plain.append(UInt8(scalar.value - 0xFF10))
            default: return false
            }
        }
        return plain.count == count && plain.withUnsafeBufferPointer(body)
    }
}
