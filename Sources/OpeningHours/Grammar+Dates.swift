extension Scanner {
    mutating func dateRange() -> DateRange? {
        attempt { $0.dates() } ?? attempt { $0.months() }
    }

    private mutating func dates() -> DateRange? {
        guard var from = date() else { return nil }
        let plain = from
        if let end = attempt({ $0.lastDate(after: &from) }) { return .dates(from: from, end: .on(end)) }
        from = plain
        offset(&from)
        return .dates(from: from, end: take("+") ? .never : .same)
    }

    private mutating func lastDate(after from: inout DateBound) -> DateBound? {
        offset(&from)
        _ = take(" ")
        guard take("-") else { return nil }
        _ = take(" ")
        guard var end = attempt({ $0.date() }) ?? dayNumber(after: from) else { return nil }
        offset(&end)
        return end
    }

    private mutating func offset(_ bound: inout DateBound) {
        if let nearest = attempt({ scanner in
            scanner.sign().flatMap { sign in scanner.weekday().map { DateBound.Nearest(weekday: $0, after: sign > 0) } }
        }) {
            bound.nearest = nearest
        }
        bound.offset = dayOffset() ?? 0
    }

    private mutating func date() -> DateBound? {
        attempt { $0.calendarDate() } ?? attempt { $0.easter() }
    }

    private mutating func calendarDate() -> DateBound? {
        let year = year()
        if year != nil { _ = take(" ") }
        guard let month = month() else { return nil }
        _ = take(" ")
        guard let day = dayNumber() else {
            miss(.dayNumber)
            return nil
        }
        return DateBound(year: year, anchor: .day(month: month, day: day))
    }

    private mutating func easter() -> DateBound? {
        let year = year()
        return take(word: "easter") ? DateBound(year: year, anchor: .easter) : nil
    }

    private mutating func dayNumber(after from: DateBound) -> DateBound? {
        guard let day = dayNumber() else {
            miss(.dayNumber)
            return nil
        }
        guard case .day(let month, _) = from.anchor else { return nil }
        return DateBound(year: from.year, anchor: .day(month: month, day: day))
    }

    private mutating func dayNumber() -> Int? {
        twoDigits(0...31) ?? digit()
    }

    private mutating func months() -> DateRange? {
        let year = year()
        guard let first = month() else { return nil }
        let last = attempt { $0.take("-") ? $0.month() : nil }
        return .months(year: year, first: first, last: last ?? first)
    }

    private mutating func month() -> Int? {
        if let index = take(oneOf: monthCodes) { return index + 1 }
        miss(.month)
        return nil
    }

    private mutating func year() -> Int? {
        attempt {
            guard let first = $0.digit(1...9), let second = $0.digit(), first > 1 || second == 9,
                let third = $0.digit(), let fourth = $0.digit()
            else { return nil }
            return first * 1000 + second * 100 + third * 10 + fourth
        }
    }

    mutating func yearRange() -> YearRange? {
        guard let first = year() else { return nil }
        if take("+") { return YearRange(first: first, last: YearRange.end) }
        guard let last = attempt({ $0.take("-") ? $0.year() : nil }) else {
            return YearRange(first: first, last: first)
        }
        return YearRange(first: first, last: last, step: step())
    }

    mutating func weekRange() -> WeekRange? {
        guard let first = week() else { return nil }
        guard let last = attempt({ $0.take("-") ? $0.week() : nil }) else {
            return WeekRange(first: first, last: first)
        }
        return WeekRange(first: first, last: last, step: step())
    }

    private mutating func week() -> Int? {
        if let week = twoDigits(1...53) { return week }
        miss(.weekNumber)
        return nil
    }

    private mutating func step() -> Int {
        attempt { $0.take("/") ? $0.positiveNumber() : nil } ?? 1
    }
}
