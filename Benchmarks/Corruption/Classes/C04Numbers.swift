import Schemas
import Texts

extension Corruption {
    /// Numbers as the French write them, and with what surrounds them.
    static let numbers = Corruption(
        4, Text(fr: "Nombres à la française", en: "French numbers"),
        forms: [
            Form("decimal comma", where: isQuantity) { $0.replacing(".", with: ",") },
            Form("comma and zeros", where: isNumber) { $0.withDecimals(2).replacing(".", with: ",") },
            Form("thousands by a space", where: isQuantity) { $0.withThousands(" ").replacing(".", with: ",") },
            Form("thousands by U+00A0", where: isQuantity) { $0.withThousands("\u{A0}").replacing(".", with: ",") },
            Form("thousands by U+202F", where: isQuantity) { $0.withThousands("\u{202F}").replacing(".", with: ",") },
            Form("thousands by an apostrophe", where: isThousands) { $0.withThousands("'").replacing(".", with: ",") },
            Form("thousands by a point, comma") { cell, _ in
                guard isThousands(cell), isNumber(cell) else { return nil }
                return Damage(cell.value.withDecimals(2).replacing(".", with: ",").withThousands("."))
            },
            Form(
                "unit",
                { cell, chance in
                    guard cell.isQuantity, !cell.value.isEmpty, let unit = unit(of: cell, &chance) else { return nil }
                    return Damage(cell.value.replacing(".", with: ",") + chance.pick([" ", ""]) + unit)
                }),
            Form(
                "thousands and unit",
                { cell, chance in
                    guard isThousands(cell), let unit = unit(of: cell, &chance) else { return nil }
                    return Damage(cell.value.withThousands(" ").replacing(".", with: ",") + " " + unit)
                }),
            Form(
                "about",
                { cell, chance in
                    guard cell.isQuantity, !cell.value.isEmpty else { return nil }
                    let about = chance.pick(["~", "env. ", "environ ", "± ", "Env ", "à peu près ", "≈ "])
                    return Damage(about + cell.value.replacing(".", with: ","))
                }),
            Form(
                "about, after",
                { cell, chance in
                    guard cell.isQuantity, !cell.value.isEmpty else { return nil }
                    return Damage(cell.value.replacing(".", with: ",") + chance.pick([" environ", " env.", " ?"]))
                }),
            Form(
                "float",
                { cell, _ in
                    guard cell.isQuantity, !cell.value.isEmpty, !cell.value.contains(".") else { return nil }
                    return Damage(cell.value + ".0")
                }),
            Form(
                "point for thousands in a whole number",
                { cell, _ in
                    // 1.234 is 1234 for some and 1.234 for others.
                    guard cell.field.type == .integer, cell.isQuantity, isThousands(cell) else { return nil }
                    return Damage(cell.value.withThousands("."), .text, .told)
                }),
            Form(
                "comma for thousands",
                { cell, _ in
                    guard isThousands(cell), !cell.value.contains(".") else { return nil }
                    return Damage(cell.value.withThousands(","), .text, .told)
                }),
            Form(
                "two numbers",
                { cell, _ in
                    guard cell.isQuantity, let number = Int(cell.value) else { return nil }
                    return Damage("\(cell.value) à \(number + number / 5 + 1)", .text, .told)
                }),
        ])

    @Sendable private static func isQuantity(_ cell: CellToDamage) -> Bool { cell.isQuantity }
    @Sendable private static func isNumber(_ cell: CellToDamage) -> Bool {
        cell.isQuantity && cell.field.type == .number
    }
    @Sendable private static func isThousands(_ cell: CellToDamage) -> Bool {
        cell.isQuantity && (Double(cell.value) ?? 0) >= 1000
    }

    private static func unit(of cell: CellToDamage, _ chance: inout Chance) -> String? {
        switch cell.field.unit {
        case "m²": chance.pick(["m²", "m2", "M²", "m ²", "mètres carrés"])
        case "m": chance.pick(["m", "mètres", "M", "ml"])
        case "€": chance.pick(["€", "euros", "EUR", "Euros"])
        case nil where cell.field.name.hasPrefix("nb_places"): chance.pick(["places", "place", "pl."])
        case nil where cell.field.name == "nb_electeurs": chance.pick(["électeurs", "inscrits"])
        default: nil
        }
    }
}

extension String {
    /// With a sign before each group of three digits.
    func withThousands(_ sign: String) -> String {
        let end = firstIndex { ".,".contains($0) } ?? endIndex
        var groups: [Substring] = []
        var rest = self[..<end]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return ([rest] + groups).joined(separator: sign) + self[end...]
    }

    /// With so many decimals.
    func withDecimals(_ count: Int) -> String {
        let parts = split(separator: ".")
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        return parts[0] + "." + decimals + String(repeating: "0", count: Swift.max(0, count - decimals.count))
    }
}
