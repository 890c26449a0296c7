import Schemas
import Texts

extension Check {
    /// One of the values that the constraint `enum` names.
    static let enumeration = Check(
        "enum",
        Text(fr: "Une des valeurs prévues.", en: "One of the values foreseen."),
        examples: [
            Example(
                Field("etat", constraints: .oneOf(["Actif", "Inactif"])), accepts: ["Actif"], rejects: ["actif", "?"]),
            Example(Field("zone", constraints: .oneOf(["01", "02"])), accepts: ["01"], rejects: ["1", "1.0"]),
            Example(
                Field("etage", type: .number, constraints: .oneOf(["1", "2.5"])), accepts: ["1.0"], rejects: ["3"]),
        ],
        serves: { $0.constraints.enumeration != nil },
        prepare: { field, _ in
            let allowed = Set(field.constraints.enumeration ?? [])
            let isNumeric = field.type != .string
            let numbers = Set(isNumeric ? allowed.compactMap(Double.init) : [])
            let list = Text.oneOf(field.constraints.enumeration ?? [])
            return { value in
                guard !allowed.contains(value) else { return nil }
                // Numbers are compared as numbers; the code « 1 » is not the code « 01 ».
                if isNumeric, let number = Double(value), numbers.contains(number) { return nil }
                return Text(
                    fr: "« \(value) » n'est pas dans la liste : \(list.fr).",
                    en: "“\(value)” is not in the list: \(list.en).")
            }
        })
}

extension Constraints {
    fileprivate static func oneOf(_ values: [String]) -> Constraints {
        var constraints = Constraints()
        constraints.enumeration = values
        return constraints
    }
}
