/// What the rules say of one day, from its midnight to the end of the next day for hours that cross midnight.
struct DaySchedule {
    private struct Stretch {
        var start: Int
        var end: Int
        var state: OpeningState
    }

    private static let length = 2 * 1440
    /// Stretches of minutes in no order, none over another.
    private var stretches: [Stretch] = []

    init(of day: LocalDay, _ rules: [Rule], _ calendar: OpeningCalendar) {
        for rule in rules where rule.selects(day, calendar) { apply(rule, calendar) }
    }

    subscript(minute: Int) -> OpeningState? {
        stretches.first { $0.start <= minute && minute < $0.end }?.state
    }

    /// The minutes at which something may change.
    var turns: [Int] { stretches.flatMap { [$0.start, $0.end] } }

    private mutating func apply(_ rule: Rule, _ calendar: OpeningCalendar) {
        let state: OpeningState
        switch rule.effect {
        case .open: state = .open
        case .closed: state = .closed
        case .unknown: state = .unknown
        }
        if rule.join == .replacing, state != .closed { stretches.removeAll() }
        for span in rule.times.isEmpty ? [TimeSpan.wholeDay] : rule.times {
            let (start, end) = span.minutes(calendar)
            let stretch = Stretch(start: start, end: end, state: state)
            rule.join == .fallback ? fill(stretch) : paint(stretch)
            if span.openEnd, state == .open {
                fill(Stretch(start: end, end: latestEnd(after: end), state: .unknown))
            }
        }
    }

    /// Puts a stretch over what it covers.
    private mutating func paint(_ new: Stretch) {
        let end = min(new.end, Self.length)
        guard new.start < end else { return }
        stretches = stretches.flatMap { old -> [Stretch] in
            let before = Stretch(start: old.start, end: min(old.end, new.start), state: old.state)
            let after = Stretch(start: max(old.start, end), end: old.end, state: old.state)
            return [before, after].filter { $0.start < $0.end }
        }
        stretches.append(Stretch(start: new.start, end: end, state: new.state))
    }

    /// Puts a stretch where nothing else is open.
    private mutating func fill(_ new: Stretch) {
        let kept = stretches.filter { $0.state != .closed }
        paint(new)
        for stretch in kept { paint(stretch) }
    }

    /// Until when an open end may last, as opening_hours.js has it: midnight, or into the night for an evening.
    private func latestEnd(after end: Int) -> Int {
        if end >= 22 * 60 { return end / 60 * 60 + 8 * 60 }
        return end >= 17 * 60 ? end / 60 * 60 + 10 * 60 : 1440
    }
}

extension TimeSpan {
    fileprivate func minutes(_ calendar: OpeningCalendar) -> (start: Int, end: Int) {
        let start = start.minute(calendar) % 1440
        let end = end?.minute(calendar) ?? start
        return (start, end <= start && self.end != nil ? end + 1440 : end)
    }
}

extension ClockTime {
    fileprivate func minute(_ calendar: OpeningCalendar) -> Int {
        switch self {
        case .clock(let minutes): minutes
        case .sun(let event, let offset): max(0, (calendar.sun[event] ?? 720) + offset)
        }
    }
}
