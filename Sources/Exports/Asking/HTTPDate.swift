public import Foundation

/// Dates as headers write them (RFC 9110, §5.6.7), to the second.
public enum HTTPDate {
    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    public static func text(_ date: Date) -> String {
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second, .weekday], from: whole(date))
        func two(_ number: Int?) -> String { String((number ?? 0) + 100).suffix(2).description }
        let year = String((parts.year ?? 0) + 10_000).suffix(4)
        return "\(days[(parts.weekday ?? 1) - 1]), \(two(parts.day)) \(months[(parts.month ?? 1) - 1]) \(year) "
            + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) GMT"
    }

    /// Reads the three ways in which dates may be written; nil for anything else.
    public static func date(_ text: String) -> Date? {
        guard text.utf8.count <= 40, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        // Sunday, 06-Nov-94 08:49:37 GMT has its parts in the same order as the usual form.
        if words.count == 6, words[5] == "GMT" {
            return date(day: words[1], month: words[2], year: words[3], time: words[4])
        }
        // Sun Nov  6 08:49:37 1994
        if words.count == 5 { return date(day: words[2], month: words[1], year: words[4], time: words[3]) }
        return nil
    }

    /// The date without the parts of a second.
    public static func whole(_ date: Date) -> Date {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        // What a year of four digits cannot say.
        return Date(timeIntervalSince1970: min(max(seconds, -62_135_596_800), 253_402_300_799))
    }

    private static func date(day: String, month: String, year: String, time: String) -> Date? {
        let clock = time.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0), 2...2) }
        guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            hour < 24, minute < 60, second < 61, let day = number(day, 1...2), (1...31).contains(day),
            let place = months.firstIndex(of: month), var year = number(year, 2...4)
        else { return nil }
        // A year of two digits that seems more than 50 years ahead is past. Nothing is known here of today's date, and
        // nobody publishes with such a clock.
        if year < 100 { year += year < 70 ? 2000 : 1900 }
        let parts = DateComponents(
            year: year, month: place + 1, day: day, hour: hour, minute: minute, second: min(second, 59))
        return calendar.date(from: parts)
    }

    private static func number(_ word: String, _ lengths: ClosedRange<Int>) -> Int? {
        lengths.contains(word.utf8.count) && word.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(word) : nil
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
        return calendar
    }()
}
