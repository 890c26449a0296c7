import Norms

/// A date in any usual form (`any` in Table Schema): `31/05/2024`, `2024.05.31 10:30`, `May 31, 2024`.
///
/// Validata gives such values to dateutil's `parse`, which guesses a great deal more (a lone `10` is the tenth of this
/// month) and depends on the day it is asked; the forms that people write are read alike.
struct FreeDate {
    let day: CalendarDay
    let micros: Int
    let offset: Int?

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let clock = Pattern.required(
        #"^(.*?)[T\s]*\b(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(am|pm)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$"#,
        ignoringCase: true)

    init?(_ text: Bytes) {
        if let moment = ISOMoment.moment(text), text.count >= 8 {
            (day, micros, offset) = (moment.day, moment.micros, moment.offset)
            return
        }
        var date = text
        var clock: (micros: Int, offset: Int?) = (0, nil)
        if let groups = Self.clock.groups(in: text), let before = groups[1] {
            guard let read = Self.time(groups) else { return nil }
            clock = read
            date = before
        }
        guard let read = Self.date(date.text) else { return nil }
        (day, micros, offset) = (read, clock.micros, clock.offset)
    }

    private static func time(_ groups: [Bytes?]) -> (micros: Int, offset: Int?)? {
        let number = { (group: Int) in groups[group].flatMap { ExactNumber(integer: $0)?.int } ?? 0 }
        var hour = number(2)
        if let half = groups[6]?.text.lowercased() {
            guard 1...12 ~= hour else { return nil }
            hour = hour % 12 + (half == "pm" ? 12 : 0)
        }
        guard hour < 24, number(3) < 60, number(4) < 60 else { return nil }
        return (((hour * 60 + number(3)) * 60 + number(4)) * 1_000_000, groups[7] == nil ? nil : 0)
    }

    private static func date(_ text: String) -> CalendarDay? {
        let separators = Set(" /-.,")
        var parts = text.split { separators.contains($0) }.map { $0.lowercased() }
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        parts.removeAll { part in
            ["of", "and", "st", "nd", "rd", "th"].contains(part) || days.contains { part.hasPrefix($0) }
        }
        if parts.count == 1, let one = parts.first, one.count == 8 || one.count == 6, one.utf8.allSatisfy(\.isDigit) {
            return compact(one)
        }
        guard parts.count == 3 else { return nil }
        if let named = parts.firstIndex(where: { part in months.contains { part.hasPrefix($0) } }) {
            let month = months.firstIndex { parts[named].hasPrefix($0) } ?? 0
            parts.remove(at: named)
            guard let one = Int(parts[0]), let two = Int(parts[1]) else { return nil }
            return parts[0].count > 2 || one > 31
                ? CalendarDay(year: full(one, parts[0]), month: month + 1, day: two)
                : CalendarDay(year: full(two, parts[1]), month: month + 1, day: one)
        }
        let numbers = parts.compactMap(Int.init)
        guard numbers.count == 3 else { return nil }
        if parts[0].count > 2 || numbers[0] > 31 {
            return CalendarDay(year: full(numbers[0], parts[0]), month: numbers[1], day: numbers[2])
                ?? CalendarDay(year: full(numbers[0], parts[0]), month: numbers[2], day: numbers[1])
        }
        // The American order, unless it cannot be.
        let year = full(numbers[2], parts[2])
        return CalendarDay(year: year, month: numbers[0], day: numbers[1])
            ?? CalendarDay(year: year, month: numbers[1], day: numbers[0])
    }

    private static func compact(_ digits: String) -> CalendarDay? {
        guard let number = Int(digits) else { return nil }
        if digits.count == 8 { return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100) }
        return CalendarDay(year: full(number / 10_000, "00"), month: number / 100 % 100, day: number % 100)
    }

    /// A year of two digits is the nearest one of this half-century.
    private static func full(_ year: Int, _ written: String) -> Int {
        written.count > 2 ? year : year < 75 ? 2_000 + year : 1_900 + year
    }
}
