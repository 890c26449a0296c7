import Spelling
import Texts

extension Detector {
    /// A number of the French social security (NIR), with its key: 97 less the remainder of the number by 97.
    static let socialSecurityNumber = Detector(
        "social-security-number",
        Text(fr: "numéros de sécurité sociale", en: "social security numbers"),
        held: ["1 84 12 76 451 089 46", "184127645108946", "n° 2 55 08 14 168 025 38", "1 79 05 2A 010 043 56"],
        innocent: ["184127645108947", "1 84 12 76 451 089", "384127645108946", "21690266800013"],
        finds: { value in
            value.digitCount >= 13
                && shape.matches(in: value).contains { hasRightKey(value[$0.1.startIndex..<$0.1.endIndex]) }
        })

    private static let shape = Shape(
        /(?:^|[^\d])([1278][\s.\-]?\d{2}[\s.\-]?(?:0[1-9]|1[0-2]|[2-9]\d)[\s.\-]?(?:\d{2}|2[ABab])[\s.\-]?\d{3}[\s.\-]?\d{3}[\s.\-]?\d{2})(?!\d)/
    )

    /// Corsica counts as 19 (2A) and 18 (2B).
    private static func hasRightKey(_ text: Substring) -> Bool {
        let signs = text.uppercased().filter { $0.isNumber || $0 == "A" || $0 == "B" }
        let digits = signs.replacing("2A", with: "19").replacing("2B", with: "18")
        guard digits.count == 15, let number = Int(digits.prefix(13)), let key = Int(digits.suffix(2)) else {
            return false
        }
        return 97 - number % 97 == key
    }
}
