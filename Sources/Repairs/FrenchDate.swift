import Checks
import Norms
import Spelling
import Tables

/// Reads the dates of one column: what one of them proves about the order of day and month holds for the others.
struct FrenchDate {
    /// In which order the numbers of the column stand.
    private let order: Order
    /// Whether other dates of the column begin with their year.
    private let hasYearFirst: Bool
    /// The year in which we are: a date of two digits is not far from it.
    private let year: Int

    /// What the numbers of a column that can be read in one way only prove.
    private enum Order {
        /// Some begin with what can only be a day, and none with what can only be a month.
        case french
        /// The other way round.
        case american
        /// Nothing is proven, or both.
        case unproven
    }

    init(column: Set<String>, year: Int) {
        var dayFirst = false, monthFirst = false
        for text in column {
            guard let (first, second, _) = Self.numbers(text) else { continue }
            if first > 12 { dayFirst = true }
            if second > 12 { monthFirst = true }
        }
        order = dayFirst == monthFirst ? .unproven : dayFirst ? .french : .american
        hasYearFirst = column.contains { Self.isoDay.prefixMatch(in: $0.prefix(10)) != nil }
        self.year = year
    }

    /// What a value may be; nil where it is no date at all.
    func read(_ value: Value) -> Proposal? {
        let text = value.text
        guard text.utf8.count <= 60 else { return nil }
        if let match = Self.isoDay.wholeMatch(in: text) { return yearFirst(match.1, match.2, match.3, time: match.4) }
        if let (first, second, year) = Self.numbers(text) {
            // Nobody writes the year first with slashes.
            return numeric(first, second, year, mayBeYearFirst: !text.contains("/"))
        }
        if let match = Self.eightDigits.wholeMatch(in: text) { return eightDigits(String(match.0)) }
        if let serial = Self.serial(text) { return SpreadsheetDay.iso(serial).map { .likely($0) } }
        return WordedDate(text).map { $0.proposal(year: year) }
    }

    // MARK: Year first

    private func yearFirst(
        _ year: Substring, _ month: Substring, _ day: Substring, time: Substring?
    ) -> Proposal? {
        guard let iso = Self.iso(year, month, day) else {
            // `2019-31-12` can only be the last day of the year.
            return Self.iso(year, day, month).map { .likely($0) }
        }
        guard let time, time.hasSuffix("Z") || time.hasSuffix("+00:00") || time.hasSuffix("+0000") else {
            return .certain(iso)
        }
        return self.day(iso, ofGreenwich: time)
    }

    /// An instant of Greenwich late in the evening is the next day in France: midnight there is 23:00 in winter and
    /// 22:00 in summer here.
    private func day(_ iso: String, ofGreenwich time: Substring) -> Proposal {
        guard let hour = Int(time.prefix(2)) else { return .ask(candidates: [iso]) }
        if hour < 22 { return .certain(iso) }
        guard let next = Self.dayAfter(iso) else { return .ask(candidates: [iso]) }
        let month = iso.dropFirst(5).prefix(2)
        let midnight = ("04"..."10").contains(String(month)) ? "22:00:00" : "23:00:00"
        let isBorder = ["03", "10"].contains(month)
        return time.hasPrefix(midnight) && !isBorder ? .likely(next) : .ask(candidates: [next, iso])
    }

    private static func dayAfter(_ iso: String) -> String? {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        for (year, month, day) in [
            (parts[0], parts[1], parts[2] + 1), (parts[0], parts[1] + 1, 1), (parts[0] + 1, 1, 1),
        ] where CalendarDay(year: year, month: month, day: day) != nil {
            return Self.iso("\(year)", "\(month)", "\(day)")
        }
        return nil
    }

    // MARK: Three numbers

    /// `31/12/2019`, an hour behind it or not.
    private static func numbers(_ text: String) -> (first: Int, second: Int, year: Substring)? {
        guard text.utf8.count <= 60, text.utf8.first.map({ $0 &- 0x30 < 10 || $0 == 0x20 }) == true,
            let match = inFigures.wholeMatch(in: text),
            let first = Int(match.1), let second = Int(match.2)
        else { return nil }
        return (first, second, match.3)
    }

