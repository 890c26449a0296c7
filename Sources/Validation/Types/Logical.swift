/// The value that a cell stands for, once its type is known. Constraints are judged on it.
enum Logical: Sendable, Hashable {
    case text(String)
    case number(ExactNumber)
    case truth(Bool)
    /// Days since 1 January of the year 1.
    case day(Int)
    /// Microseconds since midnight, and the distance from UTC in seconds where it is given.
    case time(micros: Int, offset: Int?)
    /// Microseconds since 1 January of the year 1, and the distance from UTC in seconds where it is given.
    case moment(micros: Int, offset: Int?)
    case month(year: ExactNumber, month: Int)
    /// Months, and seconds beside them.
    case duration(months: ExactNumber, seconds: Double)
    case point(longitude: ExactNumber, latitude: ExactNumber)
    case json(JSONTree)
    case list([Logical])

    // Texts are the same only where their bytes are: Swift alone would take é for e and an accent.
    static func == (one: Logical, other: Logical) -> Bool {
        switch (one, other) {
        case (.text(let one), .text(let other)): one.utf8.elementsEqual(other.utf8)
        case (.number(let one), .number(let other)): one == other
        case (.truth(let one), .truth(let other)): one == other
        case (.day(let one), .day(let other)): one == other
        case (.time(let one, let zone), .time(let other, let otherZone)),
            (.moment(let one, let zone), .moment(let other, let otherZone)):
            (zone == nil) == (otherZone == nil) && Self.utc(one, zone) == Self.utc(other, otherZone)
        case (.month(let year, let month), .month(let otherYear, let otherMonth)):
            year == otherYear && month == otherMonth
        case (.duration(let months, let seconds), .duration(let otherMonths, let otherSeconds)):
            months == otherMonths && seconds == otherSeconds
        case (.point(let one, let two), .point(let three, let four)): one == three && two == four
        case (.json(let one), .json(let other)): one == other
        case (.list(let one), .list(let other)): one == other
        default: false
        }
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .text(let text): hasher.combine(Array(text.utf8))
        case .number(let number): hasher.combine(number)
        case .truth(let truth): hasher.combine(truth)
        case .day(let day): hasher.combine(day)
        case .time(let micros, let zone), .moment(let micros, let zone): hasher.combine(Self.utc(micros, zone))
        case .month(let year, let month):
            hasher.combine(year)
            hasher.combine(month)
        case .duration(let months, let seconds):
            hasher.combine(months)
            hasher.combine(seconds)
        case .point(let longitude, let latitude):
            hasher.combine(longitude)
            hasher.combine(latitude)
        case .json(let tree): hasher.combine(tree)
        case .list(let items): hasher.combine(items)
        }
    }

    private static func utc(_ micros: Int, _ offset: Int?) -> Int { micros - (offset ?? 0) * 1_000_000 }

    /// Which of two values of one type is greater; nil where they have no order.
    func compared(to other: Logical) -> Int? {
        switch (self, other) {
        case (.number(let one), .number(let other)): return one.compared(to: other)
        case (.day(let one), .day(let other)): return Self.order(one, other)
        case (.time(let one, let zone), .time(let other, let otherZone)),
            (.moment(let one, let zone), .moment(let other, let otherZone)):
            return Self.order(Self.utc(one, zone), Self.utc(other, otherZone))
        case (.month(let year, let month), .month(let otherYear, let otherMonth)):
            let years = year.compared(to: otherYear)
            return years == 0 ? Self.order(month, otherMonth) : years
        default: return nil
        }
    }

    private static func order(_ one: Int, _ other: Int) -> Int { one < other ? -1 : one > other ? 1 : 0 }

    /// How long the value is, where it has a length: characters, items or members.
    var length: Int? {
        switch self {
        case .text(let text): text.unicodeScalars.count
        case .list(let items): items.count
        case .json(.list(let items)): items.count
        case .json(.object(let members)): Set(members.map(\.name)).count
        default: nil
        }
    }
}
