import Schemas
import Texts

extension Corruption {
    /// Long numbers in scientific notation: their last digits are lost, unless the cell of a workbook holds them all.
    static let scientific = Corruption(
        9, Text(fr: "Notation scientifique", en: "Scientific notation"), isLossy: true,
        forms: [
            rounded("2,16901E+13", ",", 5, "E+"), rounded("2.16901E+13", ".", 5, "E+"),
            rounded("2,17E+13", ",", 2, "E+"),
            rounded("2,169e+13", ",", 3, "e+"), rounded("2E+13", ",", 0, "E+"), rounded("2,16901 E+13", ",", 5, " E+"),
            Form("whole number under a scientific format") { cell, _ in
                guard let digits = cell.longNumber else { return nil }
                return Damage(digits.scientific(",", 5, "E+"), .number(digits, format: "0.00E+00"), .told)
            },
        ])

    private static func rounded(_ name: String, _ point: String, _ decimals: Int, _ power: String) -> Form {
        Form(name) { cell, _ in
            cell.longNumber.map { Damage($0.scientific(point, decimals, power), .text, .told) }
        }
    }
}

extension CellToDamage {
    /// The digits of a code that is too long for a cell.
    fileprivate var longNumber: String? {
        let digits = value.hasPrefix("+") ? String(value.dropFirst()) : value
        guard digits.isAllDigits, digits.count >= 9, !digits.hasPrefix("0"), field.type == .string else { return nil }
        return digits
    }
}

extension String {
    fileprivate func scientific(_ point: String, _ decimals: Int, _ power: String) -> String {
        let kept = prefix(decimals + 1)
        let mantissa = decimals == 0 ? String(kept) : kept.prefix(1) + point + kept.dropFirst()
        return mantissa + power + Register.padded(count - 1)
    }
}
