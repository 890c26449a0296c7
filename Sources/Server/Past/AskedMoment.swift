import Exports
import Foundation
import Hummingbird
import Portal

/// The moment of the past that a request asks for: `?au=2026-10-01` is the end of that day in Paris,
/// `?au=2026-10-01T12:00:00Z` (RFC 3339) is that instant.
struct AskedMoment {
    /// The moment as the address says it.
    let text: String
    let date: Date
    private let isDay: Bool

    /// The moment as pages say it.
    var words: PastMoment { PastMoment(asked: text, date: isDay ? date.addingTimeInterval(-1) : date, isDay: isDay) }

    /// Nil where the present is asked for: nothing is said, or today.
    init?(_ text: String, now: Date) throws(PageProblem) {
        guard !text.isEmpty else { return nil }
        // A plus sign that was not encoded arrives as a space.
        let written = text.replacing(" ", with: "+")
        guard let date = Self.endOfDay(written) ?? Self.instant(written) else {
            throw PageProblem(status: .badRequest, page: .badMoment)
        }
        isDay = written.utf8.count == 10
        // The clock of whoever asks may be a minute fast.
        let begins = isDay ? Self.paris.date(byAdding: .day, value: -1, to: date) ?? date : date
        guard begins <= now.addingTimeInterval(60) else { throw PageProblem(status: .badRequest, page: .future) }
        guard date < now else { return nil }
        self.text = written
        // What is published at the very end of a day is published on that day, not at the beginning of the next.
        self.date = isDay ? date.addingTimeInterval(-0.001) : date
    }

    /// The moment of a header (RFC 7089), written as an address says it.
    static func address(ofHeader header: String) -> String? {
        HTTPDate.date(header).map { $0.formatted(.iso8601) }
    }

    /// When a day of the calendar is over; nil for what is none.
    private static func endOfDay(_ text: String) -> Date? {
        start(of: text[...], in: paris).flatMap { paris.date(byAdding: .day, value: 1, to: $0) }
    }

    /// When a day begins.
    private static func start(of text: Substring, in calendar: Calendar) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(bytes[0..<4], 1900...9998),
            let month = number(bytes[5..<7], 1...12), let day = number(bytes[8..<10], 1...31)
        else { return nil }
        let parts = DateComponents(calendar: calendar, year: year, month: month, day: day)
        return parts.isValidDate ? calendar.date(from: parts) : nil
    }

    /// `2026-10-01T12:00:00.5+02:00`: a day, a time, and always a zone, or nobody knew which instant it is.
    private static func instant(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard (20...35).contains(bytes.count), bytes.allSatisfy({ $0 < 0x80 }), bytes[10] | 0x20 == 0x74,
            bytes[13] == 0x3A, bytes[16] == 0x3A, let day = start(of: text.prefix(10), in: greenwich),
            let hour = number(bytes[11..<13], 0...23), let minute = number(bytes[14..<16], 0...59),
            let second = number(bytes[17..<19], 0...60)
        else { return nil }
        var rest = bytes[19...]
        var fraction = 0.0
        if rest.first == 0x2E {
            let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard !digits.isEmpty else { return nil }
            fraction = Double("0." + String(decoding: digits, as: UTF8.self)) ?? 0
            rest = rest[digits.endIndex...]
        }
        guard let offset = offset(Array(rest)) else { return nil }
        return day.addingTimeInterval(Double(hour * 3600 + minute * 60 + second - offset) + fraction)
    }

    /// The seconds of a zone: `Z`, `+02:00`.
    private static func offset(_ zone: [UInt8]) -> Int? {
        if zone == [0x5A] || zone == [0x7A] { return 0 }
        guard zone.count == 6, zone[0] == 0x2B || zone[0] == 0x2D, zone[3] == 0x3A,
            let hour = number(zone[1..<3], 0...23), let minute = number(zone[4..<6], 0...59)
        else { return nil }
        return (hour * 3600 + minute * 60) * (zone[0] == 0x2D ? -1 : 1)
    }

    private static func number(_ digits: ArraySlice<UInt8>, _ bounds: ClosedRange<Int>) -> Int? {
        var number = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return bounds.contains(number) ? number : nil
    }

    private static let paris = calendar("Europe/Paris")
    private static let greenwich = calendar("GMT")

    private static func calendar(_ zone: String) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
        return calendar
    }
}

extension AskedMoment {
    /// The headers of an answer that shows the past (RFC 7089): when it became what it is, and where the present is. It
    /// may be kept for an hour and not for ever: what is hidden today must be gone from the past too.
    func headers(since date: Date?, of path: String, isPublic: Bool = true) -> HTTPFields {
        var headers: HTTPFields = [
            .cacheControl: isPublic ? "public, max-age=3600" : "private, no-store",
            .link: "<\(path)>; rel=\"original timegate\"",
        ]
        if let date { headers[.mementoDatetime] = HTTPDate.text(date) }
        return headers
    }
}
