extension Scanner {
    mutating func timeSpan() -> TimeSpan? {
        guard let start = time() else { return nil }
        var span = TimeSpan(start: start)
        span.end = attempt {
            if $0.take("-") { return $0.extendedTime() }
            $0.miss(.dash)
            return nil
        }
        span.every = span.end == nil ? nil : attempt { $0.take("/") ? $0.rhythm() : nil }
        span.openEnd = span.every == nil && take("+")
        return span
    }

    private mutating func rhythm() -> TimeSpan.Rhythm? {
        if let every = attempt({ $0.hourMinutes(hours: 0...24) }) { return .hoursAndMinutes(every) }
        return twoDigits(0...59).map(TimeSpan.Rhythm.minutes)
    }

    private mutating func time() -> ClockTime? {
        attempt { $0.hourMinutes(hours: 0...24) }.map(ClockTime.clock) ?? sunTime()
    }

    private mutating func extendedTime() -> ClockTime? {
        attempt { $0.hourMinutes(hours: 0...48) }.map(ClockTime.clock) ?? sunTime()
    }

    private mutating func hourMinutes(hours: ClosedRange<Int>) -> Int? {
        guard let hour = twoDigits(hours) else {
            miss(.time)
            return nil
        }
        guard take(":") else {
            miss(.colon)
            return nil
        }
        guard let minute = twoDigits(0...59) else {
            miss(.minutes)
            return nil
        }
        return hour * 60 + minute
    }

    private mutating func sunTime() -> ClockTime? {
        if let event = sunEvent() { return .sun(event, offset: 0) }
        return attempt {
            guard $0.take("("), let event = $0.sunEvent(), let sign = $0.sign(),
                let minutes = $0.hourMinutes(hours: 0...24)
            else { return nil }
            guard $0.take(")") else {
                $0.miss(.closingBracket)
                return nil
            }
            return .sun(event, offset: sign * minutes)
        }
    }

    private mutating func sunEvent() -> SunEvent? {
        SunEvent.allCases.first { take(word: $0.rawValue) }
    }
}
