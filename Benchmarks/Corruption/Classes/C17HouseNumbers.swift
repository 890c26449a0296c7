import Schemas
import Texts

extension Corruption {
    /// Numbers in the street, and the street that stands in the same cell.
    static let houseNumbers = Corruption(
        17, Text(fr: "Numéros de voie", en: "House numbers"),
        rows: { file, chance in
            Sprinkling(forms: forms).strew(over: &file, &chance)
            glue(&file, &chance)
        })

    private static let forms: [Form] = [
        number("12bis") { $0.replacing(" ", with: "") }, number("12 BIS") { $0.uppercased() },
        number("12-bis") { $0.replacing(" ", with: "-") },
        number("12 Bis") { $0.replacing("bis", with: "Bis").replacing("ter", with: "Ter") },
        number("n°12") { "n°" + $0 }, number("N° 12") { "N° " + $0 }, number("no 12") { "no " + $0 },
        number("12,") { $0 + "," },
        number("12.") { $0 + "." }, number("12.0") { $0.isAllDigits ? $0 + ".0" : $0 },
        number("num 12") { "num. " + $0 },
        number("012") { $0.isAllDigits && $0.count < 3 ? "0" + $0 : $0 },
        number("12  bis") { $0.replacing(" ", with: "  ") },
        number("nº 12") { "nº " + $0 }, number("12/bis") { $0.replacing(" ", with: "/") },
    ]

    private static func number(_ name: String, _ write: @escaping @Sendable (String) -> String) -> Form {
        Form(name, where: { $0.means(.houseNumber) }, writes: write)
    }

    /// The number stands before the street, in the cell of the street.
    private static func glue(_ file: inout SentFile, _ chance: inout Chance) {
        guard let number = file.schema.fields.firstIndex(where: { $0.meaning == .houseNumber }),
            let street = file.schema.fields.firstIndex(where: { $0.meaning == .street }), chance.happens(50)
        else { return }
        let comma = chance.pick([" ", ", "])
        for row in file.clean.indices
        where file.damages[CellPlace(row: row, field: number)] == nil && chance.happens(15) {
            let values = file.clean[row]
            guard !values[number].isEmpty, !values[street].isEmpty else { continue }
            file.damage(
                row: row, field: number, Damage("", expects: .original, form: "number in the cell of the street"))
            file.damage(
                row: row, field: street,
                Damage(values[number] + comma + values[street], expects: .original, form: "street after its number"))
        }
    }
}
