import Foundation
import Texts

/// Values as people write them.
enum Written {
    /// A day in Paris: `22 novembre 2026`, `22 November 2026`.
    static func day(_ moment: Date) -> Text {
        let parts = paris.dateComponents([.year, .month, .day], from: moment)
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return Text(verbatim: "") }
        return Text(
            fr: "\(day == 1 ? "1er" : String(day)) \(frenchMonths[month - 1]) \(year)",
            en: "\(day) \(englishMonths[month - 1]) \(year)")
    }

    /// A moment in Paris, to the minute: `22 novembre 2026 à 14 h 05`, `22 November 2026 at 14:05`.
    static func moment(_ moment: Date) -> Text {
        let (day, parts) = (day(moment), paris.dateComponents([.hour, .minute], from: moment))
        let (hour, minute) = (parts.hour ?? 0, parts.minute ?? 0)
        let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
        return Text(
            fr: "\(day.fr) à \(hour)\u{00A0}h\u{00A0}\(minutes)", en: "\(day.en) at \(hour):\(minutes)")
    }

    /// The first whole second that is not before a moment, as addresses write it (RFC 3339): `2026-11-22T13:05:07Z`.
    static func instant(_ moment: Date) -> String {
        Date(timeIntervalSince1970: moment.timeIntervalSince1970.rounded(.up)).formatted(.iso8601)
    }

    /// A day in Paris as forms write it: `2026-11-22`.
    static func isoDay(_ moment: Date) -> String {
        let parts = paris.dateComponents([.year, .month, .day], from: moment)
        func padded(_ number: Int?, _ width: Int) -> String {
            let digits = String(number ?? 0)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
    }

    private static let paris: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
        return calendar
    }()

    /// An ISO date; anything else as it is.
    static func day(_ iso: String) -> Text {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard iso.count == 10, parts.count == 3, (1...12).contains(parts[1]) else { return Text(verbatim: iso) }
        return Text(
            fr: "\(parts[2] == 1 ? "1er" : String(parts[2])) \(frenchMonths[parts[1] - 1]) \(parts[0])",
            en: "\(parts[2]) \(englishMonths[parts[1] - 1]) \(parts[0])")
    }

    /// The size of a file.
    static func size(_ bytes: Int) -> Text {
        if bytes < 1000 { return Text(fr: "\(bytes)\u{00A0}octets", en: "\(bytes) bytes") }
        let (value, fr, en) = bytes < 1_000_000 ? (Double(bytes) / 1e3, "Ko", "KB") : (Double(bytes) / 1e6, "Mo", "MB")
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = (tenths / 10, tenths % 10)
        let digits =
            whole >= 10 || rest == 0 ? (String(whole), String(whole)) : ("\(whole),\(rest)", "\(whole).\(rest)")
        return Text(fr: "\(digits.0)\u{00A0}\(fr)", en: "\(digits.1) \(en)")
    }

    /// A canonical number, thousands apart: `1 220,5`, `1,220.5`. Anything else as it is.
    static func number(_ canonical: String) -> Text {
        let parts = canonical.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Int(parts[0]), String(whole) == parts[0] else {
            return Text(verbatim: canonical)
        }
        let number = Text.number(whole)
        guard parts.count == 2 else { return number }
        return Text(fr: "\(number.fr),\(parts[1])", en: "\(number.en).\(parts[1])")
    }

    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
