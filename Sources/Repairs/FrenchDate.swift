import Checks
import Spelling
import Tables

/// Reads the dates of one column: what one of them proves about the order of day and month holds for the others.
struct FrenchDate {
    /// Another date of the column begins with what can only be a day, and none with what can only be a month.
    private let isFrenchOrder: Bool

    init(column: Set<String>) {
        var dayFirst = false, monthFirst = false
        for text in column {
            guard let (first, second, _) = Self.numbers(text) else { continue }
            if first > 12 { dayFirst = true }
            if second > 12 { monthFirst = true }
        }
        isFrenchOrder = dayFirst && !monthFirst
    }

    /// What a value may be; nil where it is no date at all.
    func read(_ value: Value) -> Proposal? {
        let text = value.text
        guard text.utf8.count <= 60 else { return nil }
        if let match = Self.isoDay.wholeMatch(in: text) {
            guard let day = iso(match.1, match.2, match.3) else { return nil }
            return hasForeignHour(match.4) ? .ask(candidates: [day]) : .certain(day)
        }
        if let match = Self.yearFirst.wholeMatch(in: text) {
            return iso(match.1, match.2, match.3).map { .certain($0) }
        }
        if let (first, second, year) = Self.numbers(text) { return numeric(first, second, year) }
        if let worded = worded(text) { return .certain(worded) }
        if let match = Self.eightDigits.wholeMatch(in: text) {
            return iso(match.1, match.2, match.3).map { .likely($0) }
        }
        guard Self.fiveDigits.wholeMatch(in: text) != nil, let serial = Int(text), (25_569...54_789).contains(serial)
        else {
            return nil
        }
        return SpreadsheetDay.iso(serial).map { .likely($0) }
    }

    /// `31/12/2019`, an hour behind it or not.
    private static func numbers(_ text: String) -> (first: Int, second: Int, year: Substring)? {
        guard text.utf8.count <= 60,
            let match = inFigures.wholeMatch(in: text),
            let first = Int(match.1), let second = Int(match.2)
        else { return nil }
        return (first, second, match.3)
    }

    private func numeric(_ first: Int, _ second: Int, _ year: Substring) -> Proposal? {
        let isShort = year.count == 2
        // Two digits from 30 on are of the last century.
        let whole = isShort ? (Int(year).map { $0 < 30 ? "20" : "19" } ?? "20") + year : String(year)
        guard let french = iso(whole[...], "\(second)", "\(first)") else {
            return iso(whole[...], "\(first)", "\(second)").map { .likely($0) }
        }
        let isProven = first > 12 || first == second || isFrenchOrder
        return .change(french, !isShort && isProven ? .certain : .likely)
    }

    /// An instant of Greenwich late in the evening is the next day in France.
    private func hasForeignHour(_ time: Substring?) -> Bool {
        guard let time, time.hasSuffix("Z") || time.contains("+") else { return false }
        return !time.hasPrefix("00:00")
    }

    private func worded(_ text: String) -> String? {
        guard let match = Self.inWords.wholeMatch(in: text.folded), match.2.count >= 3, match.2 != "jui",
            let month = Self.months.firstIndex(where: { $0.hasPrefix(match.2) })
        else { return nil }
        return iso(match.3, "\(month + 1)", match.1)
    }

    private static let inFigures = Shape(
        /\s*([0-9]{1,2})\s*[\/.\-]\s*([0-9]{1,2})\s*[\/.\-]\s*([0-9]{4}|[0-9]{2})\s*(?:[0-9]{1,2}[:h][0-9]{2}.*)?/)
    private static let inWords = Shape(
        /(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:le )?([0-9]{1,2})(?:er)? ([a-z]+) ([0-9]{4})/)
    private static let isoDay = Shape(/([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ](.*))?/)
    private static let yearFirst = Shape(/([0-9]{4})[\/.]([0-9]{1,2})[\/.]([0-9]{1,2})(?: .*)?/)
    private static let eightDigits = Shape(/((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})/)
    private static let fiveDigits = Shape(/[0-9]{5}/)

    private static let months = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    ]

    private func iso(_ year: Substring, _ month: some StringProtocol, _ day: some StringProtocol) -> String? {
        guard let y = Int(year), y >= 1000, let m = Int(month), let d = Int(day),
            CalendarDay.exists(year: y, month: m, day: d)
        else { return nil }
        return "\(y)-\(String(m).padded(to: 2))-\(String(d).padded(to: 2))"
    }
}
