extension Rule {
    /// Whether the rule speaks of a day.
    func selects(_ day: LocalDay, _ calendar: OpeningCalendar) -> Bool {
        years.selects { $0.selects(day.date.year) } && weeks.selects { $0.selects(day.week) }
            && dates.selects { $0.selects(day) } && (days.isEmpty || days.selects(day, calendar))
    }
}

extension Array {
    /// Whether an element selects; with none at all, nothing is left out.
    fileprivate func selects(_ test: (Element) -> Bool) -> Bool { isEmpty || contains(where: test) }
}

extension YearRange {
    fileprivate func selects(_ year: Int) -> Bool {
        first <= year && year <= last && (year - first) % step == 0
    }
}

extension WeekRange {
    fileprivate func selects(_ week: Int) -> Bool {
        if first <= last { return first <= week && week <= last && (week - first) % step == 0 }
        return week >= first || week <= last
    }
}

extension DaySelector {
    fileprivate func selects(_ day: LocalDay, _ calendar: OpeningCalendar) -> Bool {
        weekdays.contains { $0.selects(day) } || holidays.contains { $0.selects(day, calendar) }
    }
}

extension Holiday {
    fileprivate func selects(_ day: LocalDay, _ calendar: OpeningCalendar) -> Bool {
        guard abs(offset) < 400 else { return false }
        let day = day.adding(days: -offset)
        return kind == .publicHoliday ? calendar.isPublicHoliday(day) : calendar.isSchoolHoliday(day)
    }
}

extension WeekdayRange {
    fileprivate func selects(_ day: LocalDay) -> Bool {
        guard abs(offset) < 400 else { return false }
        let day = day.adding(days: -offset)
        guard days.contains(day.weekday) else { return false }
        let rank = (day.date.day - 1) / 7 + 1
        return nth.isEmpty || nth.contains { $0.contains(rank) }
    }
}

extension DateRange {
    fileprivate func selects(_ day: LocalDay) -> Bool {
        let (year, month, _) = day.date
        switch self {
        case .months(let onlyYear, let first, let last):
            if let onlyYear, onlyYear != year { return false }
            return first <= last ? first <= month && month <= last : month >= first || month <= last
        case .dates(let from, let end):
            // A period may have begun the year before.
            return [year - 1, year, year + 1].contains { base in
                guard let start = from.day(in: base), start <= day else { return false }
                switch end {
                case .same: return start == day
                case .never: return from.year != nil || year == base
                case .on(let bound):
                    let year = from.year ?? base
                    return bound.day(in: from.isLaterInYear(than: bound) ? year + 1 : year).map { day <= $0 } ?? false
                }
            }
        }
    }
}

extension DateBound {
    /// Whether the period from this date to the other goes over the end of the year.
    fileprivate func isLaterInYear(than end: DateBound) -> Bool {
        switch (anchor, end.anchor) {
        case (.day(let month, let day), .day(let lastMonth, let lastDay)): (month, day) > (lastMonth, lastDay)
        // Easter is in March or April.
        case (.day(let month, _), .easter): month > 4
        case (.easter, .day(let month, _)): month < 3
        case (.easter, .easter): false
        }
    }

    /// The day that is meant in a year; nil where that year has no such day.
    fileprivate func day(in base: Int) -> LocalDay? {
        guard abs(offset) < 400, 1...9998 ~= year ?? base else { return nil }
        let anchored: LocalDay
        switch anchor {
        case .easter: anchored = easter(year ?? base)
        case .day(let month, let day):
            guard let date = LocalDay(year: year ?? base, month: month, day: day) else { return nil }
            anchored = date
        }
        guard let nearest else { return anchored.adding(days: offset) }
        let ahead = (nearest.weekday.rawValue - anchored.weekday.rawValue + 7) % 7
        let behind = (anchored.weekday.rawValue - nearest.weekday.rawValue + 7) % 7
        return anchored.adding(days: (nearest.after ? ahead : -behind) + offset)
    }
}
