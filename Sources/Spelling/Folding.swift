import Foundation

extension StringProtocol {
    /// The key under which two spellings of the same words meet: no capitals, no accents, ligatures opened,
    /// every run of punctuation or white space one space. `« L'Étoile-d’Or » → "l etoile d or"`.
    public var folded: String {
        var text = String(self)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        text.withUTF8 { $0.fold(into: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The words of the folded key, in their order.
    public var foldedWords: [String] {
        folded.split(separator: " ").map(String.init)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Appends the folded key (see `StringProtocol.folded`) of a UTF-8 text to some bytes: the quick way for whole
    /// columns.
    public func fold(into folded: inout [UInt8]) {
        let start = folded.count
        var gap = false
        var place = 0
        while place < count {
            let byte = self[place]
            if byte < 0x80 {
                place += 1
                let plain = plainASCII[Int(byte)]
                if plain == 0 {
                    gap = true
                    continue
                }
                if gap, folded.count > start { folded.append(0x20) }
                gap = false
                folded.append(plain)
                continue
            }
            var letters: [UInt8] = []
            var isGap = false
            if byte >= 0xC3, byte <= 0xC5, place + 1 < count {
                letters = latinLetters[Int(byte & 0x1F) << 6 + Int(self[place + 1] & 0x3F) - 0xC0]
            }
            if !letters.isEmpty {
                place += 2
            } else {
                var decoder = UTF8()
                var rest = self[place..<Swift.min(place + 4, count)].makeIterator()
                guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
                    (gap, place) = (true, place + 1)
                    continue
                }
                place += UTF8.width(scalar)
                if let plain = plainLetters(of: scalar) { letters = Array(plain.utf8) } else { isGap = true }
            }
            if isGap {
                gap = true
            } else if !letters.isEmpty {
                if gap, folded.count > start { folded.append(0x20) }
                gap = false
                folded.append(contentsOf: letters)
            }
        }
    }
}

/// For each ASCII byte the small letter or digit that it is; zero for what is neither.
private let plainASCII: [UInt8] = (UInt8(0)..<128).map { byte in
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte + 0x20
    default: 0
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
