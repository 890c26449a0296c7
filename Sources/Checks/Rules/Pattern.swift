import Foundation
import Schemas
import Texts

extension Check {
    /// The regular expression of the schema, for the whole value (XSD patterns are anchored).
    static let pattern = Check(
        "pattern",
        Text(fr: "La forme que le modèle impose.", en: "The form that the schema imposes."),
        examples: [
            Example(
                Field("uid", constraints: .matching("^PAR-\\d{5}-\\d{3,}$")), accepts: ["PAR-69029-001"],
                rejects: ["PAR-69029-1", "xPAR-69029-001"])
        ],
        serves: { $0.constraints.pattern != nil },
        prepare: { field, _ in
            // A pattern that does not compile imposes nothing.
            guard let source = field.constraints.pattern,
                let expression = try? NSRegularExpression(pattern: "^(?:\(source))$")
            else { return nil }
            let example = field.example.map { Text(fr: " Exemple : « \($0) ».", en: " Example: “\($0)”.") }
            return { value in
                let whole = NSRange(location: 0, length: value.utf16.count)
                guard expression.firstMatch(in: value, range: whole)?.range != whole else { return nil }
                return Text(
                    fr: "« \(value) » n'a pas la forme attendue pour « \(field.title) ».\(example?.fr ?? "")",
                    en: "“\(value)” does not have the form expected for “\(field.title)”.\(example?.en ?? "")")
            }
        })
}

extension Constraints {
    fileprivate static func matching(_ pattern: String) -> Constraints {
        var constraints = Constraints()
        constraints.pattern = pattern
        return constraints
    }
}
