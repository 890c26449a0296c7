import Mapping
import Schemas
import Texts

extension RowRepair {
    /// Identifiers are kept where they are given, and given where they are missing: trigram, INSEE code, number.
    static let uid = RowRepair(
        "uid",
        Text(
            fr: "Garde les identifiants et en donne aux objets qui n'en ont pas.",
            en: "Keeps identifiers and gives one to each object that has none.")
    ) { draft, setting in
        guard let field = draft.schema.fields.firstIndex(where: { $0.meaning == .uid }),
            let trigram = draft.schema.additions.trigram
        else { return }
        var naming = UidNaming(draft: draft, field: field, trigram: trigram, setting: setting)
        naming.keepPublished(&draft)
        naming.keepGiven(&draft)
        naming.nameOthers(&draft)
        naming.completeNumbers(&draft)
    }
}
