import Schemas
import Texts

extension Corruption {
    /// Telephone numbers in all their writings.
    static let phones = Corruption(
        22, Text(fr: "Téléphones", en: "Phones"),
        forms: [
            phone("04.78.12.34.56") { $0.pairs.joined(separator: ".") },
            phone("04-78-12-34-56") { $0.pairs.joined(separator: "-") },
            phone("0478123456") { $0 }, phone("04/78/12/34/56") { $0.pairs.joined(separator: "/") },
            phone("+33(0)4") { "+33(0)" + $0.dropFirst().pairs(from: 1) },
            phone("+33 (0)4 78") { "+33 (0)" + $0.dropFirst().pairs(from: 1) },
            phone("+33 4 78") { "+33 " + $0.dropFirst().pairs(from: 1) },
            phone("0033478123456") { "0033" + $0.dropFirst() },
            phone("00 33 4 78") { "00 33 " + $0.dropFirst().pairs(from: 1) },
            phone("(33) 4 78") { "(33) " + $0.dropFirst().pairs(from: 1) },
            phone("Tél. :") { "Tél. : " + $0.pairs.joined(separator: " ") },
            phone("Tel") { "Tel " + $0.pairs.joined(separator: ".") },
            phone("047 812 34 56") {
                "\($0.prefix(3)) \($0.dropFirst(3).prefix(3)) \($0.dropFirst(6).prefix(2)) \($0.suffix(2))"
            },
            phone("(04) 78 12 34 56") { "(\($0.prefix(2))) " + String($0.dropFirst(2)).pairs.joined(separator: " ") },
            phone("standard") { $0.pairs.joined(separator: " ") + " (standard)" },
            phone("mairie :") { "mairie : " + $0.pairs.joined(separator: " ") },
            phone("U+2011") { $0.pairs.joined(separator: "\u{2011}") },
            phone("dots and spaces") { $0.pairs.joined(separator: " . ") },
            phone("O for 0") { "O" + String($0.dropFirst()).pairs(from: 1) },
            phone("4 78 12 34 56") { $0.dropFirst().pairs(from: 1) }, phone("33478123456") { "33" + $0.dropFirst() },
            Form("a digit missing") { cell, _ in
                cell.phone.map { Damage(String($0.dropLast()).pairs.joined(separator: " "), .text, .told) }
            },
            Form("two numbers") { cell, chance in
                guard let digits = cell.phone, cell.field.constraints.pattern == nil else { return nil }
                let second = ["09", "72", "34", "56", Register.padded(chance.below(100))].joined(separator: " ")
                let both = digits.pairs.joined(separator: " ") + " / " + second
                return Damage(
                    digits.pairs.joined(separator: ".") + chance.pick([" / ", " ou ", ", ", " - ", "\n"]) + second,
                    .text, .toldOr([both]))
            },
        ])

    private static func phone(_ name: String, _ write: @escaping @Sendable (String) -> String) -> Form {
        Form(name) { cell, _ in
            guard let digits = cell.phone else { return nil }
            let written = write(digits)
            return written == cell.value ? nil : Damage(written)
        }
    }
}

extension CellToDamage {
    /// The ten digits of a French number.
    fileprivate var phone: String? {
        guard means(.phone), !value.isEmpty else { return nil }
        let digits = value.filter { $0 != " " }
        return digits.hasPrefix("+33") ? "0" + digits.dropFirst(3) : digits.count == 10 ? digits : nil
    }
}

extension String {
    /// Two by two.
    fileprivate var pairs: [String] {
        let digits = Array(self)
        return stride(from: 0, to: digits.count, by: 2).map { String(digits[$0..<Swift.min($0 + 2, digits.count)]) }
    }
}

extension StringProtocol {
    /// One digit, then two by two.
    fileprivate func pairs(from first: Int) -> String {
        ([String(prefix(first))] + String(dropFirst(first)).pairs).joined(separator: " ")
    }
}
