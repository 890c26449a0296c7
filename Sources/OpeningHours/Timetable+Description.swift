extension Timetable: CustomStringConvertible {
    /// The canonical text, which reads back as the same opening hours.
    public var description: String {
        var text = ""
        for (index, rule) in rules.enumerated() {
            if index > 0 { text += rule.join.description }
            text += rule.description
        }
        return text
    }
}

extension Rule.Join {
    var description: String {
        switch self {
        case .replacing: "; "
        case .adding: ", "
        case .fallback: " || "
        }
    }
}

extension Rule {
    var description: String {
        var parts: [String] = []
        if always { parts.append("24/7") }
        if let heading { parts.append("\"\(heading)\":") }
        let wide = [
            years.map(\.description).joined(separator: ","),
            dates.map(\.description).joined(separator: ","),
            weeks.isEmpty ? "" : "week" + weeks.map(\.description).joined(separator: ","),
        ]
        // Years, dates and weeks stand side by side in the grammar that Validata reads. Before a time, a colon
        // keeps `Jan 10:00` from being the 10 January.
        let dates = wide.joined()
        parts.append(dates.isEmpty || !days.isEmpty || times.isEmpty ? dates : dates + ":")
        parts.append(days.description)
        parts.append(times.map(\.description).joined(separator: ","))
        parts.append(state?.description ?? "")
        parts.append(comment.map { "\"\($0)\"" } ?? "")
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Rule.State {
    var description: String {
        switch self {
        case .open: "open"
        case .closed: "off"
        case .unknown: "unknown"
        }
    }
}

extension YearRange {
    var description: String {
        if last == Self.end, first != last { return "\(first)+" }
        return first == last ? "\(first)" : "\(first)-\(last)" + (step > 1 ? "/\(step)" : "")
    }
}

extension WeekRange {
    var description: String {
        let single = padded(first)
        return first == last ? single : "\(single)-\(padded(last))" + (step > 1 ? "/\(step)" : "")
    }
}

extension DaySelector {
    var description: String {
        let days = weekdays.map(\.description).joined(separator: ",")
        let holidays = holidays.map(\.description).joined(separator: ",")
        let parts = (holidaysFirst ? [holidays, days] : [days, holidays]).filter { !$0.isEmpty }
        return parts.joined(separator: ",")
    }
}

extension WeekdayRange {
    var description: String {
        if nth.isEmpty { return first == last ? first.code : "\(first.code)-\(last.code)" }
        let ranks = nth.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
        return "\(first.code)[\(ranks.joined(separator: ","))]" + offsetText(offset)
    }
}

extension Holiday {
    var description: String { (kind == .publicHoliday ? "PH" : "SH") + offsetText(offset) }
}

extension DateRange {
    var description: String {
        switch self {
        case .months(let year, let first, let last):
            let months = first == last ? monthCodes[first - 1] : "\(monthCodes[first - 1])-\(monthCodes[last - 1])"
            return (year.map { "\($0)" } ?? "") + months
        case .dates(let from, .same): return from.description
        case .dates(let from, .never): return from.description + "+"
        case .dates(let from, .on(let end)): return from.description + "-" + end.description
        }
    }
}

extension DateBound {
    var description: String {
        var text = year.map(String.init) ?? ""
        switch anchor {
        case .easter: text += "easter"
        case .day(let month, let day): text += (year == nil ? "" : " ") + monthCodes[month - 1] + " " + padded(day)
        }
        if let nearest { text += (nearest.after ? "+" : "-") + nearest.weekday.code }
        return text + offsetText(offset)
    }
}

extension TimeSpan {
    var description: String {
        var text = start.description
        if let end { text += "-" + end.description }
        if openEnd { text += "+" }
        switch every {
        case nil: break
        case .minutes(let minutes): text += "/" + padded(minutes)
        case .hoursAndMinutes(let minutes): text += "/" + clockText(minutes)
        }
        return text
    }
}

extension ClockTime {
    var description: String {
        switch self {
        case .clock(let minutes): return clockText(minutes)
        case .sun(let event, 0): return event.rawValue
        case .sun(let event, let offset):
            return "(\(event.rawValue)\(offset < 0 ? "-" : "+")\(clockText(abs(offset))))"
        }
    }
}

func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

func clockText(_ minutes: Int) -> String { padded(minutes / 60) + ":" + padded(minutes % 60) }

private func offsetText(_ days: Int) -> String {
    days == 0 ? "" : " \(days < 0 ? "-" : "+")\(abs(days)) day\(abs(days) == 1 ? "" : "s")"
}
