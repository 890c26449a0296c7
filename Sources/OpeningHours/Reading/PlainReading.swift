/// Opening hours in plain French or English, put together from their phrases.
struct PlainReading {
    private let tokens: [Token]
    private var rules: [Rule] = []
    private var holidayRules: [Rule] = []
    private var draft = Rule()
    private var hasHours = false
    private var isClosing = false
    private var isExcepting = false
    private var excepted: Set<Weekday> = []
    /// The days just set apart from hours already given: `8h-18h sauf mercredi 8h-12h`.
    private var setApart: DaySelector?
    private var justClosed = false
    private var namesDayPart = false
    /// Whether days are written before their hours, or after them; a text does one or the other.
    private var daysFirst: Bool?
    private var season: [DateRange] = []
    private var seasonHasDays = false

    init(_ tokens: [Token]) {
        self.tokens = tokens
    }

    /// The opening hours, or why a person must tell.
    func timetable() throws(Doubt) -> Timetable {
        var copy = self
        return try copy.assembled()
    }

    private mutating func assembled() throws(Doubt) -> Timetable {
        var reader = PhraseReader(tokens)
        let phrases = try reader.phrases()
        if phrases == [.closed] { return Timetable(rules: [Rule(state: .closed)]) }
        for phrase in Self.partingClosures(phrases) { try add(phrase) }
        try finishRule()
        guard !rules.isEmpty || !holidayRules.isEmpty else { throw .noHours }
        try rules.checkOverlaps()
        let all = (rules + holidayRules).map(\.simplified)
        let timetable = Timetable(rules: all)
        // The strict grammar has the last word.
        guard let read = try? Timetable(parsing: timetable.description), read == timetable else { throw .mixed }
        return timetable
    }

    /// « fermé les jours fériés, lundi au samedi 8h-19h »: what is followed by hours is not closed.
    private static func partingClosures(_ phrases: [Phrase]) -> [Phrase] {
        phrases.indices.flatMap { index -> [Phrase] in
            guard case .days(let days) = phrases[index], index > 0, phrases[index - 1] == .closed,
                index + 1 < phrases.count, case .times = phrases[index + 1],
                !days.holidays.isEmpty, !days.weekdays.isEmpty
            else { return [phrases[index]] }
            var closed = days, open = days
            closed.weekdays = []
            open.holidays = []
            return [.days(closed), .stop, .days(open)]
        }
    }

    private mutating func add(_ phrase: Phrase) throws(Doubt) {
        let followsClosing = justClosed
        justClosed = false
        switch phrase {
        case .stop: try finishRule()
        case .closed: try addClosed()
        case .except: try addExcept()
        case .dayPart:
            if isClosing || followsClosing { throw .dayPart }
            namesDayPart = !hasHours
        case .dates(let dates): try addDates(dates)
        case .days(let days): try addDays(days)
        case .times(let times): try addTimes(times)
        }
    }

    private mutating func addDates(_ dates: [DateRange]) throws(Doubt) {
        if isExcepting { throw .mixed }
        if isClosing { return try close { $0.dates = dates } }
        // « 8h-20h du 1er avril au 30 septembre »: the season closes the sentence.
        if hasHours, season.isEmpty {
            draft.dates = dates
            return try finishRule()
        }
        try finishRule()
        season = dates
        seasonHasDays = false
        draft.dates = dates
    }

    private mutating func addDays(_ days: DaySelector) throws(Doubt) {
        if isExcepting { return try exclude(days) }
        if isClosing { return try close { $0.days = days } }
        if hasHours, draft.days.isEmpty, daysFirst != true {
            daysFirst = false
            draft.days = days
            return try finishRule()
        }
        if hasHours { try finishRule() }
        guard draft.days.isEmpty, daysFirst != false else { throw .mixed }
        daysFirst = true
        draft.days = days
        seasonHasDays = true
    }

    /// « fermé le lundi », « fermé du 1er au 15 août »
    private mutating func close(_ select: (inout Rule) -> Void) throws(Doubt) {
        isClosing = false
        select(&draft)
        draft.state = .closed
        hasHours = true
        try finishRule()
        justClosed = true
    }

    private mutating func addTimes(_ times: [TimeSpan]) throws(Doubt) {
        guard !isClosing, draft.state == nil else { throw .mixed }
        if isExcepting { throw .mixed }
        if hasHours {
            let days = setApart
            try finishRule()
            if let days { draft.days = days }
        }
        if daysFirst == true, draft.days.isEmpty, draft.dates.isEmpty { throw .mixed }
        draft.times = times
        hasHours = true
        try draft.checkTimes()
    }

    private mutating func addClosed() throws(Doubt) {
        if hasHours { try finishRule() }
        if isClosing || isExcepting { throw .mixed }
        if namesDayPart { throw .dayPart }
        if draft.days.isEmpty, draft.dates.isEmpty || draft.dates == season, excepted.isEmpty, !isAfterSeasonAlone {
            isClosing = true
        } else {
            draft.state = .closed
            hasHours = true
            try finishRule()
            justClosed = true
        }
    }

    /// « de novembre à mars : fermé »
    private var isAfterSeasonAlone: Bool { !draft.dates.isEmpty && rules.last?.dates != draft.dates }

    private mutating func addExcept() throws(Doubt) {
        guard hasHours || !draft.days.isEmpty, !isClosing, draft.state == nil else { throw .mixed }
        isExcepting = true
    }

    private mutating func exclude(_ days: DaySelector) throws(Doubt) {
        guard days.weekdays.allSatisfy({ $0.nth.isEmpty }) else { throw .mixed }
        isExcepting = false
        setApart = hasHours ? days : nil
        excepted.formUnion(days.weekdays.flatMap(\.days))
        for holiday in days.holidays { addHolidayRule(holiday) }
    }

    private mutating func addHolidayRule(_ holiday: Holiday) {
        var rule = Rule()
        rule.days.holidays = [holiday]
        rule.state = .closed
        if !holidayRules.contains(rule) { holidayRules.append(rule) }
    }

    private mutating func finishRule() throws(Doubt) {
        defer {
            draft = Rule()
            draft.dates = season
            (hasHours, isClosing, isExcepting, excepted, setApart) = (false, false, false, [], nil)
            namesDayPart = false
        }
        if isClosing { throw rules.isEmpty ? .workingDays : .mixed }
        if isExcepting { throw .mixed }
        guard hasHours else {
            if draft.days.isEmpty, draft.dates == season { return }
            throw .noHours
        }
        if !excepted.isEmpty { draft.days.weekdays = try remainingDays() }
        if draft.state == .closed, draft.dates == season, !season.isEmpty, !seasonHasDays, !draft.days.isEmpty {
            // « avril-septembre : 7h-21h ; octobre-mars : 8h-18h ; fermé le lundi » holds all the year.
            draft.dates = []
        }
        if draft.state == .closed, draft.days.weekdays.isEmpty, !draft.days.holidays.isEmpty {
            for holiday in draft.days.holidays { addHolidayRule(holiday) }
        } else {
            rules.append(draft)
        }
    }

    private func remainingDays() throws(Doubt) -> [WeekdayRange] {
        guard draft.days.weekdays.allSatisfy({ $0.nth.isEmpty }), draft.days.holidays.isEmpty else { throw .mixed }
        let remaining = draft.weekdaySet.subtracting(excepted)
        guard !remaining.isEmpty else { throw .mixed }
        return weekdayRanges(of: remaining)
    }
}
