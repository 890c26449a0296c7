import Tables

/// How a cell shows its number, as far as that changes what its owner reads.
enum NumberFormat: Equatable, Sendable {
    /// The digits themselves.
    case plain
    /// A day, with or without a time.
    case date
    /// A time of day.
    case time
    /// Hours, minutes or seconds that may go beyond a day: `[h]:mm`.
    case duration
    /// Text: the number is a code that somebody wants to see as it is.
    case text
    /// Hundredths: 0.45 is shown as `45%`.
    case percent
    /// A code: at least so many digits, zeros first, after fixed digits (`00000`, `"69"000`, `0#" "##" "##`).
    case padded(prefix: [UInt8], digits: Int)

    /// One of the formats that have a number and no description in the file (ECMA-376, part 1, 18.8.30).
    init(builtIn number: Int) {
        switch number {
        case 9, 10: self = .percent
        case 14...17, 22, 27...31, 34...36, 50...58: self = .date
        case 18...21, 32, 33, 45, 47: self = .time
        case 46: self = .duration
        case 49: self = .text
        default: self = .plain
        }
    }

    /// A format from its code, of which only the first section counts: that of numbers above zero.
    init(code: String) {
        let marks = FormatMarks(code)
        if code == "@" {
            self = .text
        } else if marks.isElapsed {
            self = .duration
        } else if marks.letters.contains("y") || marks.letters.contains("d") {
            self = .date
        } else if marks.letters.contains("h") || marks.letters.contains("s") {
            self = .time
        } else if marks.letters.contains("m"), marks.placeholders.isEmpty {
            self = .date
        } else if marks.isPercent {
            self = .percent
        } else if marks.isWhole, !marks.placeholders.isEmpty, marks.paddedDigits > 1 || !marks.prefix.isEmpty {
            self = .padded(prefix: marks.prefix, digits: marks.paddedDigits)
        } else {
            self = .plain
        }
    }

    /// What the owner reads in a cell that stores a number. What is no number stays as it is, as text.
    func meaning(of bytes: some Collection<UInt8>, dates: SerialDate) -> Value {
        guard let number = PlainNumber(bytes) else { return Value(String(decoding: bytes, as: UTF8.self)) }
        let dated: Value? =
            switch self {
            case .date: Self.serial(bytes).flatMap(dates.date)
            case .time: Self.serial(bytes).flatMap(dates.time)
            case .duration: Self.serial(bytes).flatMap(dates.duration)
            default: nil
            }
        return dated ?? Value(text(of: number), kind: self == .percent || self == .text ? .text : .number)
    }

    private func text(of number: PlainNumber) -> String {
        switch self {
        case .percent:
            return String(decoding: number.hundredfold.written, as: UTF8.self) + "%"
        case .padded(let prefix, let digits) where number.isWhole && !number.isNegative:
            return String(decoding: prefix + number.wholeDigits(atLeast: digits), as: UTF8.self)
        default:
            return String(decoding: number.written, as: UTF8.self)
        }
    }

    private static func serial(_ bytes: some Collection<UInt8>) -> Double? {
        Double(String(decoding: bytes, as: UTF8.self))
    }
}
