private let dayNames: [(fr: String, en: String)] = [
    ("lundi", "Monday"), ("mardi", "Tuesday"), ("mercredi", "Wednesday"), ("jeudi", "Thursday"),
    ("vendredi", "Friday"), ("samedi", "Saturday"), ("dimanche", "Sunday"),
]

extension WeekdayRange {
    var isOneDay: Bool { first == last && nth.isEmpty }
}

extension Wording {
    func days(_ selector: DaySelector, withArticle: Bool = false) -> String {
        // « tous les jours » says it once.
        let isEveryDay = selector.weekdays.contains { $0.days.count == 7 && $0.nth.isEmpty }
        let names =
            isEveryDay
            ? [say("tous les jours", "every day")]
            : selector.weekdays.map { range in
                (withArticle && range.isOneDay ? say("le ", "on ") : "") + weekdays(range)
            }
        let holidays = selector.holidays.map { holiday($0, withArticle: withArticle) }
        return list(selector.holidaysFirst ? holidays + names : names + holidays)
    }

    func name(_ day: Weekday) -> String { say(dayNames[day.rawValue].fr, dayNames[day.rawValue].en) }

    private func weekdays(_ range: WeekdayRange) -> String {
        if !range.nth.isEmpty {
            let ranks = range.nth.flatMap { Array($0) }.map { say(rank($0), englishRank($0)) }
            return say("le ", "the ") + list(ranks) + " " + name(range.first) + say(" du mois", " of the month")
                + offset(range.offset)
        }
        if range.first == range.last { return name(range.first) }
        return say("du \(name(range.first)) au \(name(range.last))", "\(name(range.first)) to \(name(range.last))")
    }

    private func holiday(_ holiday: Holiday, withArticle: Bool) -> String {
        let name =
            holiday.kind == .publicHoliday
            ? say("les jours fériés", withArticle ? "on public holidays" : "public holidays")
            : say("pendant les vacances scolaires", withArticle ? "during school holidays" : "school holidays")
        return name + offset(holiday.offset)
    }

    /// « (+ 1 jour) »
    func offset(_ days: Int) -> String {
        guard days != 0 else { return "" }
        let sign = days < 0 ? "−" : "+"
        let count = abs(days)
        return " (\(sign)\u{00A0}\(count) " + say(count == 1 ? "jour" : "jours", count == 1 ? "day" : "days") + ")"
    }

    private func rank(_ number: Int) -> String { number == 1 ? "1er" : "\(number)e" }

    private func englishRank(_ number: Int) -> String { ["1st", "2nd", "3rd", "4th", "5th"][number - 1] }
}
