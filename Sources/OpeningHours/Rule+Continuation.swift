extension Rule {
    /// Takes in the next rule where a space too many has cut one rule in two: `Mo, Tu 08:00-12:00` and
    /// `Mo 08:00-12:00, 14:00-18:00`. opening_hours.js reads them so.
    mutating func absorb(_ next: Rule) -> Bool {
        guard next.join == .adding, state == nil, comment == nil, heading == nil, !always else { return false }
        if !times.isEmpty, !next.times.isEmpty, next == Rule(join: .adding, times: next.times) {
            times += next.times
            return true
        }
        if times.isEmpty, !days.weekdays.isEmpty, days.holidays.isEmpty, !next.days.weekdays.isEmpty,
            next.years.isEmpty, next.dates.isEmpty, next.weeks.isEmpty, next.heading == nil, !next.days.holidaysFirst
        {
            days.weekdays += next.days.weekdays
            days.holidays = next.days.holidays
            (times, state, comment) = (next.times, next.state, next.comment)
            return true
        }
        return false
    }
}
