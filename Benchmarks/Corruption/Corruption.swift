public import Texts

/// One class of what spreadsheets, and people in a hurry, do to data (`number` is that of the list of 28 classes in the
/// project's requirements; 29 is several at once).
public struct Corruption: Sendable {
    /// Its number in the list.
    public let number: Int
    /// What it is called.
    public let name: Text
    /// Whether what stood in the cells is lost with it, so that it can only be asked about or remarked.
    public let isLossy: Bool
    /// Whether it happens to whole files, so that every cell of them is in danger.
    public let ofWholeFiles: Bool
    let corrupt: @Sendable (inout SentFile, inout Chance) -> Void

    /// A class of corruptions of whole files.
    init(
        _ number: Int, _ name: Text, isLossy: Bool = false,
        file corrupt: @escaping @Sendable (inout SentFile, inout Chance) -> Void
    ) {
        self.number = number
        self.name = name
        self.isLossy = isLossy
        ofWholeFiles = true
        self.corrupt = { file, chance in
            file.endangersAll = true
            corrupt(&file, &chance)
        }
    }

    /// A class of corruptions of single rows and cells, which names each cell that it damages.
    init(
        _ number: Int, _ name: Text, isLossy: Bool = false,
        rows corrupt: @escaping @Sendable (inout SentFile, inout Chance) -> Void
    ) {
        self.number = number
        self.name = name
        self.isLossy = isLossy
        ofWholeFiles = false
        self.corrupt = { file, chance in
            file.form = chance.happens(50) ? .xlsx(WorkbookForm()) : .csv(DelimitedForm())
            corrupt(&file, &chance)
        }
    }

    /// A class of corruptions of single cells, in many forms.
    init(_ number: Int, _ name: Text, isLossy: Bool = false, forms: [Form]) {
        self.init(
            number, name, isLossy: isLossy,
            rows: { file, chance in
                Sprinkling(forms: forms).strew(over: &file, &chance)
            })
    }
}

/// One way in which a corruption shows.
struct Form: Sendable {
    let name: String
    /// What becomes of a cell; nil where the form does not apply to it.
    let damage: @Sendable (CellToDamage, inout Chance) -> Damage?

    init(_ name: String, _ damage: @escaping @Sendable (CellToDamage, inout Chance) -> Damage?) {
        self.name = name
        self.damage = { cell, chance in
            damage(cell, &chance).map { found in
                var named = found
                named.form = name
                return named
            }
        }
    }

    /// A form that changes what is written, and nothing else.
    init(
        _ name: String, where serves: @escaping @Sendable (CellToDamage) -> Bool,
        writes: @escaping @Sendable (String) -> String
    ) {
        self.init(name) { cell, _ in
            guard !cell.value.isEmpty, serves(cell) else { return nil }
            let written = writes(cell.value)
            return written == cell.value ? nil : Damage(written)
        }
    }
}

extension Damage {
    /// A damage whose form gives the name.
    init(_ text: String, _ kind: SentCell.Kind = .text, _ expects: Expectation = .original) {
        self.init(text, kind, expects: expects, form: "")
    }
}
