/// A day of the calendar, without a time zone.
public struct LocalDay: Hashable, Comparable, Sendable {
    /// Days since 1 March of the year 0, which makes leap days the last of their year.
    let number: Int

    init(number: Int) {
        self.number = number
    }

    /// A day by its date; nil where the month has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, 1...daysOfMonth(month, leap: isLeap(year)) ~= day else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    init(validYear year: Int, month: Int, day: Int) {
        let year = month < 3 ? year - 1 : year
        let month = (month + 9) % 12
        number = year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1
    }

    /// Year, month (1 to 12) and day.
    public var date: (year: Int, month: Int, day: Int) {
        let era = number / 146_097
        let day = number % 146_097
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (year * 365 + year / 4 - year / 100)
        let month = (dayOfYear * 5 + 2) / 153
        let start = (month * 153 + 2) / 5
        let civil = month < 10 ? month + 3 : month - 9
        return (era * 400 + year + (civil < 3 ? 1 : 0), civil, dayOfYear - start + 1)
    }

    /// Some days later, or earlier.
    public func adding(days: Int) -> LocalDay { LocalDay(number: number + days) }

    var weekday: Weekday { Weekday.allCases[(number + 2) % 7] }

    /// The week of ISO 8601: the one of the year that holds its Thursday.
    var week: Int {
        let thursday = adding(days: 3 - weekday.rawValue)
        return (thursday.number - LocalDay(validYear: thursday.date.year, month: 1, day: 1).number) / 7 + 1
    }

    public static func < (one: LocalDay, other: LocalDay) -> Bool { one.number < other.number }
}

/// A moment as the clock on the wall shows it, without a time zone.
public struct LocalMoment: Hashable, Comparable, Sendable {
    /// The day.
    public var day: LocalDay
    /// Minutes since midnight, from 0 to 1,439.
    public var minute: Int

    /// A moment of a day.
    public init(day: LocalDay, hour: Int, minute: Int) {
        precondition(0...23 ~= hour && 0...59 ~= minute, "an hour of the clock")
        self.day = day
        self.minute = hour * 60 + minute
    }

    init(day: LocalDay, minute: Int) {
        self.day = day.adding(days: minute / 1440)
        self.minute = minute % 1440
    }

    public static func < (one: LocalMoment, other: LocalMoment) -> Bool {
        (one.day, one.minute) < (other.day, other.minute)
    }
}

/// How many days a month (1 to 12) has.
func daysOfMonth(_ month: Int, leap: Bool) -> Int {
    switch month {
    case 2: leap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}

/// Whether a year has a 29 February.
func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
