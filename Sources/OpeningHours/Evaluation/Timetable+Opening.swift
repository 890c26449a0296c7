/// What a place is at a moment.
public enum OpeningState: Hashable, Sendable {
    case open, closed
    /// The hours say themselves that they are not sure.
    case unknown
}

extension Timetable {
    /// What the place is at a moment.
    public func state(at moment: LocalMoment, calendar: OpeningCalendar = OpeningCalendar()) -> OpeningState {
        TwoDays(moment.day, rules, calendar).state(at: moment.minute)
    }

    /// Whether the place is open at a moment.
    public func isOpen(at moment: LocalMoment, calendar: OpeningCalendar = OpeningCalendar()) -> Bool {
        state(at: moment, calendar: calendar) == .open
    }

    /// The first moment after this one when the place opens or closes; nil where nothing changes for `days` days.
    public func nextChange(
        after moment: LocalMoment, calendar: OpeningCalendar = OpeningCalendar(), within days: Int = 366
    ) -> LocalMoment? {
        var schedules = TwoDays(moment.day, rules, calendar)
        let now = schedules.state(at: moment.minute)
        for day in 0...days {
            let earliest = day == 0 ? moment.minute + 1 : 0
            if let turn = schedules.turns.first(where: { $0 >= earliest && schedules.state(at: $0) != now }) {
                return LocalMoment(day: moment.day.adding(days: day), minute: turn)
            }
            schedules = schedules.next(rules, calendar)
        }
        return nil
    }
}

/// A day, and the night of the day before that reaches into it.
private struct TwoDays {
    private let day: LocalDay
    private let yesterday: DaySchedule
    private let today: DaySchedule

    init(_ day: LocalDay, _ rules: [Rule], _ calendar: OpeningCalendar) {
        self.init(day, yesterday: DaySchedule(of: day.adding(days: -1), rules, calendar), rules, calendar)
    }

    private init(_ day: LocalDay, yesterday: DaySchedule, _ rules: [Rule], _ calendar: OpeningCalendar) {
        self.day = day
        self.yesterday = yesterday
        today = DaySchedule(of: day, rules, calendar)
    }

    func next(_ rules: [Rule], _ calendar: OpeningCalendar) -> TwoDays {
        TwoDays(day.adding(days: 1), yesterday: today, rules, calendar)
    }

    /// The minutes of the day at which something may change, in their order.
    var turns: [Int] {
        let all = [0] + today.turns + yesterday.turns.map { $0 - 1440 }
        return all.filter { 0..<1440 ~= $0 }.sorted()
    }

    func state(at minute: Int) -> OpeningState {
        switch (today[minute], yesterday[1440 + minute]) {
        case (.open, _), (_, .open): .open
        case (let state?, nil), (let state?, .closed): state
        case (_, let night): night ?? .closed
        }
    }
}
