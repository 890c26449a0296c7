import Tables

/// A day and a time, or a time alone, as openpyxl reads them in the number that a cell stores.
struct StoredMoment {
    /// The day; 1 January 1900 for a time alone, as Python shows it.
    private(set) var year = 1900
    private(set) var month = 1
    private(set) var day = 1
    /// Days since 1 January 1970, for the day of the week.
    private(set) var daysSince1970 = -25_567
    /// Milliseconds since midnight.
    private(set) var milliseconds = 0
    private(set) var isTimeOnly = false

    private static let dayLength = 86_400_000

    /// The moment of a number; nil outside the years 1 to 9999.
    ///
    /// - Parameter knowsTimes: Whether what is under a day is a time alone; else a time of the last day of 1899.
    init?(serial: Double, from1904: Bool, knowsTimes: Bool = true) {
        let whole = serial.rounded(.down)
        guard abs(whole) < 4_000_000 else { return nil }
        let rest = Int(((serial - whole) * 86_400 * 1_000).rounded(.toNearestOrEven))
        milliseconds = rest % Self.dayLength
        isTimeOnly = knowsTimes && serial >= 0 && serial < 1 && rest < Self.dayLength
        guard !isTimeOnly else { return }
        // Spreadsheets believe that 1900 had a 29 February.
        let isBeforeLeap = !from1904 && (serial > 0 || !knowsTimes) && serial < 60
        daysSince1970 =
            Int(whole) + (isBeforeLeap ? 1 : 0) + rest / Self.dayLength - (from1904 ? 24_107 : 25_569)
        (year, month, day) = SerialDate.civil(daysSince1970)
        guard 1...9_999 ~= year else { return nil }
    }

    var hour: Int { milliseconds / 3_600_000 }
    var minute: Int { milliseconds / 60_000 % 60 }
    var second: Int { milliseconds / 1_000 % 60 }
    /// The day of the week: 0 is Monday.
    var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }

    /// What is read: the text that a format shows, else the moment itself.
    func value(shown display: MomentDisplay?) -> Value {
        if let display { return Value(display.text(of: self)) }
        let clock = SerialDate.clock(milliseconds / 1_000) + fraction
        if isTimeOnly { return Value(clock, kind: .time) }
        // With its time even at midnight: for Python a moment is no day.
        return Value(SerialDate.calendar(daysSince1970) + "T" + clock, kind: .date)
    }

    private var fraction: String {
        let rest = milliseconds % 1_000
        return rest == 0 ? "" : "." + String(String(rest + 1_000).dropFirst())
    }

    /// A length of time as ISO 8601 writes it (`PT30H15M0S`): it is no time of a day. Nil where it is too long for Python.
    static func duration(days: Double) -> String? {
        guard days.magnitude < 1e9 else { return nil }
        let milliseconds = Int((days.magnitude * 86_400_000).rounded())
        let (seconds, rest) = (milliseconds / 1_000 % 60, milliseconds % 1_000)
        let decimals = rest == 0 ? "" : "." + String(String(rest + 1_000).dropFirst())
        return (days < 0 ? "-" : "")
            + "PT\(milliseconds / 3_600_000)H\(milliseconds / 60_000 % 60)M\(seconds)\(decimals)S"
    }
}
