import Norms

/// Days, in the form that the schema gives.
struct DateReader: CellReader {
    /// `2024-05-31` or `2024-5-31`, as `strptime` reads `%Y-%m-%d`.
    private let pattern: DatePattern?
    private let isFree: Bool

    init(format: String) {
        isFree = format == "any"
        pattern = isFree ? nil : DatePattern(format == "default" ? "%Y-%m-%d" : format)
    }

    func read(_ cell: Bytes) -> Logical? {
        if isFree { return FreeDate(cell).map { .day($0.day.ordinal) } }
        return (pattern?.read(cell)).map { .day($0.day.ordinal) }
    }
}

/// Times of the day, in the form that the schema gives.
struct TimeReader: CellReader {
    private let format: String
    private let pattern: DatePattern?

    init(format: String) {
        self.format = format
        pattern = format == "default" || format == "any" ? nil : DatePattern(format)
    }

    func read(_ cell: Bytes) -> Logical? {
        switch format {
        case "default":
            // Shorter forms of ISO 8601 are no times for Table Schema.
            guard cell.codePoints >= 8, cell.count > 5, cell[5] == 0x3A, let clock = ISOMoment.time(cell) else {
                return nil
            }
            return .time(micros: clock.micros % 86_400_000_000, offset: clock.offset)
        case "any": return FreeDate(cell).map { .time(micros: $0.micros, offset: $0.offset) }
        default: return (pattern?.read(cell)).map { .time(micros: $0.micros, offset: $0.offset) }
        }
    }
}

/// Moments, in the form that the schema gives.
struct DatetimeReader: CellReader {
    private let format: String
    private let pattern: DatePattern?

    init(format: String) {
        self.format = format
        pattern = format == "default" || format == "any" ? nil : DatePattern(format)
    }

    func read(_ cell: Bytes) -> Logical? {
        let read: DateParts?
        switch format {
        case "default":
            guard cell.count >= 19, cell[16] == 0x3A else { return nil }
            read = ISOMoment.moment(cell)
        case "any": read = FreeDate(cell).map { DateParts(day: $0.day, micros: $0.micros, offset: $0.offset) }
        default: read = pattern?.read(cell)
        }
        return read.map { .moment(micros: $0.day.ordinal * 86_400_000_000 + $0.micros, offset: $0.offset) }
    }
}

/// A day, a time of it, and the distance from UTC.
struct DateParts {
    var day: CalendarDay
    /// Microseconds since midnight.
    var micros = 0
    /// Seconds.
    var offset: Int?
}
