import Schemas
import Texts

extension Check {
    /// A decimal number with a point (XSD decimal, with an exponent allowed).
    static let number = Check(
        "number",
        Text(fr: "Un nombre, avec un point pour la virgule.", en: "A number, with a decimal point."),
        examples: [
            Example(
                Field("surface", type: .number), accepts: ["1220.5", "-3", "0", "1e3"],
                rejects: ["1220,5", "1 220", "12 m²", "environ 500", ".", "٣", "1e", "+"])
        ],
        serves: { $0.type == .number },
        problem: { value, _, _ in
            isDecimal(value) || ["NaN", "INF", "-INF"].contains(value)
                ? nil
                : Text(fr: "« \(value) » n'est pas un nombre.", en: "“\(value)” is not a number.")
        })

    /// Sign, digits with at most one point among them, exponent: read once from left to right.
    private static func isDecimal(_ value: String) -> Bool {
        var rest = value.utf8[...]
        func takeSign() { if let sign = rest.first, sign == 0x2B || sign == 0x2D { rest.removeFirst() } }
        func takeDigits() -> Int {
            let digits = rest.prefix { (0x30...0x39).contains($0) }.count
            rest.removeFirst(digits)
            return digits
        }
        takeSign()
        var digits = takeDigits()
        if rest.first == 0x2E {
            rest.removeFirst()
            digits += takeDigits()
        }
        guard digits > 0 else { return false }
        if let mark = rest.first, mark == 0x65 || mark == 0x45 {
            rest.removeFirst()
            takeSign()
            guard takeDigits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
