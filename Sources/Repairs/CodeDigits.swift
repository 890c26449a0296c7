/// Reads a code of digits that a spreadsheet took for a number.
enum CodeDigits {
    /// The code without decimals, spaces and other dress, and with the one zero back that it may have lost.
    /// Nil where more than dress would have to change.
    static func read(_ text: String, length: Int) -> String? {
        var code = text.uppercased().filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
        if let point = code.firstIndex(where: { $0 == "." || $0 == "," }) {
            guard code[code.index(after: point)...].allSatisfy({ $0 == "0" }) else { return nil }
            code = String(code[..<point])
        }
        if code.utf8.count == length - 1 { code = "0" + code }
        return code.utf8.count == length && code.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter) }) ? code : nil
    }
}
