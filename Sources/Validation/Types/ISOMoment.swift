import Norms

/// Moments of ISO 8601, in the forms that dateutil's `isoparse` reads: Validata relies on it.
enum ISOMoment {
    /// A date, any sign, a time.
    static func moment(_ text: Bytes) -> DateParts? {
        guard text.allSatisfy({ $0 < 0x80 }), let (day, end) = common(text) ?? uncommon(text) else { return nil }
        guard end < text.count else { return DateParts(day: day) }
        guard let clock = time(text.part(min(end + 1, text.count)..<text.count)) else { return nil }
        guard clock.micros == 86_400_000_000 else {
            return DateParts(day: day, micros: clock.micros, offset: clock.offset)
        }
        return CalendarDay(ordinal: day.ordinal + 1).map { DateParts(day: $0, micros: 0, offset: clock.offset) }
    }

    private static func digits(_ text: Bytes, _ place: Int, _ count: Int) -> Int? {
        guard place >= 0, place + count <= text.count else { return nil }
        var number = 0
        for byte in text[place..<place + count] {
            guard byte.isDigit else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }

    private static func common(_ text: Bytes) -> (CalendarDay, Int)? {
        guard let year = digits(text, 0, 4) else { return nil }
        guard text.count > 4 else { return CalendarDay(year: year, month: 1, day: 1).map { ($0, 4) } }
        let dashed = text[4] == 0x2D
        var place = dashed ? 5 : 4
        guard let month = digits(text, place, 2) else { return nil }
        place += 2
        if place >= text.count {
            return dashed ? CalendarDay(year: year, month: month, day: 1).map { ($0, place) } : nil
        }
        if dashed {
            guard text[place] == 0x2D else { return nil }
            place += 1
        }
        guard let day = digits(text, place, 2) else { return nil }
        return CalendarDay(year: year, month: month, day: day).map { ($0, place + 2) }
    }

    /// Weeks (`2024-W05-2`) and days of the year (`2024-123`).
    private static func uncommon(_ text: Bytes) -> (CalendarDay, Int)? {
        guard let year = digits(text, 0, 4), year >= 1, text.count > 4 else { return nil }
        let dashed = text[4] == 0x2D
        let place = dashed ? 5 : 4
        if place < text.count, text[place] == 0x57 { return week(text, year, place + 1, dashed) }
        guard let number = digits(text, place, 3), number >= 1, number <= (CalendarDay.isLeap(year) ? 366 : 365) else {
            return nil
        }
        return CalendarDay(ordinal: CalendarDay.daysBefore(year: year) + number - 1).map { ($0, place + 3) }
    }

    private static func week(_ text: Bytes, _ year: Int, _ start: Int, _ dashed: Bool) -> (CalendarDay, Int)? {
        guard let week = digits(text, start, 2), 1...53 ~= week,
            let fourth = CalendarDay(year: year, month: 1, day: 4)
        else { return nil }
        var place = start + 2
        var day = 1
        if place < text.count {
            guard (text[place] == 0x2D) == dashed else { return nil }
            if dashed { place += 1 }
            guard let given = digits(text, place, 1), 1...7 ~= given else { return nil }
            day = given
            place += 1
        }
        return CalendarDay(ordinal: fourth.ordinal - fourth.weekday + (week - 1) * 7 + day - 1).map { ($0, place) }
    }

    /// A time of the day; 24:00 is 86,400,000,000 microseconds.
    static func time(_ text: Bytes) -> (micros: Int, offset: Int?)? {
        guard text.count >= 2 else { return nil }
        var parts = [0, 0, 0, 0]
        var offset: Int?
        var place = 0
        var part = -1
        var coloned = false
        while place < text.count, part < 5 {
            part += 1
            if [0x2D, 0x2B, 0x5A, 0x7A].contains(text[place]) {
                guard let zone = zone(text.part(place..<text.count)) else { return nil }
                offset = zone
                place = text.count
                break
            }
            if part == 1, text[place] == 0x3A {
                coloned = true
                place += 1
            } else if part == 2, coloned {
                guard text[place] == 0x3A else { return nil }
                place += 1
            }
            if part < 3 {
                guard let number = digits(text, place, 2) else { return nil }
                parts[part] = number
                place += 2
            } else if part == 3, let fraction = fraction(text, place) {
                parts[3] = fraction.micros
                place = fraction.end
            }
        }
        guard place == text.count else { return nil }
        if parts[0] == 24 { return parts[1...].allSatisfy { $0 == 0 } ? (86_400_000_000, offset) : nil }
        guard parts[0] < 24, parts[1] < 60, parts[2] < 60 else { return nil }
        return (((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1_000_000 + parts[3], offset)
    }

    private static func fraction(_ text: Bytes, _ start: Int) -> (micros: Int, end: Int)? {
        guard text[start] == 0x2E || text[start] == 0x2C else { return nil }
        var place = start + 1
        var micros = 0
        while place < text.count, text[place].isDigit {
            if place - start <= 6 { micros = micros * 10 + Int(text[place] - 0x30) }
            place += 1
        }
        guard place > start + 1 else { return nil }
        for _ in min(place - start - 1, 6)..<6 { micros *= 10 }
        return (micros, place)
    }

    private static func zone(_ text: Bytes) -> Int? {
        if text.count == 1, text[0] | 0x20 == 0x7A { return 0 }
        guard [3, 5, 6].contains(text.count), text[0] == 0x2D || text[0] == 0x2B, let hours = digits(text, 1, 2) else {
            return nil
        }
        var minutes = 0
        if text.count > 3 {
            let place = text[3] == 0x3A ? 4 : 3
            guard text.count == place + 2, let given = digits(text, place, 2) else { return nil }
            minutes = given
        }
        guard hours < 24, minutes < 60 else { return nil }
        return (text[0] == 0x2D ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }
}
