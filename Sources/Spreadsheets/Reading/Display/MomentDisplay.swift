/// How frictionless writes a moment under a format: the parts that the code names, in the language of `strftime`.
struct MomentDisplay: Equatable {
    private let pieces: [Piece]

    /// A sign, or a part of a moment.
    enum Piece: Equatable {
        case sign(Character)
        case part(Part)
    }

    /// A part of a moment. Those called bare have no zero before a single digit.
    enum Part: Equatable {
        case year, shortYear
        case month, bareMonth, monthName, shortMonthName
        case day, bareDay, weekday, shortWeekday
        case hour, bareHour, minute, bareMinute, second, bareSecond
        /// Morning or afternoon; hours are from 0 to 23 all the same.
        case half
    }

    /// Nil where frictionless gives up on the code, and moments stay moments.
    init?(_ code: String) {
        var reading = MomentCodeReading()
        guard reading.read(code), !reading.pieces.isEmpty else { return nil }
        pieces = reading.pieces
    }

    /// The moment as it is shown.
    func text(of moment: StoredMoment) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .sign(let sign): text.append(sign)
            case .part(let part): text += part.text(of: moment)
            }
        }
        return text
    }
}

extension MomentDisplay.Part {
    /// The part of a moment, in digits or in English.
    fileprivate func text(of moment: StoredMoment) -> String {
        switch self {
        case .year: "\(moment.year)"
        case .shortYear: Self.padded(moment.year % 100)
        case .month: Self.padded(moment.month)
        case .bareMonth: "\(moment.month)"
        case .monthName: Self.months[moment.month - 1]
        case .shortMonthName: String(Self.months[moment.month - 1].prefix(3))
        case .day: Self.padded(moment.day)
        case .bareDay: "\(moment.day)"
        case .weekday: Self.weekdays[moment.weekday]
        case .shortWeekday: String(Self.weekdays[moment.weekday].prefix(3))
        case .hour: Self.padded(moment.hour)
        case .bareHour: "\(moment.hour)"
        case .minute: Self.padded(moment.minute)
        case .bareMinute: "\(moment.minute)"
        case .second: Self.padded(moment.second)
        case .bareSecond: "\(moment.second)"
        case .half: moment.hour < 12 ? "AM" : "PM"
        }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
