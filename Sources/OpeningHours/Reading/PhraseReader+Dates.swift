extension PhraseReader {
    var startsDates: Bool {
        var ahead = self
        _ = ahead.take(.colon, .comma)
        return ahead.dates() != nil
    }

    mutating func dates() -> DateRange? {
        attempt { $0.daysOfOneMonth() } ?? attempt { $0.datesFromTo() } ?? attempt { $0.months() }
    }

    /// « du 1er au 15 avril »
    mutating func daysOfOneMonth() -> DateRange? {
        guard case .number(let first, _, _) = token(), 1...31 ~= first else { return nil }
        index += 1
        guard take(.dash, .to), let end = date() else { return nil }
        guard case .day(let month, let last) = end.anchor, first < last else { return nil }
        return .dates(from: DateBound(year: end.year, anchor: .day(month: month, day: first)), end: .on(end))
    }

    mutating func datesFromTo() -> DateRange? {
        guard var from = date() else { return nil }
        guard let end = attempt({ $0.take(.dash, .to) ? $0.date() : nil }) else {
            return .dates(from: from, end: .same)
        }
        // « du 1er avril au 30 septembre 2024 »: the year stands for both.
        if from.year == nil, let year = end.year { from.year = from.isAfter(end) ? year - 1 : year }
        return (from.year == nil) == (end.year == nil) ? .dates(from: from, end: .on(end)) : nil
    }

    mutating func date() -> DateBound? {
        if case .date(let day, let month, let year) = token() {
            index += 1
            return DateBound(year: year, anchor: .day(month: month, day: day))
        }
        guard case .number(let day, _, _) = token(), case .month(let month, _) = token(1) else { return nil }
        guard 1...daysOfMonth(month, leap: true) ~= day else { return nil }
        index += 2
        return DateBound(year: year(), anchor: .day(month: month, day: day))
    }

    mutating func year() -> Int? {
        guard case .year(let year) = token() else { return nil }
        index += 1
        return year
    }

    mutating func months() -> DateRange? {
        guard let first = month() else { return nil }
        let last = attempt { $0.take(.dash, .to) ? $0.month() : nil } ?? first
        return .months(year: year(), first: first, last: last)
    }

    mutating func month() -> Int? {
        guard case .month(let month, _) = token() else { return nil }
        index += 1
        return month
    }
}

extension DateBound {
    fileprivate func isAfter(_ other: DateBound) -> Bool {
        guard case .day(let month, let day) = anchor, case .day(let otherMonth, let otherDay) = other.anchor else {
            return false
        }
        return (month, day) > (otherMonth, otherDay)
    }
}
