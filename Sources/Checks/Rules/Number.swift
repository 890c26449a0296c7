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
                rejects: ["1220,5", "1 220", "12 m²", "environ 500", "."])
        ],
        serves: { $0.type == .number },
        problem: { value, _, _ in
            value.wholeMatch(of: /[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|NaN|-?INF/) != nil
                ? nil
                : Text(fr: "« \(value) » n'est pas un nombre.", en: "“\(value)” is not a number.")
        })
}
