extension PhraseReader {
    mutating func days() throws(Doubt) -> DaySelector? {
        var selector = DaySelector()
        var lonely = 0
        while true {
            let start = index
            let isJoined = !selector.isEmpty && take(.comma, .and, .slash)
            _ = isJoined && take(.and)
            guard let item = attempt({ $0.dayItem() }) else {
                index = start
                break
            }
            lonely += !selector.isEmpty && !isJoined ? 1 : 0
            selector.weekdays += item.weekdays
            selector.holidays += item.holidays
        }
        // « lundi vendredi » could be from the one to the other.
        if lonely > 0, selector.weekdays.count == 2 { throw .workingDays }
        return selector.isEmpty ? nil : selector
    }

    mutating func dayItem() -> DaySelector? {
        var selector = DaySelector()
        switch token() {
        case .weekday(let first, _):
            if let days = attempt({ $0.dashedDays() }) { return DaySelector(weekdays: days) }
            index += 1
            let last = attempt { reader -> Weekday? in
                guard reader.take(.dash, .to), case .weekday(let day, _) = reader.token() else { return nil }
                reader.index += 1
                return day
            }
            selector.weekdays = [WeekdayRange(first: first, last: last ?? first)]
        case .days(let first, let last):
            index += 1
            selector.weekdays = [WeekdayRange(first: first, last: last)]
        case .publicHolidays:
            index += 1
            selector.holidays = [Holiday(kind: .publicHoliday)]
        case .schoolHolidays:
            index += 1
            selector.holidays = [Holiday(kind: .schoolHoliday)]
        case .number(_, _, isRank: true):
            guard let ranks = list({ $0.rank() }), case .weekday(let day, _) = token() else { return nil }
            index += 1
            selector.weekdays = [WeekdayRange(first: day, last: day, nth: ranks.map { $0...$0 })]
        default: return nil
        }
        return selector
    }

    /// « lundi-mardi-jeudi »: three days or more between hyphens are a list.
    mutating func dashedDays() -> [WeekdayRange]? {
        var days: [WeekdayRange] = []
        repeat {
            guard case .weekday(let day, _) = token() else { return nil }
            index += 1
            days.append(WeekdayRange(first: day, last: day))
        } while take(.dash)
        return days.count > 2 ? days : nil
    }

    mutating func rank() -> Int? {
        guard case .number(let rank, _, isRank: true) = token(), 1...5 ~= rank else { return nil }
        index += 1
        return rank
    }
}
