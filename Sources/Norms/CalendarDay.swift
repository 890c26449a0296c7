/// A day of the Gregorian calendar.
public struct CalendarDay: Sendable, Hashable {
    /// The year, from 1 to 9999.
    public let year: Int
    /// The month, from 1.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// A day, if the calendar has it: 30 February is none.
    public init?(year: Int, month: Int, day: Int) {
        guard 1...9_999 ~= year, 1...12 ~= month, day >= 1, day <= Self.length(month: month, year: year) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that comes so many days after 1 January of the year 1; nil outside the years 1 to 9999.
    public init?(ordinal: Int) {
        guard ordinal >= 0, ordinal < 3_652_059 else { return nil }
        var year = ordinal / 366 + 1
        while Self.daysBefore(year: year + 1) <= ordinal { year += 1 }
        var rest = ordinal - Self.daysBefore(year: year)
        var month = 1
        while rest >= Self.length(month: month, year: year) {
            rest -= Self.length(month: month, year: year)
            month += 1
        }
        self.init(year: year, month: month, day: rest + 1)
    }

    /// How many days a month has.
    public static func length(month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// How many days the years from 1 on have, before a year.
    public static func daysBefore(year: Int) -> Int {
        let past = year - 1
        return past * 365 + past / 4 - past / 100 + past / 400
    }

    /// Days since 1 January of the year 1.
    public var ordinal: Int {
        var days = Self.daysBefore(year: year) + day - 1
        for past in 1..<max(month, 1) { days += Self.length(month: past, year: year) }
        return days
    }

    /// The day as ISO 8601 writes it.
    public var iso: String {
        let pad = { (number: Int, width: Int) in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2)
    }

    /// The day of the week: 0 is Monday.
    public var weekday: Int { ordinal % 7 }
}
