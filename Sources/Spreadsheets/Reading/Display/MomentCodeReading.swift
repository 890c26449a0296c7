/// Reads the code of a format of moments as frictionless does (`convert_excel_date_format_string`), sign by sign.
struct MomentCodeReading {
    /// What was read so far.
    private(set) var pieces: [MomentDisplay.Piece] = []
    /// The letters of the part that is being read, in small letters.
    private var letters = ""
    /// The part before.
    private var previous = ""
    /// What follows an `m` or `mm` of which the next part will say whether it is a month or a minute.
    private var waiting: [MomentDisplay.Piece]?

    /// Signs that stand for themselves.
    private static let plainSigns: Set<Character> = [
        "$", "+", "(", ":", "^", "'", "{", "<", "=", "-", "/", ")", "!", "&", "~", "}", ">", " ",
    ]

    /// Reads a code; false where frictionless gives up.
    mutating func read(_ code: String) -> Bool {
        var rest = code.prefix { _ in true }
        while let sign = rest.popFirst() {
            switch sign {
            case "\"":
                let words = rest.prefix { $0 != "\"" }
                for letter in words { add(letter) }
                rest = rest.dropFirst(words.count + 1)
            case ";": return finish()
            case "\\":
                guard endPart() else { return false }
                if let next = rest.popFirst() { add(next) }
            case _ where Self.plainSigns.contains(sign) && !isWithinHalf(sign):
                guard endPart() else { return false }
                add(sign)
            default:
                let letter = sign.lowercased()
                if beginsPart(letter), !endPart() { return false }
                letters += letter
            }
        }
        return finish()
    }

    /// The bar of `am/pm` is no sign of its own.
    private func isWithinHalf(_ sign: Character) -> Bool { sign == "/" && (letters == "am" || letters == "a") }

    private func beginsPart(_ letter: String) -> Bool {
        !letters.isEmpty && !letters.hasPrefix(letter) && (!letters.hasPrefix("a") || letters == "am/pm")
    }

    private mutating func add(_ sign: Character) { add(.sign(sign)) }

    private mutating func add(_ piece: MomentDisplay.Piece) {
        if waiting != nil { waiting?.append(piece) } else { pieces.append(piece) }
    }

    /// Ends the part that is being read; false where it is none that frictionless knows.
    private mutating func endPart() -> Bool {
        guard !letters.isEmpty else { return true }
        if let rest = waiting {
            let isMinute = letters == "s" || letters == "ss"
            pieces += [.part(Self.monthOrMinute(previous, isMinute: isMinute))] + rest
            waiting = nil
        }
        if let part = Self.parts[letters] {
            pieces.append(.part(part))
        } else if letters == "m" || letters == "mm" {
            if previous == "h" || previous == "hh" {
                pieces.append(.part(Self.monthOrMinute(letters, isMinute: true)))
            } else {
                waiting = []
            }
        } else {
            return false
        }
        previous = letters
        letters = ""
        return true
    }

    /// The end of the code: what still waits is a month.
    private mutating func finish() -> Bool {
        if let rest = waiting {
            pieces += [.part(Self.monthOrMinute(previous, isMinute: false))] + rest
            waiting = nil
        }
        guard !letters.isEmpty else { return true }
        if let part = Self.parts[letters] {
            pieces.append(.part(part))
        } else if letters == "m" || letters == "mm" {
            let isMinute = previous == "h" || previous == "hh"
            pieces.append(.part(Self.monthOrMinute(letters, isMinute: isMinute)))
        } else {
            return false
        }
        return true
    }

    private static func monthOrMinute(_ letters: String, isMinute: Bool) -> MomentDisplay.Part {
        switch letters {
        case "mm": isMinute ? .minute : .month
        default: isMinute ? .bareMinute : .bareMonth
        }
    }

    private static let parts: [String: MomentDisplay.Part] = [
        "yyyy": .year, "yy": .shortYear, "dddd": .weekday, "ddd": .shortWeekday, "dd": .day, "d": .bareDay,
        "mmmmmm": .shortMonthName, "mmmm": .monthName, "mmm": .shortMonthName, "hh": .hour, "h": .bareHour,
        "ss": .second, "s": .bareSecond, "am/pm": .half, "a/p": .half,
    ]
}
