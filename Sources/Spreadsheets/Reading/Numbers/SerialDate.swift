import Tables

/// Dates as spreadsheets store them: days since the end of 1899, or since 1904 in files made on old Macs.
struct SerialDate {
    /// Whether day 0 is 1 January 1904.
    var from1904 = false

    private static let secondsInDay = 86_400
    /// 31 December 9999, the last day that a spreadsheet knows.
    private static let lastDay = 2_958_465
    /// Spreadsheets believe that 1900 had a 29 February, as Lotus 1-2-3 did.
    private static let falseLeapDay = 60

    /// The date, the date and time, or the time under a day alone; nil if the number cannot be a date.
    func date(_ serial: Double) -> Value? {
        guard let (day, second) = split(serial) else { return nil }
        if day == 0, !from1904 { return second == 0 ? nil : Value(Self.clock(second), kind: .time) }
        if day == Self.falseLeapDay, !from1904 { return Value("1900-02-29", kind: .text) }
        let text = Self.calendar(daysSince1970(day))
        return Value(second == 0 ? text : text + "T" + Self.clock(second), kind: .date)
    }

    /// The time of day; a date and time when the number holds a whole day too.
    func time(_ serial: Double) -> Value? {
        guard let (day, second) = split(serial) else { return nil }
        return day == 0 ? Value(Self.clock(second), kind: .time) : date(serial)
    }

    /// A duration: hours may go beyond 24.
    func duration(_ serial: Double) -> Value? {
        guard let (day, second) = split(serial) else { return nil }
        return Value(Self.clock(day * Self.secondsInDay + second), kind: .time)
    }

    private func split(_ serial: Double) -> (day: Int, second: Int)? {
        guard serial >= 0, serial < Double(Self.lastDay + 1) else { return nil }
        let seconds = Int((serial * Double(Self.secondsInDay)).rounded())
        return (seconds / Self.secondsInDay, seconds % Self.secondsInDay)
    }

    private func daysSince1970(_ day: Int) -> Int {
        if from1904 { return day - 24_107 }
        return day - (day < Self.falseLeapDay ? 25_568 : 25_569)
    }

    /// `08:30:00`; more than 24 hours stay hours.
    static func clock(_ seconds: Int) -> String {
        [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
    }

    /// `2019-12-31`, from the days since 1 January 1970.
    static func calendar(_ daysSince1970: Int) -> String {
        let (year, month, day) = civil(daysSince1970)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// The day of the proleptic Gregorian calendar, from the days since 1 January 1970 (Howard Hinnant's
    /// `civil_from_days`).
    static func civil(_ daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = daysSince1970 + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
