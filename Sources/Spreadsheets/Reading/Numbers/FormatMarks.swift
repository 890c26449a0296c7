/// What a format code says once its quoted words, colours, currencies and conditions are set aside.
struct FormatMarks {
    /// The letters that stand for parts of a date, in small letters and in English, each once.
    private(set) var letters: Set<Character> = []
    /// The places of digits before the point, from left to right: `0`, `#`, `?`.
    private(set) var placeholders = ""
    /// Digits that are always shown before the number.
    private(set) var prefix: [UInt8] = []
    private(set) var isElapsed = false
    private(set) var isPercent = false
    /// Whether nothing but whole digits is shown: no decimals, fraction, exponent or division by a thousand.
    private(set) var isWhole = true

    /// How many digits are shown at least.
    var paddedDigits: Int { placeholders.drop { $0 != "0" }.count }

    init(_ code: String) {
        var rest = Substring(code)
        while let mark = rest.popFirst(), mark != ";" {
            switch mark {
            case "\"":
                readLiteral(rest.prefix { $0 != "\"" })
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "!": readLiteral(rest.popFirst().map { Substring(String($0)) } ?? "")
            case "_", "*": _ = rest.popFirst()
            case "[":
                readBracket(rest.prefix { $0 != "]" })
                rest = rest.drop { $0 != "]" }.dropFirst()
            default: read(mark, before: &rest)
            }
        }
    }

    private mutating func read(_ mark: Character, before rest: inout Substring) {
        switch mark {
        case "0", "#", "?": placeholders.append(mark)
        case "%": isPercent = true
        case ".", "/": isWhole = isWhole && placeholders.isEmpty
        case ",": isWhole = isWhole && (placeholders.isEmpty || rest.first.map { "0#?".contains($0) } ?? false)
        case "E" where rest.first == "+" || rest.first == "-", "e" where rest.first == "+" || rest.first == "-":
            isWhole = false
        case "G", "g", "S", "s":
            for word in ["eneral", "tandard"] where rest.lowercased().hasPrefix(word) {
                rest = rest.dropFirst(word.count)
                return
            }
            if mark == "S" || mark == "s" { letters.insert("s") }
        case "A", "a": readA(&rest)
        case "j", "J": letters.insert("d")
        case "y", "Y", "m", "M", "d", "D", "h", "H": letters.formUnion(mark.lowercased())
        default: break
        }
    }

    /// `AM/PM`, or the year of a French code (`jj/mm/aaaa`).
    private mutating func readA(_ rest: inout Substring) {
        for word in ["m/pm", "/p"] where rest.lowercased().hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            letters.insert("h")
            return
        }
        if rest.first == "a" || rest.first == "A" { letters.insert("y") }
    }

    private mutating func readLiteral(_ words: Substring) {
        guard placeholders.isEmpty, words.utf8.allSatisfy({ $0 == 0x20 || $0 &- 0x30 <= 9 }) else { return }
        prefix += words.utf8.filter { $0 != 0x20 }
    }

    private mutating func readBracket(_ words: Substring) {
        let unit = Set(words.lowercased())
        if unit.count == 1, unit.isSubset(of: ["h", "m", "s"]) { isElapsed = true }
    }
}
