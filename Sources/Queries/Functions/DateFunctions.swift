extension QueryFunction {
    /// Functions of dates: their parts, as numbers.
    static let dates: [QueryFunction] = [
        date("year", "The year of a date.") { $0.date.year },
        date("month", "The month of a date, from 1.") { $0.grain == .year ? nil : $0.date.month },
        date("day", "The day of the month of a date, from 1.") { $0.isDay ? $0.date.day : nil },
        // 1970-01-01 was a Thursday.
        date("weekday", "The day of the week of a date: 0 is Monday, 6 Sunday.") {
            $0.isDay ? Int(($0.day + 3) - Moment.floor($0.day + 3, 7) * 7) : nil
        },
        date("hour", "The hour of an instant (UTC).") { $0.seconds.map { $0 / 3600 } },
        date("minute", "The minute of an instant.") { $0.seconds.map { $0 / 60 % 60 } },
        date("second", "The second of an instant.") { $0.seconds.map { $0 % 60 } },
        QueryFunction("date_of", [.date], to: .date, "The day of an instant (UTC).") { worths in
            guard case .moment(let moment) = worths[0] else { return .unknown }
            let first = moment.day * Moment.microsecondsPerDay
            return .moment(Moment(first: first, last: first + Moment.microsecondsPerDay - 1, grain: .day))
        },
    ]

    private static func date(
        _ name: String, _ purpose: String, _ part: @escaping @Sendable (Moment) -> Int?
    ) -> QueryFunction {
        QueryFunction(name, [.date], to: .number, purpose) { worths in
            guard case .moment(let moment) = worths[0], let part = part(moment) else { return .unknown }
            return .number(Double(part))
        }
    }
}

extension Moment {
    fileprivate var isDay: Bool { grain == .day || grain == .instant }

    /// How many seconds of its day had passed; nil for what is no instant.
    fileprivate var seconds: Int? {
        grain == .instant ? Int((first - day * Self.microsecondsPerDay) / 1_000_000) : nil
    }
}
