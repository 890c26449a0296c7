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
            .init(label, "Natura 2000", .likely("oui")),
            .init(label, "3 fleurs", .likely("oui")),
            .init(label, "Pas de label", .likely("non")),
            .init(clos, "1.0", others: ["0.0"], .certain("oui")),
            .init(clos, "-1", others: ["0"], .likely("oui")),
            .init(clos, "V", others: ["F"], .certain("oui")),
            .init(clos, "F", .likely("non")),
            .init(clos, "O", others: ["0", "1"], .ask(candidates: ["oui", "non"])),
            .init(clos, "x", others: ["O"], .ask(candidates: ["oui", "non"])),
            .init(clos, "✗", .ask(candidates: ["oui", "non"])),
            .init(clos, "oiu", .likely("oui")),
            .init(clos, "nonn", .likely("non")),
            .init(clos, "Nom", .likely("non")),
            .init(clos, "Oui.", .certain("oui")),
            .init(clos, "oui et non", .ask(candidates: ["oui", "non"])),
            .init(clos, "oui, le dimanche", .ask(candidates: ["oui", "non"])),
            .init(clos, "présent", others: ["absent"], .likely("oui")),
            .init(clos, "sans", others: ["avec", "nr"], .likely("non")),
            .init(coded, "Oui", .certain("1")),
            .init(coded, "vrai", .certain("1")),
        ],
        tidies: true,
        serves: { $0.type == .boolean && !$0.trueValues.isEmpty && !$0.falseValues.isEmpty },
        prepare: { setting in
            let column = YesNoColumn(setting)
            return { column.read($0.text) }
        })

    private static let clos = Field("clos", type: .boolean)
    private static let label: Field = {
        var field = Field("label", type: .boolean)
        field.truthWords = ["oui": ["Natura 2000", "3 fleurs"], "non": ["pas de label"]]
        return field
    }()
    private static let coded: Field = {
        var field = clos
        (field.trueValues, field.falseValues) = (["1", "true"], ["0", "false"])
        return field
    }()
}

/// What the words of one column say: how sure `1`, `O` or `x` is depends on the company they keep.
private struct YesNoColumn {
    private let yes: String
    private let no: String
    private let written: [String: String]
    /// Everything the column says, folded, but for what says nothing.
    private let keys: Set<String>
    private let pair: (yes: String, no: String)?
    /// Words that say yes or no of this field, as its model gives them, folded.
    private let synonyms: [String: String]

    init(_ setting: RepairSetting) {
        let field = setting.field
        yes = field.trueValues[0]
        no = field.falseValues[0]
        written = Dictionary(
            field.trueValues.map { ($0, field.trueValues[0]) } + field.falseValues.map { ($0, field.falseValues[0]) }
        ) { first, _ in first }
        keys = Set(setting.values.map(\.folded)).filter { !$0.isEmpty && Emptiness($0) == nil }
        pair = Self.pair(keys)
        synonyms = Dictionary(
            field.truthWords.flatMap { value, words in words.map { ($0.folded, value) } }
        ) { first, _ in first }
    }

    func read(_ text: String) -> Proposal? {
        if let canonical = written[text] { return text == canonical ? nil : .certain(canonical) }
        let key = text.folded
        if Self.saysYes.contains(key) { return .certain(yes) }
        if Self.saysNo.contains(key) { return .certain(no) }
        if text == "-1" { return keys.isSubset(of: ["1", "0"]) ? .likely(yes) : unsure }
        if let sign = Self.signs[key] { return ofSign(sign, key) }
        // A cross ticks a box, unless others in the column said yes in another way.
        if key == "x" || ["✓", "✔", "☑", "☒"].contains(text) {
            let isBox = keys.isDisjoint(with: Self.saysYes) && !keys.contains { Self.signs[$0] == true }
            return isBox ? .likely(yes) : unsure
        }
        if let pair, key == pair.yes || key == pair.no { return .likely(key == pair.yes ? yes : no) }
        if let meant = synonyms[key] { return .likely(meant) }
        if let slip = Self.slip(key) { return .likely(slip ? yes : no) }
        return .ask(candidates: Emptiness(key) == .nothing ? [no, yes] : [yes, no])
    }

    private var unsure: Proposal { .ask(candidates: [yes, no]) }

    /// A letter or a digit is sure only in a column that holds nothing but yes and no, both of them, in one alphabet: an
    /// O among zeros may be either.
    private func ofSign(_ sign: Bool, _ key: String) -> Proposal {
        let hasDigits = keys.contains { $0 == "0" || $0 == "1" }
        if key == "o", hasDigits, !keys.contains("n") { return unsure }
        if key == "f", keys.contains("h") || keys.contains("m") { return unsure }
        return .change(sign ? yes : no, keys.count > 1 && keys.allSatisfy(Self.isKnown) ? .certain : .likely)
    }

    /// The column says one thing and its contrary, and nothing else: `accessible` and `non accessible`.
    private static func pair(_ keys: Set<String>) -> (yes: String, no: String)? {
        let own = keys.filter { !isKnown($0) }
        guard own.count == 2 else { return nil }
        for (yes, no) in contraries where own == [yes, no] { return (yes, no) }
        for yes in own {
            for denial in ["non ", "pas ", "pas de ", "pas d ", "sans ", "in"] where own.contains(denial + yes) {
                return (yes, denial + yes)
            }
        }
        return nil
    }

    private static let contraries = [
        ("avec", "sans"), ("present", "absent"), ("presence", "absence"), ("presente", "absente"), ("actif", "inactif"),
        ("active", "inactive"), ("on", "off"), ("existant", "inexistant"), ("positif", "negatif"),
    ]

    private static func isKnown(_ key: String) -> Bool {
        saysYes.contains(key) || saysNo.contains(key) || signs[key] != nil
    }

    /// A letter twice, or two letters swapped.
    private static func slip(_ key: String) -> Bool? {
        let letters = key.reduce(into: "") { if $0.last != $1 { $0.append($1) } }
        if letters == "oui" || ["oiu", "uoi", "0ui", "ouii", "oui oui"].contains(key) { return true }
        return letters == "non" && key != "non" || ["nno", "onn", "n0n", "non non", "nom", "mon"].contains(key)
            ? false : nil
    }

    private static let saysYes: Set<String> = ["oui", "vrai", "true", "yes"]
    private static let saysNo: Set<String> = ["non", "faux", "false", "no"]
    private static let signs = [
        "o": true, "y": true, "1": true, "v": true, "t": true, "1 0": true, "n": false, "0": false, "f": false,
        "0 0": false, "1 00": true, "0 00": false,
    ]
}
