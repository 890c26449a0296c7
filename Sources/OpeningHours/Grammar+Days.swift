extension Scanner {
    mutating func daySelector() -> DaySelector? {
        var selector = DaySelector()
        if let holidays = list({ $0.holiday() }) {
            selector.holidays = holidays
            selector.weekdays = attempt { $0.take(",") ? $0.list { $0.weekdayRange() } : nil } ?? []
            selector.holidaysFirst = !selector.weekdays.isEmpty
        } else if let weekdays = list({ $0.weekdayRange() }) {
            selector.weekdays = weekdays
            selector.holidays = attempt { $0.take(",") ? $0.list { $0.holiday() } : nil } ?? []
        }
        return selector.isEmpty ? nil : selector
    }

    mutating func weekday() -> Weekday? {
        if let index = take(oneOf: Weekday.allCases.map(\.code)) { return Weekday(rawValue: index) }
        miss(.weekday)
        return nil
    }

    private mutating func weekdayRange() -> WeekdayRange? {
        guard let first = weekday() else { return nil }
        if let range = attempt({ $0.numbered(first) }) { return range }
        let last = attempt { $0.take("-") ? $0.weekday() : nil }
        return WeekdayRange(first: first, last: last ?? first)
    }

    private mutating func numbered(_ day: Weekday) -> WeekdayRange? {
        guard take("["), let nth = list({ $0.nth() }) else { return nil }
        guard take("]") else {
            miss(.closingBracket)
            return nil
        }
        return WeekdayRange(first: day, last: day, nth: nth, offset: dayOffset() ?? 0)
    }

    private mutating func nth() -> ClosedRange<Int>? {
        if take("-") {
            if let number = digit(1...5) { return -number ... -number }
        } else if let first = digit(1...5) {
            let last = attempt { $0.take("-") ? $0.digit(1...5) : nil } ?? first
            return min(first, last)...max(first, last)
        }
        miss(.nth)
        return nil
    }

    private mutating func holiday() -> Holiday? {
        if take(word: "PH") { return Holiday(kind: .publicHoliday, offset: dayOffset() ?? 0) }
        if take(word: "SH") { return Holiday(kind: .schoolHoliday) }
        return nil
    }

    /// ` +1 day`, ` -2 days`.
    mutating func dayOffset() -> Int? {
        attempt {
            guard $0.take(" "), let sign = $0.sign(), let days = $0.positiveNumber(), $0.take(word: " day")
            else { return nil }
            _ = $0.take("s")
            return sign * days
        }
    }

    mutating func sign() -> Int? {
        if take("+") { return 1 }
        return take("-") ? -1 : nil
    }

    /// A number above zero; `Int.max` where it is too large to count with.
    mutating func positiveNumber() -> Int? {
        attempt {
            var number: Int?
            while let digit = $0.digit() {
                let (tens, overflow) = (number ?? 0).multipliedReportingOverflow(by: 10)
                number = overflow || tens > .max - digit ? .max : tens + digit
            }
            return number.flatMap { $0 > 0 ? $0 : nil }
        }
    }
}
