/// A form of OpenStreetMap that the library of Validata refuses although it can read it.
enum UnsupportedForm: CaseIterable {
    case moment, rankFromEnd, rhythmInMinutes, largeNumber

    /// The first such form of a rule.
    init?(in rule: Rule) {
        guard let form = Self.allCases.first(where: { $0.stands(in: rule) }) else { return nil }
        self = form
    }

    private func stands(in rule: Rule) -> Bool {
        switch self {
        case .moment: rule.times.contains { $0.end == nil }
        case .rankFromEnd: rule.days.weekdays.contains { $0.nth.contains { $0.lowerBound < 0 } }
        case .rhythmInMinutes: rule.times.contains { if case .minutes = $0.every { true } else { false } }
        case .largeNumber:
            rule.years.contains { $0.step > 65_535 } || rule.weeks.contains { $0.step > 255 }
                || rule.dayOffsets.contains { abs($0) == .max }
        }
    }

    var fr: String {
        switch self {
        case .moment: "Il manque une heure de fin : Validata n’accepte pas une heure seule."
        case .rankFromEnd: "Validata n’accepte pas les rangs comptés depuis la fin du mois, comme « Su[-1] »."
        case .rhythmInMinutes: "La fréquence s’écrit en heures et minutes, comme « /00:30 »."
        case .largeNumber: "Un nombre est trop grand."
        }
    }

    var en: String {
        switch self {
        case .moment: "A closing time is missing: Validata does not accept a single time."
        case .rankFromEnd: "Validata does not accept ranks counted from the end of the month, as in “Su[-1]”."
        case .rhythmInMinutes: "The interval is written in hours and minutes, as in “/00:30”."
        case .largeNumber: "A number is too large."
        }
    }
}

extension Rule {
    /// Every number of days that the rule adds to a day.
    fileprivate var dayOffsets: [Int] {
        let bounds = dates.flatMap { range -> [DateBound] in
            switch range {
            case .months: []
            case .dates(let from, .on(let end)): [from, end]
            case .dates(let from, _): [from]
            }
        }
        return bounds.map(\.offset) + days.weekdays.map(\.offset) + days.holidays.map(\.offset)
    }
}
