import Schemas
import Texts

extension Corruption {
    /// Codes that were taken for numbers: their zeros are gone, or decimals have come.
    static let lostZeros = Corruption(
        8, Text(fr: "Zéros perdus", en: "Lost leading zeros"),
        forms: [
            Form("zero lost, text") { cell, _ in cell.withoutZeros.map { Damage($0) } },
            Form("zero lost, text (bis)") { cell, _ in cell.withoutZeros.map { Damage($0) } },
            Form("zero lost, number") { cell, _ in
                cell.withoutZeros.map { Damage($0, .number($0, format: "General")) }
            },
            Form("float") { cell, _ in
                cell.plainNumber.map { Damage($0 + ".0", .text) }
            },
            Form("two decimals") { cell, _ in
                cell.plainNumber.map { Damage($0 + ",00", .number($0, format: "0.00")) }
            },
            Form("number") { cell, _ in
                cell.plainNumber.map { Damage($0, .number($0, format: "General")) }
            },
            Form("float without zero") { cell, _ in cell.withoutZeros.map { Damage($0 + ".0") } },
            Form("grouped") { cell, _ in
                guard let number = cell.plainNumber, !number.hasPrefix("0"), number.count > 3 else { return nil }
                return Damage(number.withThousands(" "), .number(number, format: "#,##0"))
            },
        ])
}

extension CellToDamage {
    /// The digits of a code as a number has them.
    fileprivate var digits: String? {
        if means(.phone) {
            let digits = value.filter { $0 != " " && $0 != "+" }
            return digits.isAllDigits ? digits : nil
        }
        return isNumericCode ? value : nil
    }

    /// Without the zeros at its beginning; nil where it has none.
    fileprivate var withoutZeros: String? {
        guard let digits, digits.hasPrefix("0") || means(.phone) else { return nil }
        let bare = String(digits.drop { $0 == "0" })
        return bare.isEmpty || bare == value ? nil : bare
    }

    /// As a number: without its zeros where it has some.
    fileprivate var plainNumber: String? { digits.map { String($0.drop { $0 == "0" }) } }
}
