import Schemas
import Texts

extension Check {
    /// A value of the code list; in a list, each of its values, once.
    static let codeList = Check(
        "code-list",
        Text(fr: "Une valeur de la liste.", en: "A value of the list."),
        examples: [
            Example(
                Field("chien", codes: [Code(value: "libre"), Code(value: "tenu en laisse")]),
                accepts: ["libre"], rejects: ["Libre", "libre|tenu en laisse", "chat"]),
            Example(
                Field("acces", codes: [Code(value: "piéton"), Code(value: "vélo")], separator: "|"),
                accepts: ["piéton", "vélo|piéton"], rejects: ["Piéton", "piéton, vélo", "piéton|", "piéton|piéton"]),
        ],
        serves: { !$0.codes.isEmpty && $0.type == .string },
        prepare: { field, _ in
            let allowed = Set(field.codes.map(\.value))
            let list = Text.oneOf(field.codes.map(\.value))
            return { value in
                let items = field.separator.map { value.components($0) } ?? [value]
                if let stranger = items.first(where: { !allowed.contains($0) }) {
                    return Text(
                        fr: "« \(stranger) » n'est pas dans la liste : \(list.fr).",
                        en: "“\(stranger)” is not in the list: \(list.en).")
                }
                guard Set(items).count == items.count else {
                    return Text(fr: "« \(value) » répète une valeur.", en: "“\(value)” repeats a value.")
                }
                return nil
            }
        })
}

extension String {
    /// The parts between separators, empty ones too.
    func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
