import Schemas
import Texts

extension Corruption {
    /// Numbers in a street that Excel took for days: 1-2 became the first of February. What had been typed is lost.
    static let autoDates = Corruption(
        6, Text(fr: "Dates inventées par le tableur", en: "Automatic dates"), isLossy: true,
        forms: [
            range("01-févr") { day, month in "\(Register.padded(day))-\(short[month - 1].filter { $0 != "." })" },
            range("1-févr.") { day, month in "\(day)-\(short[month - 1])" },
            range("01/02/2026") { day, month in "\(Register.padded(day))/\(Register.padded(month))/2026" },
            range("2026-02-01") { day, month in "2026-\(Register.padded(month))-\(Register.padded(day))" },
            range("mars-10") { day, month in "\(short[month - 1].filter { $0 != "." })-\(Register.padded(day))" },
            Form("serial day") { cell, chance in
                guard serves(cell) else { return nil }
                let serial = "2026-\(Register.padded(chance.within(1...12)))-\(Register.padded(chance.within(1...28)))"
                    .serialDay
                return serial.map { Damage(String($0), .number(String($0), format: "General"), .told) }
            },
            Form("a day in the workbook") { cell, chance in
                guard serves(cell) else { return nil }
                let (day, month) = (chance.within(1...28), chance.within(1...12))
                let serial = "2026-\(Register.padded(month))-\(Register.padded(day))".serialDay ?? 0
                let shown = "\(Register.padded(day))-\(short[month - 1].filter { $0 != "." })"
                return Damage(shown, .number(String(serial), format: "dd-mmm-yy"), .told)
            },
        ])

    private static func range(_ name: String, _ write: @escaping @Sendable (Int, Int) -> String) -> Form {
        Form(name) { cell, chance in
            guard serves(cell) else { return nil }
            return Damage(write(chance.within(1...28), chance.within(1...12)), .text, .told)
        }
    }

    @Sendable private static func serves(_ cell: CellToDamage) -> Bool { cell.means(.houseNumber) }
}
