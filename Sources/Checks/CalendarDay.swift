/// The days of the Gregorian calendar.
public enum CalendarDay {
    /// Whether a day exists.
    public static func exists(year: Int, month: Int, day: Int) -> Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        return day <= length(ofMonth: month, year: year)
    }

    /// The day of the week, 0 for Sunday (Tomohiko Sakamoto's rule).
    public static func weekday(year: Int, month: Int, day: Int) -> Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = month < 3 ? year - 1 : year
        return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
    }

    /// The numbers of a day written `2019-12-31`, whether it exists or not. Read byte by byte.
    static func parts(of value: String) -> (year: Int, month: Int, day: Int)? {
        var value = value
        return value.withUTF8 { bytes in
            guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
            func number(_ places: Range<Int>) -> Int? {
                var number = 0
                for place in places {
                    guard (0x30...0x39).contains(bytes[place]) else { return nil }
                    number = number * 10 + Int(bytes[place] - 0x30)
                }
                return number
            }
            guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
            return (year, month, day)
        }
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
