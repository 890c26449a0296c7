extension PlainNumber {
    /// The number as Python writes it: `69029`, `69029.0` where the file stores a fraction of nothing, `1e-05`.
    func pythonWritten(isFractional: Bool) -> String {
        guard isFractional, !digits.isEmpty else {
            return String(decoding: written, as: UTF8.self) + (isFractional ? ".0" : "")
        }
        // From here on Python writes powers of ten.
        guard -4 < point, point <= 16 else { return scientific }
        return String(decoding: written, as: UTF8.self) + (isWhole ? ".0" : "")
    }

    private var scientific: String {
        let mantissa = String(decoding: digits.prefix(1), as: UTF8.self)
        let decimals = digits.count > 1 ? "." + String(decoding: digits.dropFirst(), as: UTF8.self) : ""
        let power = abs(point - 1)
        let sign = point < 1 ? "-" : "+"
        return (isNegative ? "-" : "") + mantissa + decimals + "e" + sign + (power < 10 ? "0" : "") + "\(power)"
    }
}
