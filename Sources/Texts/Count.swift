extension Text {
    /// A number with its noun: `1 ligne`, `1 234 lignes`.
    public static func count(_ number: Int, fr: (one: String, many: String), en: (one: String, many: String)) -> Text {
        Text(
            fr: "\(grouped(number, by: "\u{202F}"))\u{00A0}\(number < 2 ? fr.one : fr.many)",
            en: "\(grouped(number, by: ",")) \(number == 1 ? en.one : en.many)"
        )
    }

    /// `1 ligne`, `364 lignes`.
    public static func rows(_ number: Int) -> Text {
        count(number, fr: ("ligne", "lignes"), en: ("row", "rows"))
    }

    /// A number with its thousands set apart.
    public static func number(_ number: Int) -> Text {
        Text(fr: grouped(number, by: "\u{202F}"), en: grouped(number, by: ","))
    }

    private static func grouped(_ number: Int, by separator: String) -> String {
        let digits = Array(String(number.magnitude))
        var groups: [String] = []
        var end = digits.count
        while end > 0 {
            groups.insert(String(digits[max(0, end - 3)..<end]), at: 0)
            end -= 3
        }
        return (number < 0 ? "-" : "") + groups.joined(separator: separator)
    }
}

extension Text {
    /// A list as people say it: `a, b ou c`, with at most `limit` items.
    public static func oneOf(_ items: [String], limit: Int = 8) -> Text {
        let shown = Array(items.prefix(limit))
        guard shown.count > 1, let last = shown.last else { return Text(verbatim: "« \(shown.first ?? "") »") }
        let first = shown.dropLast().map { "« \($0) »" }.joined(separator: ", ")
        guard items.count <= limit else {
            return Text(fr: "\(first), « \(last) »…", en: "\(first), “\(last)”…")
        }
        return Text(fr: "\(first) ou « \(last) »", en: "\(first) or « \(last) »")
    }
}
