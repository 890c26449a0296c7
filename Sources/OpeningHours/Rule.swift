/// One rule of opening hours: on which days, at what times, open or closed.
struct Rule: Hashable, Sendable {
    /// How a rule meets the rules before it: `;` replaces them on its days, `, ` adds to them, `||` fills their gaps.
    enum Join: Hashable, Sendable { case replacing, adding, fallback }

    /// What a rule says of its hours.
    enum State: Hashable, Sendable { case open, closed, unknown }

    var join = Join.replacing
    /// `24/7`, which stands without selectors.
    var always = false
    /// The comment written before a colon: `"en été": 10:00-12:00`.
    var heading: String?
    var years: [YearRange] = []
    var dates: [DateRange] = []
    var weeks: [WeekRange] = []
    var days = DaySelector()
    var times: [TimeSpan] = []
    /// Nil where nothing is written, which means open, or unknown when only a comment is written.
    var state: State?
    var comment: String?

    /// Whether the rule selects no day in particular.
    var isEveryDay: Bool { years.isEmpty && dates.isEmpty && weeks.isEmpty && days.isEmpty }

    /// Whether nothing at all is written.
    var isEmpty: Bool { self == Rule(join: join) }

    /// What the rule says, with the defaults filled in.
    var effect: State { state ?? (comment == nil ? .open : .unknown) }
}

/// `2020`, `2020-2025/2`, `2020+`. The last year of an open range is 9999.
struct YearRange: Hashable, Sendable {
    var first: Int
    var last: Int
    var step = 1
    static let end = 9999
}

/// `week01-10/2`: weeks of ISO 8601.
struct WeekRange: Hashable, Sendable {
    var first: Int
    var last: Int
    var step = 1
}
