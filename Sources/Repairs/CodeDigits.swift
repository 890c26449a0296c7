/// Reads a code of digits that a spreadsheet took for a number.
struct CodeDigits {
    /// The code, with its zero back.
    let code: String
    /// How many zeros it had lost: what lacks a digit may also lack another one.
    let lostZeros: Int
    /// Whether it had lost any.
    var lacksZero: Bool { lostZeros > 0 }

    /// The code without decimals, spaces and other dress, and with the zeros back that it may have lost.
    /// Nil where more than dress would have to change.
    init?(_ text: String, length: Int, mostLost: Int = 1) {
        guard text.utf8.count <= 2 * length + 24 else { return nil }
        var code = Self.withoutLabel(text.uppercased()).filter { !$0.isWhitespace && !Self.dress.contains($0) }
        let points = code.indices.filter { code[$0] == "." || code[$0] == "," }
        if points.count > 1 {
            // Groups of digits with points between them.
            let groups = code.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
            guard groups.allSatisfy({ $0.count >= 2 }) else { return nil }
            code = groups.joined()
        } else if let point = points.first {
            guard code[code.index(after: point)...].allSatisfy({ $0 == "0" }) else { return nil }
            code = String(code[..<point])
        }
        lostZeros = max(0, length - code.utf8.count)
        guard lostZeros <= mostLost else { return nil }
        code = String(repeating: "0", count: lostZeros) + code
        guard code.utf8.count == length, code.utf8.allSatisfy(Self.isDigitOrLetter) else { return nil }
        self.code = code
    }

    /// The whole codes of a text that holds several.
    static func all(in text: String, length: Int) -> [String] {
        guard text.utf8.count <= 300 else { return [] }
        let parts = text.split { ",;/|\n".contains($0) }.map(String.init)
        let codes = parts.count > 1 ? parts.compactMap { CodeDigits($0, length: length) } : []
        return codes.filter { !$0.lacksZero }.map(\.code)
    }

    /// `SIRET : 216…`: the name of the code before it.
    private static func withoutLabel(_ text: String) -> Substring {
        var rest = text.drop { $0.isWhitespace }
        for label in ["N°", "NUMERO", "NUMÉRO", "SIRET", "SIREN", "INSEE", "CODE", "POSTAL", "CP", "N"]
        where rest.hasPrefix(label) && rest.dropFirst(label.count).first?.isLetter != true {
            rest = rest.dropFirst(label.count).drop { $0.isWhitespace || $0 == ":" || $0 == "°" }
        }
        return rest
    }

    private static let dress: Set<Character> = ["'", "’", "-", "–", "_", "\""]

    private static func isDigitOrLetter(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
    }
}
