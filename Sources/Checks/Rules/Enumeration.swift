import Schemas
import Texts

extension Check {
    /// One of the values that the constraint `enum` names.
    static let enumeration = Check(
        "enum",
        Text(fr: "Une des valeurs prévues.", en: "One of the values foreseen."),
        examples: [
            Example(
                Field("etat", constraints: .oneOf(["Actif", "Inactif"])), accepts: ["Actif"], rejects: ["actif", "?"])
        ],
        serves: { $0.constraints.enumeration != nil },
        problem: { value, field, _ in
            let allowed = field.constraints.enumeration ?? []
            guard !allowed.contains(value) else { return nil }
            if let number = Double(value), allowed.contains(where: { Double($0) == number }) { return nil }
            let list = Text.oneOf(allowed)
            return Text(
                fr: "« \(value) » n'est pas dans la liste : \(list.fr).",
                en: "“\(value)” is not in the list: \(list.en).")
        })
}

extension Constraints {
    fileprivate static func oneOf(_ values: [String]) -> Constraints {
        var constraints = Constraints()
        constraints.enumeration = values
        return constraints
    }
}
