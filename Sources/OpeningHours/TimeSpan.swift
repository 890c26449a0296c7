/// Hours of a day: `08:00-12:00`, `sunrise-sunset`, `10:00-16:00/90`.
struct TimeSpan: Hashable, Sendable {
    var start: ClockTime
    /// Nil for a moment alone, which the grammar knows but Validata refuses.
    var end: ClockTime?
    /// `14:00-18:00+`: until some time after.
    var openEnd = false
    var every: Rhythm?

    /// How long from one moment of service to the next, in minutes. The library of Validata fails on the
    /// form with minutes alone.
    enum Rhythm: Hashable, Sendable {
        case minutes(Int)
        case hoursAndMinutes(Int)
    }
}

/// A time of the day: fixed, or tied to the sun.
enum ClockTime: Hashable, Sendable {
    /// Minutes since midnight; more than 1,440 is the next day.
    case clock(Int)
    /// An event of the sun and minutes added to it.
    case sun(SunEvent, offset: Int)
}

/// What the sun does in a day.
public enum SunEvent: String, CaseIterable, Hashable, Sendable {
    case dawn, sunrise, sunset, dusk
}
