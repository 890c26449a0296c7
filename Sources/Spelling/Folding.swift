import Foundation

extension StringProtocol {
    /// The key under which two spellings of the same words meet: no capitals, no accents, ligatures opened,
    /// every run of punctuation or white space one space. `« L'Étoile-d’Or » → "l etoile d or"`.
    public var folded: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var gap = false
        func write(_ byte: UInt8) {
            if gap, !bytes.isEmpty { bytes.append(0x20) }
            gap = false
            bytes.append(byte)
        }
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: write(UInt8(scalar.value))
            case 0x41...0x5A: write(UInt8(scalar.value + 0x20))
            case 0..<0x80: gap = true
            case 0xC0...0x17F where !latinLetters[Int(scalar.value) - 0xC0].isEmpty:
                for byte in latinLetters[Int(scalar.value) - 0xC0] { write(byte) }
            default:
                guard let plain = plainLetters(of: scalar) else {
                    gap = true
                    continue
                }
                for byte in plain.utf8 { write(byte) }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The words of the folded key, in their order.
    public var foldedWords: [String] {
        folded.split(separator: " ").map(String.init)
    }
}

/// The plain letters of what French and its neighbours write, worked out once.
private let latinLetters: [[UInt8]] = (0xC0...0x17F).map { value in
    Unicode.Scalar(value).flatMap { plainLetters(of: $0) }.map { Array($0.utf8) } ?? []
}

/// The plain letters of one scalar beyond ASCII: `é → e`, `œ → oe`, `６ → 6`.
/// Empty for a combining mark, nil for what is neither letter nor digit.
private func plainLetters(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x153, 0x152: return "oe"
    case 0xE6, 0xC6: return "ae"
    case 0xDF: return "ss"
    case 0xF8, 0xD8: return "o"
    case 0xB2: return "2"
    case 0xB3: return "3"
    case 0xB9: return "1"
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0xFEFF: return ""
    default: break
    }
    let decomposed = String(Character(scalar)).decomposedStringWithCompatibilityMapping.lowercased()
    let plain = decomposed.unicodeScalars.filter {
        $0.isASCII && ($0.properties.isAlphabetic || (0x30...0x39).contains($0.value))
    }
    if !plain.isEmpty { return String(String.UnicodeScalarView(plain)) }
    return scalar.properties.isAlphabetic ? String(Character(scalar)).lowercased() : nil
}
