import Foundation

/// Dates of the calendar and instants, as the web writes them.
enum Instants {
    /// An instant in UTC, to the second: `2024-03-01T08:30:00Z` (RFC 3339).
    static func text(_ date: Date) -> String {
        let (day, second) = parts(date)
        let (year, month, dayOfMonth) = civil(day)
        return
            "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))T\(clock(second))Z"
    }

    /// A date as HTTP headers write it: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, §5.6.7).
    static func header(_ date: Date) -> String {
        let (day, second) = parts(date)
        let (year, month, dayOfMonth) = civil(day)
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((day % 7) + 7) % 7]
        return
            "\(weekday), \(padded(dayOfMonth, 2)) \(months[month - 1]) \(padded(year, 4)) \(clock(second)) GMT"
    }

    /// The day counted from 1 January 1970, and the second of the day.
    private static func parts(_ date: Date) -> (day: Int, second: Int) {
        let seconds = Int(max(-6e10, min(2.5e11, date.timeIntervalSince1970.rounded(.down))))
        let day = Int((Double(seconds) / 86_400).rounded(.down))
        return (day, seconds - day * 86_400)
    }

    private static func clock(_ second: Int) -> String {
        "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    }

    /// Whether a text is a day that exists: `2024-02-29`.
    static func isDay(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]), let day = digits(bytes[8..<10])
        else { return false }
        return (1...12).contains(month) && day >= 1 && day <= length(of: month, in: year)
    }

    /// Whether a text is an instant (RFC 3339, §5.6): `2024-02-29T08:30:00.5+01:00`.
    static func isInstant(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 64, isDay(String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"), isClock(bytes[11..<19])
        else { return false }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            let decimals = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard !decimals.isEmpty else { return false }
            rest = rest[decimals.endIndex...]
        }
        if rest.elementsEqual([UInt8(ascii: "Z")]) || rest.elementsEqual([UInt8(ascii: "z")]) { return true }
        let zone = Array(rest)
        guard zone.count == 6, zone[0] == UInt8(ascii: "+") || zone[0] == UInt8(ascii: "-"),
            zone[3] == UInt8(ascii: ":"), let hour = digits(zone[1..<3]), let minute = digits(zone[4..<6])
        else { return false }
        return hour < 24 && minute < 60
    }

    private static func isClock(_ bytes: ArraySlice<UInt8>) -> Bool {
        let clock = Array(bytes)
        guard clock[2] == UInt8(ascii: ":"), clock[5] == UInt8(ascii: ":"), let hour = digits(clock[0..<2]),
            let minute = digits(clock[3..<5]), let second = digits(clock[6..<8])
        else { return false }
        // A minute may have a leap second.
        return hour < 24 && minute < 60 && second <= 60
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }

    private static func length(of month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// The date of a day counted from 1 January 1970, in the Gregorian calendar (Howard Hinnant's algorithm).
    private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let place = (5 * dayOfYear + 2) / 153
        let month = place < 10 ? place + 3 : place - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * place + 2) / 5 + 1)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
