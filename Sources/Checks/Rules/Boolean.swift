import Schemas
import Texts

extension Check {
    /// True or false, in the words of the schema.
    static let boolean = Check(
        "boolean",
        Text(fr: "Oui ou non, écrits comme le modèle le veut.", en: "Yes or no, in the words of the schema."),
        examples: [
            Example(Field("clos", type: .boolean), accepts: ["oui", "non"], rejects: ["Oui", "x", "1", "peut-être"])
        ],
        serves: { $0.type == .boolean },
        prepare: { field, _ in
            let allowed = Set(field.trueValues + field.falseValues)
            let yes = field.trueValues.first ?? "oui", no = field.falseValues.first ?? "non"
            return { value in
                guard !allowed.contains(value) else { return nil }
                return Text(
                    fr: "« \(value) » ne dit ni « \(yes) » ni « \(no) ». Laissez vide si vous ne savez pas.",
                    en: "“\(value)” says neither “\(yes)” nor “\(no)”. Leave it empty if you do not know.")
            }
        })
}
