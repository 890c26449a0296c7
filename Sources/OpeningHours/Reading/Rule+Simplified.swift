extension Rule {
    /// The shortest way to write the rule: `24/7` for every hour of every day, no days where all are meant.
    var simplified: Rule {
        var rule = self
        if rule.days.holidays.isEmpty, rule.days.weekdays.allSatisfy({ $0.nth.isEmpty }) {
            let isEveryDay = rule.days.weekdays.isEmpty || rule.weekdaySet.count == 7
            if isEveryDay, rule.times == [.wholeDay], rule.dates.isEmpty, rule.years.isEmpty, rule.state == nil {
                var always = Rule(join: rule.join)
                always.always = true
                return always
            }
            if isEveryDay, !rule.days.weekdays.isEmpty {
                rule.days.weekdays = [WeekdayRange(first: .monday, last: .sunday)]
            } else if rule.days.weekdays.count > 2, rule.days.weekdays.allSatisfy({ $0.first == $0.last }) {
                rule.days.weekdays = weekdayRanges(of: rule.weekdaySet)
            }
        }
        return rule
    }
}

/// Days as ranges: three in a row or more become one.
func weekdayRanges(of days: Set<Weekday>) -> [WeekdayRange] {
    var ranges: [WeekdayRange] = []
    for day in Weekday.allCases where days.contains(day) {
        if let last = ranges.last, last.last.rawValue + 1 == day.rawValue {
            ranges[ranges.count - 1].last = day
        } else {
            ranges.append(WeekdayRange(first: day, last: day))
        }
    }
    return ranges.flatMap { range -> [WeekdayRange] in
        let days = range.days
        return days.count == 2 ? days.map { WeekdayRange(first: $0, last: $0) } : [range]
    }
}
