extension Moment {
    /// A date, an instant, a month or a year, as ISO 8601 writes them (`2019-12-31T08:30:00.5+01:00`, `2019-12`).
    /// An instant without its offset is taken for UTC. Nil for anything else, and for days that no calendar has.
    init?(_ text: String) {
        var text = text
        guard let moment = text.withUTF8({ Moment(reading: $0) }) else { return nil }
        self = moment
    }

    /// The same, from UTF-8.
    init?(reading bytes: UnsafeBufferPointer<UInt8>) {
        var rest = bytes[...]
        guard let year = rest.takeDigits(4) else { return nil }
        guard !rest.isEmpty else {
            self.init(days: Self.day(year: year, month: 1, day: 1), Self.day(year: year, month: 12, day: 31), .year)
            return
        }
        guard rest.take(0x2D), let month = rest.takeDigits(2), (1...12).contains(month) else { return nil }
        guard !rest.isEmpty else {
            let last = Self.daysIn(month: month, of: year)
            self.init(
                days: Self.day(year: year, month: month, day: 1), Self.day(year: year, month: month, day: last), .month)
            return
        }
        guard rest.take(0x2D), let date = rest.takeDigits(2), (1...Self.daysIn(month: month, of: year)).contains(date)
        else { return nil }
        let day = Self.day(year: year, month: month, day: date)
        guard !rest.isEmpty else {
            self.init(days: day, day, .day)
            return
        }
        guard rest.take(0x54) || rest.take(0x74) || rest.take(0x20), let time = rest.takeTime() else { return nil }
        guard let offset = rest.takeOffset(), rest.isEmpty else { return nil }
        let instant = day * Self.microsecondsPerDay + time - offset
        self.init(first: instant, last: instant, grain: .instant)
    }

    private init(days first: Int64, _ last: Int64, _ grain: Grain) {
        self.init(
            first: first * Self.microsecondsPerDay, last: (last + 1) * Self.microsecondsPerDay - 1, grain: grain)
    }

    /// Whether a text is a date (`2019-12-31`).
    static func isDate(_ text: String) -> Bool { Moment(text)?.grain == .day }

    /// Whether a text is an instant (`2019-12-31T08:30:00Z`).
    static func isTimestamp(_ text: String) -> Bool { Moment(text)?.grain == .instant }

    /// As it is written: a day as `2019-12-31`, an instant in UTC.
    var written: String {
        let (year, month, day) = date
        func padded(_ number: Int, _ width: Int = 2) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        var text = padded(year, 4)
        if grain == .year { return text }
        text += "-" + padded(month)
        if grain == .month { return text }
        text += "-" + padded(day)
        if grain == .day { return text }
        let time = Int(first - self.day * Self.microsecondsPerDay)
        let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1_000_000)
        text += "T" + padded(seconds / 3600) + ":" + padded(seconds / 60 % 60) + ":" + padded(seconds % 60)
        if fraction > 0 {
            var digits = padded(fraction, 6)
            while digits.utf8.last == 0x30 { digits.removeLast() }
            text += "." + digits
        }
        return text + "Z"
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate mutating func take(_ byte: UInt8) -> Bool {
        guard first == byte else { return false }
        removeFirst()
        return true
    }

    fileprivate mutating func takeDigits(_ count: Int) -> Int? {
        guard self.count >= count else { return nil }
        var number = 0
        for byte in prefix(count) {
            guard byte.isDigit else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        removeFirst(count)
        return number
    }

    /// `08:30:00.5` in microseconds; seconds may miss, and more than six decimals are not looked at.
    fileprivate mutating func takeTime() -> Int64? {
        guard let hours = takeDigits(2), hours < 24, take(0x3A), let minutes = takeDigits(2), minutes < 60 else {
            return nil
        }
        var time = Int64(hours * 3600 + minutes * 60) * 1_000_000
        guard take(0x3A) else { return time }
        // A leap second is the second that follows.
        guard let seconds = takeDigits(2), seconds <= 60 else { return nil }
        time += Int64(seconds) * 1_000_000
        guard take(0x2E) else { return time }
        var weight: Int64 = 100_000
        guard first?.isDigit == true else { return nil }
        while let byte = first, byte.isDigit {
            time += Int64(byte - 0x30) * weight
            weight /= 10
            removeFirst()
        }
        return time
    }

    /// `Z`, `+01:00` or nothing, in microseconds.
    fileprivate mutating func takeOffset() -> Int64? {
        if isEmpty || take(0x5A) || take(0x7A) { return 0 }
        let sign: Int64 = take(0x2D) ? -1 : take(0x2B) ? 1 : 0
        guard sign != 0, let hours = takeDigits(2), hours < 24 else { return nil }
        _ = take(0x3A)
        let minutes = isEmpty ? 0 : takeDigits(2)
        guard let minutes, minutes < 60 else { return nil }
        return sign * Int64(hours * 3600 + minutes * 60) * 1_000_000
    }
}
