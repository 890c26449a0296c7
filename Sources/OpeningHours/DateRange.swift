/// The months, in the order of the year, as the grammar writes them.
let monthCodes = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/// A period of the year.
enum DateRange: Hashable, Sendable {
    /// `Jan`, `Apr-Sep`, `2020 Jan-Mar`: months from 1 to 12.
    case months(year: Int?, first: Int, last: Int)
    /// `Dec 24`, `Apr 01-Sep 30`, `easter -2 days-easter +1 day`, `Jan 01+`.
    case dates(from: DateBound, end: End)

    /// Where a range of dates ends.
    enum End: Hashable, Sendable {
        case same, never
        case on(DateBound)
    }
}

/// One end of a range of dates, with what is added to it.
struct DateBound: Hashable, Sendable {
    enum Anchor: Hashable, Sendable {
        case day(month: Int, day: Int)
        case easter
    }

    /// The first such weekday after the date, or before it: `Sep 15+Sa`.
    struct Nearest: Hashable, Sendable {
        var weekday: Weekday
        var after: Bool
    }

    var year: Int?
    var anchor: Anchor
    var nearest: Nearest?
    /// Days added last.
    var offset = 0
}
