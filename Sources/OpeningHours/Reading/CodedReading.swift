/// Opening hours in the codes of OpenStreetMap whose spelling is off: marks, spaces, capitals, `8h30` for `08:30`.
/// The marks are put right and the strict grammar has the last word.
struct CodedReading {
    private let items: [CodedItem]
    private let mixesHalves: Bool
    /// Whether hours are written in the French way without the code of any day.
    private let isSpoken: Bool
    private var guessed = false

    /// Nil where the text holds anything but codes.
    init?(_ tokens: [Token]) {
        let tokens = settled(tokens)
        guard let items = codedItems(tokens) else { return nil }
        self.items = items
        // `9:00-6:00` may well be six in the evening.
        mixesHalves = tokens.contains { if case .time(_, .short) = $0 { true } else { !items.allSatisfy(\.isSure) } }
        isSpoken =
            tokens.contains { if case .time(_, .spoken) = $0 { true } else { false } }
            && !items.contains { $0.kind == .day || $0.kind == .month }
    }

    /// What the text means; nil where the strict grammar does not take it even so.
    var reading: Reading? {
        var copy = self
        guard let text = copy.spelled(), let timetable = try? Timetable(parsing: text) else { return nil }
        guard isPlausible(timetable) else { return nil }
        return copy.isSure(of: timetable) ? .certain(timetable) : .likely(timetable)
    }

    /// Days without hours among rules with hours, or `9:00-6:00`: something else was meant.
    private func isPlausible(_ timetable: Timetable) -> Bool {
        let rules = timetable.rules
        if rules.count > 1, rules.contains(where: { $0.times.isEmpty && $0.state == nil && !$0.always }) {
            return false
        }
        return !mixesHalves || !rules.contains { $0.crossesMidnight(startingBefore: 12 * 60) }
    }

    private func isSure(of timetable: Timetable) -> Bool {
        if isSpoken || !items.allSatisfy(\.isSure) || !timetable.rules.allSatisfy(\.hasOrderlyTimes) { return false }
        if timetable.rules.contains(where: { $0.crossesMidnight(startingBefore: 24 * 60, endingAfter: 6 * 60) }) {
            return false
        }
        if timetable.rules.contains(where: { $0.crossesMidnight(startingBefore: mixesHalves ? 24 * 60 : 12 * 60) }) {
            return false
        }
        return !guessed || !timetable.rules.haveCommonDays
    }

    /// The text spelled as the grammar wants it.
    private mutating func spelled() -> String? {
        var text = items[0].text
        var month = items[0].kind == .month ? items[0].text : ""
        for (last, item) in zip(items, items.dropFirst()) {
            guard var mark = mark(between: last, and: item) else { return nil }
            if last.kind == .dayNumber, item.kind == .dayNumber, item.separator == .comma { mark += month + " " }
            if item.kind == .month { month = item.text }
            text += mark + item.text
        }
        return text
    }

    private mutating func mark(between last: CodedItem, and item: CodedItem) -> String? {
        switch item.separator {
        case .stop:
            // `We 10:00-12:00; 14:00-18:00` would open on every day but in the morning.
            return item.kind == .time && items.contains { $0.kind == .day } ? nil : "; "
        case .dash: return joinsWithDash(last.kind, item.kind) ? "-" : nil
        case .comma: return comma(between: last.kind, and: item.kind)
        case .colon: return colon(between: last.kind, and: item.kind)
        case .nothing: return space(between: last.kind, and: item.kind)
        }
    }

    private func joinsWithDash(_ last: CodedItem.Kind, _ next: CodedItem.Kind) -> Bool {
        switch (last, next) {
        case (.day, .day), (.month, .month), (.dayNumber, .dayNumber), (.dayNumber, .month), (.dayNumber, .year),
            (.year, .year), (.weekNumber, .weekNumber), (.time, .time):
            true
        default: false
        }
    }

    private func comma(between last: CodedItem.Kind, and next: CodedItem.Kind) -> String? {
        switch (last, next) {
        case (.day, .day), (.month, .month), (.dayNumber, .month), (.dayNumber, .dayNumber), (.year, .year),
            (.weekNumber, .weekNumber), (.time, .time):
            ","
        case (.time, .day), (.time, .month), (.state, .day), (.state, .month), (.comment, .day), (.comment, .month):
            ", "
        default: nil
        }
    }

    private func colon(between last: CodedItem.Kind, and next: CodedItem.Kind) -> String? {
        switch (last, next) {
        case (.day, .time), (.day, .state), (.day, .comment): " "
        case (.month, .time), (.month, .day), (.month, .state), (.dayNumber, .time), (.dayNumber, .day),
            (.dayNumber, .state), (.weekNumber, .time), (.weekNumber, .day), (.year, .time), (.year, .day):
            ": "
        default: nil
        }
    }

    private mutating func space(between last: CodedItem.Kind, and next: CodedItem.Kind) -> String? {
        switch (last, next) {
        case (.week, .weekNumber): return ""
        case (.month, .time), (.dayNumber, .time), (.weekNumber, .time), (.year, .time): return ": "
        case (.day, .time), (.month, .day), (.dayNumber, .day), (.weekNumber, .day), (.year, .day), (.year, .month),
            (.month, .dayNumber):
            return " "
        case (.week, .state), (.comment, .state), (.comment, .comment), (.state, .state): return nil
        case (_, .state), (_, .comment): return " "
        case (.time, .time): return ","
        case (.time, .day), (.time, .month), (.state, .day), (.state, .month), (.comment, .day), (.comment, .month):
            guessed = true
            return "; "
        default: return nil
        }
    }
}
