import Schemas
import Tables
import Texts

extension Repair {
    /// Numbers that pass for right and may be others: nobody would notice.
    static let doubtfulNumber = Repair(
        "doubtful-number",
        Text(
            fr: "Demande ce que vaut un nombre qui peut se lire de deux façons, ou que le tableur a tiré d'une date.",
            en: "Asks what a number is that can be read in two ways, or that the spreadsheet made of a date."),
        examples: [
            .init(surface, "1.234", others: ["12,5", "7,25"], .ask(candidates: ["1234", "1.234"])),
            .init(surface, "1.234", others: ["1.234,50"], .ask(candidates: ["1234", "1.234"])),
            .init(surface, "12.500", others: ["300"], .ask(candidates: ["12500", "12.500"])),
            .init(surface, "1.234", others: ["12.5", "7.25"], nil),
            .init(surface, "1.234", others: ["12.5", "7.25", "3,5"], nil),
            .init(surface, "0.234", others: ["12,5"], nil),
            .init(surface, "1234.567", others: ["12,5"], nil),
            .init(surface, "12.5", others: ["12,5"], nil),
            .init(surface, Value("1.234", kind: .number), others: ["12,5"], nil),
            .init(surface, "1.2E+05", .ask(candidates: ["120000"])),
            .init(surface, "1,23E+10", .ask(candidates: [])),
            .init(effectif, "43862", others: ["12", "30", "25"], .ask(candidates: ["1-2", "1/2", "2-20"])),
            .init(effectif, "43862", others: ["12", "30", "25000"], nil),
            .init(effectif, "43862", others: ["12"], nil),
        ],
        tidies: true,
        serves: { ($0.type == .number || $0.type == .integer) && $0.meaning != .longitude && $0.meaning != .latitude },
        prepare: { setting in
            let marks = DecimalMarks(setting.values)
            let isCount = setting.field.type == .integer
            let largest = isCount ? setting.values.lazy.compactMap { Int($0) }.filter { $0 < 20_000 }.max() ?? 0 : 0
            let hasSmallOnly = isCount && countIsSmall(setting.values, largest: largest)
            return { value in
                if isRounded(value.text) { return .ask(candidates: whole(value.text), because: rounded) }
                if isCount { return hasSmallOnly ? dayTakenForCount(value.text) : nil }
                guard value.kind == .text, !marks.provePoint, DecimalMarks.mayBeThousands(value.text, mark: 0x2E) else {
                    return nil
                }
                return .ask(candidates: [value.text.filter { $0 != "." }, value.text], because: twoWays)
            }
        })

    /// Every other value is a small number, and there are some: a number of five digits is the day of a spreadsheet.
    private static func countIsSmall(_ values: Set<String>, largest: Int) -> Bool {
        let numbers = values.compactMap { Int($0) }
        let days = numbers.filter { (36_526...54_789).contains($0) }
        return numbers.count - days.count >= 3 && largest < 1000
            && numbers.allSatisfy { $0 <= 1000 || days.contains($0) }
    }

    private static func dayTakenForCount(_ text: String) -> Proposal? {
        guard text.utf8.count == 5, let serial = Int(text), (36_526...54_789).contains(serial),
            let day = SpreadsheetDay.iso(serial)
        else { return nil }
        return .ask(candidates: AutoDate.candidates(for: Value(day, kind: .date)) ?? [], because: AutoDate.reason)
    }

    /// `1.2E+05`, as spreadsheets shorten what is too wide for its column.
    private static func isRounded(_ text: String) -> Bool {
        guard text.utf8.count < 30, let mark = text.utf8.lastIndex(where: { $0 | 0x20 == 0x65 }) else { return false }
        let exponent = text.utf8[text.utf8.index(after: mark)...]
        guard exponent.count >= 3, exponent.first == 0x2B || exponent.first == 0x2D,
            exponent.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        return text.utf8[..<mark].allSatisfy { (0x30...0x39).contains($0) || [0x2C, 0x2D, 0x2E].contains($0) }
    }

    /// The number that is shown, where it has no more than six digits.
    private static func whole(_ text: String) -> [String] {
        guard let number = Double(text.replacing(",", with: ".")), number.rounded() == number, abs(number) < 1_000_000
        else { return [] }
        return [String(Int(number))]
    }

    private static let twoWays = Text(
        fr: "Le point peut être celui des décimales ou celui des milliers.",
        en: "The point may stand before decimals or between thousands.")
    private static let rounded = Text(
        fr: "Le tableur n'a montré que les premiers chiffres de ce nombre.",
        en: "The spreadsheet showed the first digits of this number only.")

    private static let surface = Field("surf_m2", type: .number, unit: "m²")
    private static let effectif = Field("effectif", type: .integer)
}
