extension Timetable {
    /// The hours as people say them: « du lundi au vendredi de 8 h 30 à 12 h ; samedi fermé ».
    public var french: String { Wording(isFrench: true).sentence(rules) }

    /// The hours in English: “Monday to Friday 8:30 to 12:00; closed on Saturday”.
    public var english: String { Wording(isFrench: false).sentence(rules) }
}

/// Opening hours in words, in one language or the other.
struct Wording {
    let isFrench: Bool

    func say(_ fr: String, _ en: String) -> String { isFrench ? fr : en }

    func sentence(_ rules: [Rule]) -> String {
        var text = ""
        for rule in rules where !rule.isEmpty {
            if !text.isEmpty { text += link(rule.join) }
            text += clause(rule)
        }
        return text
    }

    private func link(_ join: Rule.Join) -> String {
        switch join {
        case .replacing: say("\u{00A0}; ", "; ")
        case .adding: say(", et aussi ", ", and also ")
        case .fallback: say("\u{00A0}; sinon ", "; otherwise ")
        }
    }

    private func clause(_ rule: Rule) -> String {
        if rule.effect == .closed, rule.times.isEmpty { return closing(rule) }
        var parts: [String] = []
        if let heading = rule.heading { parts.append(heading + say("\u{00A0}:", ":")) }
        parts += [list(rule.years.map(years)), list(rule.dates.map(dates)), list(rule.weeks.map(weeks))]
        parts.append(days(rule.days))
        if rule.always || rule.isEveryDay && rule.times == [.wholeDay] && rule.effect != .closed {
            parts.append(say("24\u{00A0}h/24, 7\u{00A0}j/7", "24 hours a day, every day"))
        } else {
            if rule.isEveryDay, !rule.times.isEmpty { parts.append(say("tous les jours", "every day")) }
            parts.append(list(rule.times.map(span)))
            if rule.times.isEmpty, rule.state == nil, rule.comment == nil { parts.append(say("ouvert", "open")) }
        }
        parts.append(state(rule))
        if let comment = rule.comment { parts.append("(\(comment))") }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// « samedi fermé », « fermé le samedi et les jours fériés »
    private func closing(_ rule: Rule) -> String {
        let comment = rule.comment.map { " (\($0))" } ?? ""
        let when = [list(rule.years.map(years)), list(rule.dates.map(dates)), list(rule.weeks.map(weeks))]
        let isOneDay = rule.days.holidays.isEmpty && rule.days.weekdays.count == 1 && rule.days.weekdays[0].isOneDay
        if isFrench, isOneDay, when.allSatisfy(\.isEmpty) { return days(rule.days) + " fermé" + comment }
        let parts = [say("fermé", "closed")] + when + [days(rule.days, withArticle: true)]
        return parts.filter { !$0.isEmpty }.joined(separator: " ") + comment
    }

    private func state(_ rule: Rule) -> String {
        switch rule.effect {
        case .closed: say("fermé", "closed")
        case .unknown: rule.comment == nil ? say("horaires à confirmer", "hours to be confirmed") : ""
        case .open: rule.times.isEmpty && rule.state != nil && !rule.always ? say("ouvert", "open") : ""
        }
    }

    /// `a, b et c`.
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + say(" et ", " and ") + last
    }
}
