import Foundation
import Texts

/// Values as people write them.
enum Written {
    /// A day in Paris: `22 novembre 2026`, `22 November 2026`.
    static func day(_ moment: Date) -> Text {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: moment)
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return Text(verbatim: "") }
        return Text(
            fr: "\(day == 1 ? "1er" : String(day)) \(frenchMonths[month - 1]) \(year)",
            en: "\(day) \(englishMonths[month - 1]) \(year)")
    }

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
