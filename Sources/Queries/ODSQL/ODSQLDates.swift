import Foundation

extension ODSQL {
    /// A date as people write it: `2017`, `2017-04`, `2018/04/01`, `2017-04-03T08:02`, with seconds and a zone or not.
    /// What is not said is the beginning.
    static func date(_ text: String, at start: Int, in context: Context) throws(QueryError) -> FilterExpression {
        guard let date = date(text, in: context) else {
            throw QueryError("“\(text.prefix(40))” is no date", at: start)
        }
        return date
    }

    /// The same; nil if the text is no date.
    static func date(_ text: String, in context: Context) -> FilterExpression? {
        let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == "t" || $0 == " " }
        guard let day = halves.first, let parts = calendarDay(day) else { return nil }
        let written = "\(digits(parts[0], 4))-\(digits(parts[1], 2))-\(digits(parts[2], 2))"
        guard halves.count == 2 else { return .date(written) }
        return time(halves[1], of: parts, in: context).map { .timestamp("\(written)T\($0)") }
    }

    /// Year, month and day.
    private static func calendarDay(_ text: Substring) -> [Int]? {
        var parts: [Int] = []
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "/" }) {
            guard let number = whole(part, digits: parts.isEmpty ? 4...4 : 1...2) else { return nil }
            parts.append(number)
        }
        guard (1...3).contains(parts.count) else { return nil }
        while parts.count < 3 { parts.append(1) }
        let lengths = [31, isLeap(parts[0]) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(parts[1]), (1...lengths[parts[1] - 1]).contains(parts[2]) else { return nil }
        return parts
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    /// `08:02:00Z` of `08:02`: seconds and the zone are added where they are missing.
    private static func time(_ text: Substring, of day: [Int], in context: Context) -> String? {
        let clock = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
        let zone = text.dropFirst(clock.count)
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), let hour = whole(parts[0], digits: 1...2), hour < 24,
            let minute = parts.count > 1 ? whole(parts[1], digits: 2...2) : 0, minute < 60
        else { return nil }
        let seconds = parts.count > 2 ? parts[2] : "00"
        let second = seconds.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = second.first, let number = whole(first, digits: 2...2), number < 60 else { return nil }
        if second.count > 1 { guard whole(second[1], digits: 1...9) != nil else { return nil } }
        guard let offset = offset(zone, of: day, hour, minute, in: context) else { return nil }
        return "\(digits(hour, 2)):\(digits(minute, 2)):\(seconds)\(offset)"
    }

    /// `Z`, `+01:00` of `+0100`; where there is none, what the zone of the question has at that time.
    private static func offset(
        _ zone: Substring, of day: [Int], _ hour: Int, _ minute: Int, in context: Context
    ) -> String? {
        if zone == "Z" || zone == "z" { return "Z" }
        guard zone.isEmpty else {
            let digits = zone.dropFirst().filter { $0 != ":" }
            guard zone.first == "+" || zone.first == "-" || zone.first == " ", digits.count == 4,
                let number = whole(Substring(digits), digits: 4...4), number / 100 < 24, number % 100 < 60
            else { return nil }
            // A plus sign that nobody escaped reaches us as a space.
            return (zone.first == "-" ? "-" : "+") + digits.prefix(2) + ":" + digits.suffix(2)
        }
        let components = DateComponents(year: day[0], month: day[1], day: day[2], hour: hour, minute: minute)
        guard let date = calendar(context).date(from: components) else { return "Z" }
        let seconds = context.timeZone.secondsFromGMT(for: date)
        guard seconds != 0 else { return "Z" }
        let minutes = abs(seconds) / 60
        return (seconds < 0 ? "-" : "+") + digits(minutes / 60, 2) + ":" + digits(minutes % 60, 2)
    }

    private static func whole(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return Int(text)
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }

    /// The calendar of the question.
    static func calendar(_ context: Context) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = context.timeZone
        return calendar
    }

    /// A moment as RFC 3339 writes it.
    static func instant(_ date: Date) -> String { date.formatted(.iso8601) }
}
