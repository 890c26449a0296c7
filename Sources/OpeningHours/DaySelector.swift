/// A day of the week, Monday first.
enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// `Mo` … `Su`, as the grammar writes them.
    var code: String { ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][rawValue] }
}

/// The days of the week and the holidays of a rule, any of which will do: `Mo-Fr,PH`.
struct DaySelector: Hashable, Sendable {
    var weekdays: [WeekdayRange] = []
    var holidays: [Holiday] = []
    /// Whether the holidays are written before the weekdays, where there are both.
    var holidaysFirst = false

    var isEmpty: Bool { weekdays.isEmpty && holidays.isEmpty }
}

/// `Mo`, `Mo-Fr`, `Sa[1,3]`, `Su[1] +1 day`.
struct WeekdayRange: Hashable, Sendable {
    var first: Weekday
    var last: Weekday
    /// Which ones of the month; empty means all.
    var nth: [ClosedRange<Int>] = []
    /// Days added to the day selected.
    var offset = 0
}

/// `PH`, `PH -1 day`, `SH`.
struct Holiday: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case publicHoliday, schoolHoliday }

    var kind: Kind
    /// Days added to the holiday.
    var offset = 0
}
