import Schemas
import Tables
import Texts

extension Repair {
    /// French telephone numbers, written in pairs of digits.
    static let phone = Repair(
        "phone",
        Text(fr: "Écrit les numéros de téléphone 04 78 12 34 56.", en: "Writes telephone numbers as 04 78 12 34 56."),
        examples: [
            .init(tel, "04.78.12.34.56", .certain("04 78 12 34 56")),
            .init(tel, "+33(0)4 78 12 34 56", .certain("04 78 12 34 56")),
            .init(tel, "0033478123456", .certain("04 78 12 34 56")),
            .init(tel, Value("478123456", kind: .number), .certain("04 78 12 34 56")),
            .init(tel, "04 78 12 34 56", nil),
            .init(tel, "3949", nil),
            .init(tel, "04 78 12 34 56 / 06 12 34 56 78", nil),
        ],
        tidies: true,
        serves: { $0.meaning == .phone },
        propose: { value, _ in
            let dress: Set<Character> = [" ", ".", "-", "/", "(", ")", "\u{A0}", "\u{202F}", "_"]
            var digits = value.text.replacing("(0)", with: "").filter { !dress.contains($0) }
            for prefix in ["+33", "0033"] where digits.hasPrefix(prefix) { digits = "0" + digits.dropFirst(prefix.count) }
            if digits.hasPrefix("00"), digits.count == 11 { digits.removeFirst() }
            if digits.count == 9, digits.first != "0", value.kind == .number { digits = "0" + digits }
            guard digits.count == 10, digits.first == "0", digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
            let pairs = stride(from: 0, to: 10, by: 2).map { String(Array(digits)[$0...($0 + 1)]) }
            let tidy = pairs.joined(separator: " ")
            return tidy == value.text ? nil : .certain(tidy)
        })

    private static let tel = Field("telephone", meaning: .phone)
}
