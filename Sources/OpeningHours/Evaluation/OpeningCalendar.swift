/// What opening hours need to know of a place and its year: holidays and the sun.
public struct OpeningCalendar: Sendable {
    /// Whether Good Friday and 26 December are public holidays, as in Alsace and Moselle.
    public var alsaceMoselle: Bool
    /// The school holidays of the zone, first and last day included.
    public var schoolHolidays: [ClosedRange<LocalDay>]
    /// When the sun rises and sets, in minutes since midnight: an approximation for the season.
    public var sun: [SunEvent: Int]

    /// The calendar of a French commune. The default hours of the sun are those of an equinox.
    public init(
        alsaceMoselle: Bool = false,
        schoolHolidays: [ClosedRange<LocalDay>] = [],
        sun: [SunEvent: Int] = [.dawn: 390, .sunrise: 420, .sunset: 1170, .dusk: 1200]
    ) {
        self.alsaceMoselle = alsaceMoselle
        self.schoolHolidays = schoolHolidays
        self.sun = sun
    }

    /// Whether a day is a public holiday in France (Code du travail, article L3133-1).
    public func isPublicHoliday(_ day: LocalDay) -> Bool {
        let (year, month, number) = day.date
        switch (month, number) {
        case (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25): return true
        case (12, 26): return alsaceMoselle
        default:
            // Easter Monday, Ascension, Whit Monday.
            let afterEaster = day.number - easter(year).number
            return [1, 39, 50].contains(afterEaster) || alsaceMoselle && afterEaster == -2
        }
    }

    /// Whether a day is in the school holidays given.
    public func isSchoolHoliday(_ day: LocalDay) -> Bool {
        schoolHolidays.contains { $0.contains(day) }
    }
}

/// Easter Sunday of a year (computus of Meeus, Jones and Butcher).
func easter(_ year: Int) -> LocalDay {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let moon = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let weekday = (32 + 2 * (b % 4) + 2 * (c / 4) - moon - c % 4) % 7
    let shift = moon + weekday - 7 * ((a + 11 * moon + 22 * weekday) / 451) + 114
    return LocalDay(validYear: year, month: shift / 31, day: shift % 31 + 1)
}
