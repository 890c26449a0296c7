/// Decimal numbers: digits, a decimal sign, an exponent, `NaN`, `Infinity`.
struct NumberReader: CellReader {
    var decimalSign = "."
    var groupSign = ""
    /// Whether nothing may stand around the number (`95 %`).
    var isBare = true

    func read(_ cell: Bytes) -> Logical? {
        if isBare, groupSign.isEmpty, decimalSign == "." { return ExactNumber(decimal: cell).map(Logical.number) }
        var text = cell.stripped.text
        if !isBare { text = Unit.removed(from: text) }
        if !groupSign.isEmpty { text = text.replacing(groupSign, with: "") }
        if decimalSign != "." {
            // Both signs in one number: nobody knows which is which.
            if text.utf8.contains(0x2E) { return nil }
            text = text.replacing(decimalSign, with: ".")
        }
        return text.withBytes { ExactNumber(decimal: $0) }.map(Logical.number)
    }

    func read(_ tree: JSONTree) -> Logical? {
        switch tree {
        case .number(let number, _): .number(number)
        case .text(let text): text.withBytes(read)
        default: nil
        }
    }
}

/// What stands around a number: a currency, a percent sign, a unit.
enum Unit {
    /// The text from its first digit or minus sign to its last digit.
    static func removed(from text: String) -> String {
        let scalars = text.unicodeScalars
        let isDigit = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .decimalNumber }
        guard let start = scalars.firstIndex(where: { isDigit($0) || $0 == "-" }),
            let end = scalars.lastIndex(where: isDigit), start <= end
        else { return "" }
        return String(scalars[start...end])
    }
}
