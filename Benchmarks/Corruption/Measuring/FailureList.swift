import Texts

extension Score {
    /// The failures as plain text, by cause, for those who mend them.
    public var failureList: String {
        var text = ""
        var number = 0
        for group in failures {
            if group.cause.number != number {
                number = group.cause.number
                let name = Corruption.all.first { $0.number == number }?.name.en ?? ""
                text += "\n== class \(number): \(name)\n"
            }
            let cause = group.cause
            text +=
                "\(group.count) × [\(cause.fate)] \(cause.form)" + (cause.rule.isEmpty ? "" : " | rule \(cause.rule)")
                + "\n"
            let places = group.places.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            text += "      in " + places.prefix(8).map { "\($0.key) \($0.value)" }.joined(separator: ", ") + "\n"
            for example in group.examples {
                text += """
                          \(example.place): sent \(example.sent.shown) → got \(example.got.shown), \
                    expected \(example.expected.shown) (seed \(example.seed))\n
                    """
            }
        }
        return text
    }
}

extension String {
    /// On one line, with signs for what is not seen.
    var shown: String {
        "«"
            + unicodeScalars.map { scalar in
                switch scalar.value {
                case 0x0A: "⏎"
                case 0x09: "⇥"
                case 0x00A0, 0x202F, 0x2009: "⍽"
                case 0x200B, 0xFEFF, 0xAD, 0x00, 0x0D: "⟨\(String(scalar.value, radix: 16))⟩"
                default: String(scalar)
                }
            }.joined() + "»"
    }
}
