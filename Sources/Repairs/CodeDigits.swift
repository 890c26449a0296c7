/// Reads a code of digits that a spreadsheet took for a number.
struct CodeDigits {
    /// The code, with its zero back.
    let code: String
    /// Whether it had lost its zero: what lacks a digit may also lack another one.
    let lacksZero: Bool

    /// The code without decimals, spaces and other dress, and with the one zero back that it may have lost.
    /// Nil where more than dress would have to change.
    init?(_ text: String, length: Int) {
        guard text.utf8.count <= 2 * length + 12 else { return nil }
        var code = text.uppercased().filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
        if let point = code.firstIndex(where: { $0 == "." || $0 == "," }) {
            guard code[code.index(after: point)...].allSatisfy({ $0 == "0" }) else { return nil }
            code = String(code[..<point])
        }
        lacksZero = code.utf8.count == length - 1
        if lacksZero { code = "0" + code }
        guard code.utf8.count == length, code.utf8.allSatisfy(Self.isDigitOrLetter) else { return nil }
        self.code = code
    }

    private static func isDigitOrLetter(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
    }
}
