/// A part of a sentence about opening hours.
enum Phrase: Hashable {
    case dates([DateRange])
    case days(DaySelector)
    case times([TimeSpan])
    case closed
    case except
    /// Nothing before it goes with what comes after it.
    case stop
    /// Half a day named without its hours.
    case dayPart
}

extension TimeSpan {
    static let wholeDay = TimeSpan(start: .clock(0), end: .clock(1440))
}
