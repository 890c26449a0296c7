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
            .init(clos, Value("true", kind: .boolean), .certain("oui")),
            .init(clos, "oui", nil),
            .init(clos, "N", others: ["O", "nr"], .certain("non")),
            .init(clos, "N", others: ["Oui"], .certain("non")),
            .init(clos, "N", .likely("non")),
            .init(clos, "N", others: ["S", "E"], .likely("non")),
            .init(clos, "1", others: ["0"], .certain("oui")),
            .init(clos, "1", others: ["0", "3"], .likely("oui")),
            .init(clos, "1", .likely("oui")),
            .init(clos, "x", .likely("oui")),
            .init(clos, "x", others: ["non"], .likely("oui")),
            .init(clos, "x", others: ["oui"], .ask(candidates: ["oui", "non"])),
            .init(clos, "Accessible", others: ["Non accessible"], .likely("oui")),
            .init(clos, "Non accessible", others: ["accessible", "nr"], .likely("non")),
            .init(clos, "pas de clôture", others: ["clôture"], .likely("non")),
            .init(clos, "clôture", others: ["pas de clôture", "en partie"], .ask(candidates: ["oui", "non"])),
            .init(clos, "aucune", .ask(candidates: ["non", "oui"])),
            .init(clos, "Natura 2000", .ask(candidates: ["oui", "non"])),
        ],
        tidies: true,
        serves: { $0.type == .boolean && !$0.trueValues.isEmpty && !$0.falseValues.isEmpty },
        prepare: { setting in
            let column = YesNoColumn(setting)
            return { column.read($0.text) }
        })

    private static let clos = Field("clos", type: .boolean)
}

/// What the words of one column say: how sure `1`, `O` or `x` is depends on the company they keep.
private struct YesNoColumn {
    private let yes: String
    private let no: String
    private let written: [String: String]
    /// Everything the column says, folded, but for what says nothing.
    private let keys: Set<String>
    private let pair: (yes: String, no: String)?

    init(_ setting: RepairSetting) {
        let field = setting.field
        yes = field.trueValues[0]
        no = field.falseValues[0]
        written = Dictionary(
            field.trueValues.map { ($0, field.trueValues[0]) } + field.falseValues.map { ($0, field.falseValues[0]) }
        ) { first, _ in first }
        keys = Set(setting.values.map(\.folded)).filter { !$0.isEmpty && Emptiness($0) == nil }
        pair = Self.pair(keys)
    }

    func read(_ text: String) -> Proposal? {
        if let canonical = written[text] { return text == canonical ? nil : .certain(canonical) }
        let key = text.folded
        if Self.saysYes.contains(key) { return .certain(yes) }
        if Self.saysNo.contains(key) { return .certain(no) }
        if let sign = Self.signs[key] {
            // A letter or a digit is sure only in a column that holds nothing but yes and no, both of them.
            let isSure = keys.count > 1 && keys.allSatisfy(Self.isKnown)
            return .change(sign ? yes : no, isSure ? .certain : .likely)
        }
        // A cross ticks a box, unless others in the column said yes in words.
        if key == "x" || ["✓", "✔", "☑", "☒"].contains(text) {
            return keys.isDisjoint(with: Self.saysYes) ? .likely(yes) : .ask(candidates: [yes, no])
        }
        if let pair, key == pair.yes || key == pair.no { return .likely(key == pair.yes ? yes : no) }
        return .ask(candidates: Emptiness(key) == .nothing ? [no, yes] : [yes, no])
    }

    /// The column says one thing and its contrary, and nothing else: `accessible` and `non accessible`.
    private static func pair(_ keys: Set<String>) -> (yes: String, no: String)? {
        let own = keys.filter { !isKnown($0) }
        guard own.count == 2 else { return nil }
        for yes in own {
            for denial in ["non ", "pas ", "pas de ", "pas d ", "sans ", "in"] where own.contains(denial + yes) {
                return (yes, denial + yes)
            }
        }
        return nil
    }

    private static func isKnown(_ key: String) -> Bool {
        saysYes.contains(key) || saysNo.contains(key) || signs[key] != nil
    }

    private static let saysYes: Set<String> = ["oui", "vrai", "true", "yes"]
    private static let saysNo: Set<String> = ["non", "faux", "false", "no"]
    private static let signs = ["o": true, "y": true, "1": true, "n": false, "0": false]
}
