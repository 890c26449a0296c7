import Checks
import Norms
import Spelling

/// A date with its month in letters: `1er janvier 2019`, `lundi 4 mai 2020`, `31-déc-19`, `May 4, 2020`, `déc-19`.
struct WordedDate {
    private let day: Int?
    private let month: Int
    private let year: Substring
    /// Whether every word is one of the language, as it is spelt or shortened.
    private let isWellSpelt: Bool
    private let weekday: Int?

    init?(_ text: String) {
        var words = text.folded.split(separator: " ")[...]
        guard (2...8).contains(words.count) else { return nil }
        if words.first == "le" || words.first == "du" || words.first == "au" { words.removeFirst() }
        weekday = words.first.flatMap(Self.weekday)
        if weekday != nil { words.removeFirst() }
        let day: Int?
        let month: (number: Int, isSure: Bool)?
        if let first = words.first, let number = Self.day(first) {
            (day, month) = (number, words.dropFirst().first.flatMap(Self.month))
            words = words.dropFirst(2)
        } else if let first = words.first, let found = Self.month(first) {
            month = found
            // English puts the month first; a month and a year have no day.
            day = words.count > 2 ? words.dropFirst().first.flatMap(Self.day) : nil
            words = words.dropFirst(day == nil ? 1 : 2)
        } else {
            return nil
        }
        guard let month, let year = words.first, [2, 4].contains(year.count), year.allSatisfy(\.isNumber),
            words.dropFirst().allSatisfy(Self.isHour)
        else { return nil }
        self.day = day
        self.month = month.number
        self.year = year
        isWellSpelt = month.isSure
    }

    /// What it may be, this year.
    func proposal(year now: Int) -> Proposal {
        let whole = year.count == 2 ? FrenchDate.century(of: year) + year : String(year)
        // A month without its day: somebody must say which.
        guard let day else { return .ask(candidates: [FrenchDate.iso(whole, "\(month)", "1")].compactMap { $0 }) }
        guard let iso = FrenchDate.iso(whole, "\(month)", "\(day)"), let number = Int(whole) else {
            return .ask(candidates: [])
        }
        let isThatDay = weekday.map { $0 == CalendarDay(year: number, month: month, day: day)?.weekday } ?? true
        return .change(iso, year.count == 4 && isWellSpelt && isThatDay ? .certain : .likely)
    }

    private static func day(_ word: Substring) -> Int? {
        let digits = word.prefix { $0.isNumber }
        guard (1...2).contains(digits.count),
            ["", "er", "e", "eme", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
        else { return nil }
        return Int(digits)
    }

    /// `10h30`, `à`, `10`, `30`: the hour behind a date.
    private static func isHour(_ word: Substring) -> Bool {
        word == "a" || word.count <= 5 && word.allSatisfy { $0.isNumber || $0 == "h" }
    }

    private static func weekday(_ word: Substring) -> Int? {
        weekdays.firstIndex { $0 == word || word.count >= 3 && word.count <= 4 && $0.hasPrefix(word) && word != "mars" }
    }

    /// The number of a month, and whether its name is well spelt.
    private static func month(_ word: Substring) -> (Int, isSure: Bool)? {
        let word = String(word)
        guard word.utf8.count >= 3, word.utf8.count <= 12, word != "jui" else { return nil }
        if let french = months.firstIndex(where: { $0.hasPrefix(word) }) { return (french + 1, true) }
        if let english = english.firstIndex(where: { $0.hasPrefix(word) }) { return (english + 1, true) }
        if let short = abbreviations[word] { return (short, true) }
        guard word.utf8.count >= 5 else { return nil }
        let near = months.indices.filter { editDistance(word, months[$0], limit: 1) != nil }
        return near.count == 1 ? (near[0] + 1, false) : nil
    }

    private static let months = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    ]
    private static let english = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let abbreviations = ["jul": 7, "jun": 6, "fvr": 2, "jvr": 1]
    private static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
}