    private func numeric(
        _ first: Int, _ second: Int, _ typed: Substring, mayBeYearFirst: Bool
    ) -> Proposal? {
        let isShort = typed.count == 2
        let whole = isShort ? Self.century(of: typed) + typed : String(typed)
        let french = Self.iso(whole, "\(second)", "\(first)"), american = Self.iso(whole, "\(first)", "\(second)")
        if isShort, mayBeYearFirst, let other = yearFirst(first, second, typed),
            french.map({ !isLikelyYear($0) }) ?? true
        {
            return .ask(candidates: [other] + [french].compactMap { $0 })
        }
        switch (french, american) {
        case (nil, nil): return nil
        case (nil, let american?): return .likely(american)
        case (let french?, nil): return .change(french, isShort ? .likely : .certain)
        case (let french?, let american?):
            if french == american { return .change(french, isShort ? .likely : .certain) }
            if order == .american { return .likely(american) }
            return .change(french, order == .french && !isShort ? .certain : .likely)
        }
    }

    /// `19-12-31`, with the year first.
    private func yearFirst(_ first: Int, _ second: Int, _ last: Substring) -> String? {
        let short = String(first).padded(to: 2)
        return Self.iso(Self.century(of: short[...]) + short, "\(second)", last)
    }

    /// Neither in the future nor long ago; and no other date of the column begins with its year.
    private func isLikelyYear(_ iso: String) -> Bool {
        guard let own = Int(iso.prefix(4)) else { return false }
        return !hasYearFirst && (1950...year + 1).contains(own)
    }

    /// Two digits from 30 on are of the last century.
    static func century(of short: Substring) -> String { Int(short).map { $0 < 30 ? "20" : "19" } ?? "20" }

    // MARK: Digits alone

    /// `20191231`, or `31122019`: a month is never 19 or 20, so only one reading can be right.
    private func eightDigits(_ digits: String) -> Proposal? {
        let parts = digits.map { $0 }
        func text(_ places: Range<Int>) -> String { String(parts[places]) }
        if ["19", "20"].contains(text(0..<2)), let iso = Self.iso(text(0..<4), text(4..<6), text(6..<8)) {
            return .likely(iso)
        }
        guard ["19", "20"].contains(text(4..<6)) else { return nil }
        return Self.iso(text(4..<8), text(2..<4), text(0..<2)).map { .likely($0) }
    }

    /// `43830`, or `43830.354` with the hour: a day as spreadsheets count them, from 1970 to 2050.
    private static func serial(_ text: String) -> Int? {
        guard let match = serialDay.wholeMatch(in: text), let serial = Int(match.1) else { return nil }
        return (25_569...54_789).contains(serial) ? serial : nil
    }

    private static let inFigures = Shape(
        /\s*([0-9]{1,2})\s*[\/.\-,\\_ –—‐‑‒−]{1,2}\s*([0-9]{1,2})\s*[\/.\-,\\_ –—‐‑‒−]{1,2}\s*([0-9]{4}|[0-9]{2})\s*(?:(?:à |T)?\s*[0-9]{1,2}\s?[:h].*)?/
    )
    private static let isoDay = Shape(
        /([0-9]{4})\s?[-\/._–—‐‑‒−]\s?([0-9]{1,2})\s?[-\/._–—‐‑‒−]\s?([0-9]{1,2})(?:[T ]\s*(.*))?/)
    private static let eightDigits = Shape(/[0-9]{8}/)
    private static let serialDay = Shape(/([0-9]{5})(?:[.,][0-9]{1,12})?/)

    static func iso(_ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol) -> String? {
        guard let y = Int(year), y >= 1000, let m = Int(month), let d = Int(day),
            CalendarDay(year: y, month: m, day: d) != nil
        else { return nil }
        return "\(y)-\(String(m).padded(to: 2))-\(String(d).padded(to: 2))"
    }
}
