import Schemas
import Texts

extension Check {
    /// Neither shorter nor longer than the schema says, in characters.
    static let length = Check(
        "length",
        Text(fr: "Un texte ni trop court ni trop long.", en: "A text neither too short nor too long."),
        examples: [
            Example(Field("objet", constraints: .length(2, 5)), accepts: ["ab", "éèàùç"], rejects: ["a", "abcdef"])
        ],
        serves: { $0.constraints.minLength != nil || $0.constraints.maxLength != nil },
        problem: { value, field, _ in
            let length = value.unicodeScalars.count
            if let minimum = field.constraints.minLength, length < minimum {
                return Text(
                    fr: "« \(value) » est trop court : au moins \(minimum) caractères.",
                    en: "“\(value)” is too short: at least \(minimum) characters.")
            }
            if let maximum = field.constraints.maxLength, length > maximum {
                return Text(
                    fr: "Ce texte est trop long : \(length) caractères, au plus \(maximum).",
                    en: "This text is too long: \(length) characters, at most \(maximum).")
            }
            return nil
        })
}

extension Constraints {
    fileprivate static func length(_ minimum: Int, _ maximum: Int) -> Constraints {
        var constraints = Constraints()
        constraints.minLength = minimum
        constraints.maxLength = maximum
        return constraints
    }
}
