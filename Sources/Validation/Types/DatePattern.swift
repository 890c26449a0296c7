import Norms

/// A form of dates in the language of `strptime` (`%d/%m/%Y`), with the verdict of Python's: `1/2/2024` is `%d/%m/%Y`.
struct DatePattern: Sendable {
    private let pattern: Pattern?
    private let directives: [Character]
    /// Where the expression of each directive stands among the groups.
    private let groups: [Int]

    /// A form. One that Python cannot use accepts nothing.
    init(_ format: String) {
        var built = Expression()
        built.add(format)
        directives = built.directives
        groups = built.groups
        let usable = built.isUsable && Set(directives).count == directives.count
        pattern = usable ? Pattern(built.text, ignoringCase: true) : nil
    }

    /// The moment that a text means; nil where it has not the form, or the calendar has no such day.
    func read(_ text: Bytes) -> DateParts? {
        guard let found = pattern?.groups(in: text), found[0]?.count == text.count else { return nil }
        var words: [Character: Bytes] = [:]
        for (directive, group) in zip(directives, groups) { words[directive] = found[group] }
        return Moment(words).parts
    }

    /// The expression of a form, piece by piece.
    private struct Expression {
        var text = ""
        var directives: [Character] = []
        var groups: [Int] = []
        var isUsable = true
        private var groupCount = 0

        mutating func add(_ format: String) {
            var rest = Substring(format)
            while let sign = rest.popFirst() {
                if sign == "%" {
                    guard let directive = rest.popFirst() else {
                        isUsable = false
                        return
                    }
                    add(directive: directive)
                } else if sign.unicodeScalars.allSatisfy(\.isPythonSpace) {
                    if !text.hasSuffix(#"\s+"#) { text += #"\s+"# }
                } else {
                    for scalar in sign.unicodeScalars {
                        let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        text += isWord || !scalar.isASCII ? String(scalar) : "\\" + String(scalar)
                    }
                }
            }
        }

        private mutating func add(directive: Character) {
            switch directive {
            case "%": text += "%"
            case "c": add("%a %b %d %H:%M:%S %Y")
            case "x": add("%m/%d/%y")
            case "X": add("%H:%M:%S")
            default:
                guard let expression = DatePattern.expressions[directive] else {
                    isUsable = false
                    return
                }
                groupCount += 1
                directives.append(directive)
                groups.append(groupCount)
                text += "(" + expression + ")"
            }
        }
    }

    // No group inside an expression: groups are counted.
    fileprivate static let expressions: [Character: String] = [
        "d": #"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]"#, "f": "[0-9]{1,6}", "H": #"2[0-3]|[0-1]\d|\d"#,
        "I": "1[0-2]|0[1-9]|[1-9]",
        "j": #"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]"#,
        "m": "1[0-2]|0[1-9]|[1-9]", "M": #"[0-5]\d|\d"#, "S": #"6[0-1]|[0-5]\d|\d"#, "y": #"\d\d"#,
        "Y": #"\d\d\d\d"#, "z": #"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)"#, "Z": "utc|gmt",
        "p": "am|pm", "A": days.joined(separator: "|"), "a": days.map { String($0.prefix(3)) }.joined(separator: "|"),
        "B": months.joined(separator: "|"), "b": months.map { String($0.prefix(3)) }.joined(separator: "|"),
        "w": "[0-6]", "u": "[1-7]", "U": #"5[0-3]|[0-4]\d|\d"#, "W": #"5[0-3]|[0-4]\d|\d"#,
    ]
    fileprivate static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    fileprivate static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// The words of a date, put together.
    private struct Moment {
        private let words: [Character: Bytes]

        init(_ words: [Character: Bytes]) { self.words = words }

        var parts: DateParts? {
            guard let day, let micros else { return nil }
            return DateParts(day: day, micros: micros, offset: offset)
        }

        private func number(_ directive: Character) -> Int? {
            words[directive].flatMap { ExactNumber(integer: $0)?.int }
        }

        private func place(_ directive: Character, in names: [String]) -> Int? {
            guard let word = words[directive]?.text.lowercased() else { return nil }
            return names.firstIndex { $0 == word || $0.prefix(3) == word }
        }

        private var day: CalendarDay? {
            let short = number("y").map { $0 <= 68 ? 2_000 + $0 : 1_900 + $0 }
            let year = number("Y") ?? short ?? 1_900
            if let ordinal = number("j") {
                guard 1...9_999 ~= year else { return nil }
                return CalendarDay(ordinal: CalendarDay.daysBefore(year: year) + ordinal - 1)
            }
            let month = number("m") ?? (place("B", in: months) ?? place("b", in: months)).map { $0 + 1 } ?? 1
            return CalendarDay(year: year, month: month, day: number("d") ?? 1)
        }

        private var micros: Int? {
            var hour = number("H") ?? 0
            if let twelve = number("I") {
                let afternoon = words["p"]?.text.lowercased() == "pm"
                hour = twelve % 12 + (afternoon ? 12 : 0)
            }
            // A 60th second is none for the calendar.
            guard let second = number("S") ?? 0 as Int?, second < 60 else { return nil }
            var fraction = number("f") ?? 0
            for _ in (words["f"]?.count ?? 6)..<6 { fraction *= 10 }
            return ((hour * 60 + (number("M") ?? 0)) * 60 + second) * 1_000_000 + fraction
        }

        private var offset: Int? {
            guard let zone = words["z"] else { return nil }
            let digits = zone.filter(\.isDigit).map { Int($0 - 0x30) }
            guard digits.count >= 4 else { return 0 }
            let seconds = (digits[0] * 10 + digits[1]) * 3_600 + (digits[2] * 10 + digits[3]) * 60
            return zone.first == 0x2D ? -seconds : seconds
        }
    }
}
