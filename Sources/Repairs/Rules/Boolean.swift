import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// Yes and no, as people write them.
    static let boolean = Repair(
        "boolean",
        Text(fr: "Écrit « oui » et « non » de la même façon partout.", en: "Writes yes and no the same everywhere."),
        examples: [
            .init(clos, "OUI", .certain("oui")),
            .init(clos, "Vrai", .certain("oui")),
            .init(clos, "N", .certain("non")),
            .init(clos, Value("true", kind: .boolean), .certain("oui")),
            .init(clos, "1", others: ["0"], .certain("oui")),
            .init(clos, "1", .likely("oui")),
            .init(clos, "x", .likely("oui")),
            .init(clos, "x", others: ["non"], .likely("oui")),
            .init(clos, "x", others: ["oui"], .ask(candidates: ["oui", "non"])),
            .init(clos, "Natura 2000", .ask(candidates: ["oui", "non"])),
        ],
        serves: { $0.type == .boolean },
        propose: { value, setting in
            guard let yes = setting.field.trueValues.first, let no = setting.field.falseValues.first else { return nil }
            let key = value.text.folded
            if saysYes.contains(key) { return .certain(yes) }
            if saysNo.contains(key) { return .certain(no) }
            let others = Set(setting.values.map(\.folded)).subtracting([key])
            if key == "1" { return .change(yes, others.contains("0") ? .certain : .likely) }
            if key == "0" { return .change(no, others.contains("1") ? .certain : .likely) }
            // A cross ticks a box, unless others in the column said yes in words.
            if key == "x" || value.text == "✓" || value.text == "✔", others.isDisjoint(with: saysYes) { return .likely(yes) }
            return .ask(candidates: [yes, no])
        })

    private static let clos = Field("clos", type: .boolean)
    private static let saysYes: Set<String> = ["oui", "o", "vrai", "true", "yes", "y"]
    private static let saysNo: Set<String> = ["non", "n", "faux", "false", "no"]
}
