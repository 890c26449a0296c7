/// A stretch of time that a value names: an instant, a day, a month.
struct Moment: Hashable, Sendable {
    /// How exactly it was written.
    enum Grain: Hashable, Sendable {
        case instant, day, month, year
    }

    /// Its first microsecond since 1970 (UTC).
    let first: Int64
    /// Its last microsecond; the same for an instant.
    let last: Int64
    let grain: Grain

    init(first: Int64, last: Int64, grain: Grain) {
        self.first = first
        self.last = last
        self.grain = grain
    }

    static let microsecondsPerDay: Int64 = 86_400_000_000

    /// The number of the day that it begins on, counted from 1970-01-01.
    var day: Int64 { Self.floor(first, Self.microsecondsPerDay) }

    /// Before (below zero), the same (zero) or after: by day as soon as one of them is not an instant.
    func compared(to other: Moment) -> Int64 {
        if grain == .instant, other.grain == .instant {
            return first < other.first ? -1 : first > other.first ? 1 : 0
        }
        return day - other.day
    }

    static func floor(_ number: Int64, _ divisor: Int64) -> Int64 {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }
}

// MARK: - Calendar

extension Moment {
    /// The number of a day counted from 1970-01-01, in the Gregorian calendar (Howard Hinnant's days_from_civil).
    static func day(year: Int, month: Int, day: Int) -> Int64 {
        let shifted = Int64(month <= 2 ? year - 1 : year)
        let era = floor(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = Int64((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1)
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Year, month and day of the day on which it begins (civil_from_days).
    var date: (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = Self.floor(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        return (
            Int(yearOfEra + era * 400 + (month >= 10 ? 1 : 0)), Int(month < 10 ? month + 3 : month - 9),
            Int(dayOfYear - (153 * month + 2) / 5 + 1)
        )
    }

    static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
