extension Rule {
    /// The days of the week that the rule selects.
    var weekdaySet: Set<Weekday> {
        if days.isEmpty { return Set(Weekday.allCases) }
        return Set(days.weekdays.flatMap(\.days))
    }

    /// Whether some day may be selected by both rules.
    func mayShareDays(with other: Rule) -> Bool {
        let share =
            !weekdaySet.isDisjoint(with: other.weekdaySet)
            || !Set(days.holidays.map(\.kind)).isDisjoint(with: other.days.holidays.map(\.kind))
        guard share else { return false }
        if dates.isEmpty || other.dates.isEmpty { return true }
        return dates.contains { one in other.dates.contains { one.mayShareDays(with: $0) } }
    }

    /// Whether hours end the next day (later than midnight) and start before some minute of the day.
    func crossesMidnight(startingBefore limit: Int, endingAfter end: Int = 0) -> Bool {
        times.contains { span in
            span.clockRange.map { $0.end > 1440 + end && $0.start < limit } ?? false
        }
    }

    /// Whether the hours come in their order and do not overlap.
    var hasOrderlyTimes: Bool {
        let spans = times.compactMap(\.clockRange)
        return zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }
    }
}

extension [Rule] {
    /// Whether two rules may select the same day.
    var haveCommonDays: Bool {
        indices.contains { index in self[..<index].contains { self[index].mayShareDays(with: $0) } }
    }
}

extension WeekdayRange {
    /// The days from the first to the last, over the end of the week if need be.
    var days: [Weekday] {
        let length = (last.rawValue - first.rawValue + 7) % 7
        return (0...length).compactMap { Weekday(rawValue: (first.rawValue + $0) % 7) }
    }
}

extension TimeSpan {
    /// Start and end in minutes, the end after the start; nil where the sun decides.
    var clockRange: (start: Int, end: Int)? {
        guard case .clock(let start) = start, case .clock(let end) = end else { return nil }
        return (start, end <= start ? end + 1440 : end)
    }
}

extension DateRange {
    func mayShareDays(with other: DateRange) -> Bool {
        guard let own = stretches, let others = other.stretches, own.hasYear == others.hasYear else { return true }
        return own.ranges.contains { one in others.ranges.contains { one.overlaps($0) } }
    }

    /// The days as numbers that grow with time; nil where Easter or a weekday decides.
    private var stretches: (ranges: [ClosedRange<Int>], hasYear: Bool)? {
        let first: (year: Int?, month: Int, day: Int)
        let last: (year: Int?, month: Int, day: Int)
        switch self {
        case .months(let year, let start, let end): (first, last) = ((year, start, 1), (year, end, 31))
        case .dates(let from, let end):
            guard let start = from.plainDay else { return nil }
            first = start
            switch end {
            case .same: last = start
            case .never: last = (start.year.map { _ in 9999 }, 12, 31)
            case .on(let bound):
                guard let day = bound.plainDay, (day.year == nil) == (start.year == nil) else { return nil }
                last = day
            }
        }
        let start = (first.year ?? 0) * 372 + first.month * 31 + first.day
        let end = (last.year ?? 0) * 372 + last.month * 31 + last.day
        if start <= end { return ([start...end], first.year != nil) }
        return first.year == nil ? ([start...(13 * 31), 32...end], false) : nil
    }
}

extension DateBound {
    fileprivate var plainDay: (year: Int?, month: Int, day: Int)? {
        guard case .day(let month, let day) = anchor, nearest == nil, offset == 0 else { return nil }
        return (year, month, day)
    }
}
