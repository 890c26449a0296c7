import Foundation

/// The reading of opening hours in JSON: the `openingHoursSpecification` of schema.org, or a list of
/// `openingHours`. Nil where the text is no JSON.
func structuredReading(of text: String) -> Reading? {
    guard let first = text.first(where: { !$0.isWhitespace }), first == "[" || first == "{" else { return nil }
    // Exports of Python write single quotes.
    for text in [text, text.replacing("'", with: "\"")] {
        let data = Data(text.utf8)
        let decoder = JSONDecoder()
        if let list = try? decoder.decode([Specification].self, from: data) { return reading(of: list) }
        if let one = try? decoder.decode(Specification.self, from: data) { return reading(of: [one]) }
        if let texts = try? decoder.decode([String].self, from: data) { return reading(of: texts) }
    }
    return .unclear(.structure)
}

/// Several values, each complete in itself, which add up.
private func reading(of texts: [String]) -> Reading {
    let readings = texts.map { Timetable.reading($0) }
    let timetables = readings.compactMap(\.timetable)
    guard !texts.isEmpty, timetables.count == texts.count else { return .unclear(.structure) }
    var rules = timetables.flatMap(\.rules)
    if rules.haveCommonDays { for index in rules.indices.dropFirst() { rules[index].join = .adding } }
    let isLikely = readings.contains { if case .likely = $0 { true } else { false } }
    return isLikely ? .likely(Timetable(rules: rules)) : .certain(Timetable(rules: rules))
}

/// One element of `openingHoursSpecification`.
private struct Specification: Decodable {
    var opens: String?
    var closes: String?
    var dayOfWeek: [String]
    var validFrom: String?
    var validThrough: String?

    private enum Key: String, CodingKey { case opens, closes, dayOfWeek, validFrom, validThrough }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        opens = try values.decodeIfPresent(String.self, forKey: .opens)
        closes = try values.decodeIfPresent(String.self, forKey: .closes)
        validFrom = try values.decodeIfPresent(String.self, forKey: .validFrom)
        validThrough = try values.decodeIfPresent(String.self, forKey: .validThrough)
        if let day = try? values.decode(String.self, forKey: .dayOfWeek) {
            dayOfWeek = [day]
        } else {
            dayOfWeek = try values.decodeIfPresent([String].self, forKey: .dayOfWeek) ?? []
        }
    }

    var rule: Rule? {
        guard !dayOfWeek.isEmpty, let start = opens.flatMap(minutes), let end = closes.flatMap(minutes) else {
            return nil
        }
        var rule = Rule()
        var days: Set<Weekday> = []
        for name in dayOfWeek {
            guard let day = schemaDay(name) else { return nil }
            switch day {
            case .weekday(let day, _): days.insert(day)
            default: rule.days.holidays = [Holiday(kind: .publicHoliday)]
            }
        }
        rule.days.weekdays = weekdayRanges(of: days)
        // The same time twice is « closed » for some and « all day » for others.
        if start == end { return nil }
        rule.times = [TimeSpan(start: .clock(start), end: .clock(end == 0 ? 1440 : end))]
        guard validFrom != nil || validThrough != nil else { return rule }
        guard let from = validFrom.flatMap(day), let through = validThrough.flatMap(day) else { return nil }
        rule.dates = [.dates(from: from, end: .on(through))]
        return rule
    }
}

private func reading(of list: [Specification]) -> Reading {
    var rules = list.compactMap(\.rule)
    guard !rules.isEmpty, rules.count == list.count else { return .unclear(.structure) }
    rules = rules.merged
    // Elements of schema.org add up; rules of OpenStreetMap replace one another.
    if rules.haveCommonDays { for index in rules.indices.dropFirst() { rules[index].join = .adding } }
    let timetable = Timetable(rules: rules)
    guard let read = try? Timetable(parsing: timetable.description), read == timetable else {
        return .unclear(.structure)
    }
    let isSure = rules.allSatisfy { $0.dates.isEmpty && $0.hasOrderlyTimes }
    return isSure ? .certain(timetable) : .likely(timetable)
}

extension [Rule] {
    /// Rules of the same days written together: `Mo-Fr 08:00-12:00,14:00-18:00`.
    fileprivate var merged: [Rule] {
        var merged: [Rule] = []
        for rule in self {
            let index = merged.firstIndex { $0.days == rule.days && $0.dates == rule.dates }
            guard let index else {
                merged.append(rule)
                continue
            }
            for span in rule.times where !merged[index].times.contains(span) { merged[index].times.append(span) }
            merged[index].times.sort { ($0.clockRange?.start ?? 0) < ($1.clockRange?.start ?? 0) }
        }
        return merged
    }
}

/// `http://schema.org/Monday`, `Monday`, `schema:PublicHolidays`, `Mo`.
private func schemaDay(_ name: String) -> Token? {
    let word = name.split { "/:#".contains($0) }.last.map { String($0).lowercased() } ?? ""
    if word == "publicholidays" { return .publicHolidays(isCode: true) }
    let tokens = tokens(of: pieces(of: word == "we" ? "We" : word))
    guard tokens.count == 1, case .weekday = tokens[0] else { return nil }
    return tokens[0]
}

/// `8:00`, `08:00:00`.
private func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":").map { Int($0) ?? -1 }
    guard 2...3 ~= parts.count, 0...24 ~= parts[0], 0...59 ~= parts[1], parts.dropFirst(2).allSatisfy({ $0 == 0 })
    else {
        return nil
    }
    return parts[0] * 60 + parts[1]
}

/// `2021-01-01`, with or without a time.
private func day(_ text: String) -> DateBound? {
    let parts = text.prefix(10).split(separator: "-").map { Int($0) ?? 0 }
    guard parts.count == 3, 1900...9998 ~= parts[0], 1...12 ~= parts[1] else { return nil }
    guard 1...daysOfMonth(parts[1], leap: isLeap(parts[0])) ~= parts[2] else { return nil }
    return DateBound(year: parts[0], anchor: .day(month: parts[1], day: parts[2]))
}
