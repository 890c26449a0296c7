import Schemas
import Spelling

/// The unit in which a field counts: the one that it declares, else the one that its name or title gives.
enum FieldUnit {
    /// The plain unit (`m2`) of a field, or nil where nothing says it.
    static func of(_ field: Field) -> String? {
        if let unit = field.unit { return FrenchNumber.plainUnit(unit) }
        if let match = inParentheses.firstMatch(in: field.title.lowercased()) {
            let unit = FrenchNumber.plainUnit(String(match.1))
            if known.contains(unit) { return unit }
        }
        let words = (field.name + " " + field.title).foldedWords
        if let last = field.name.foldedWords.last, suffixes.contains(last), field.name.contains("_") { return last }
        return money.isDisjoint(with: words) ? nil : "€"
    }

    private static let inParentheses = Shape(/[\(\[]\s*(?:en )?([a-zµ%€]{1,8}[²2³3]?)\s*[\)\]]/)
    private static let known: Set<String> = ["m2", "m3", "m", "cm", "mm", "km", "ha", "€", "%", "kg", "kw", "kwh", "h"]
    private static let suffixes: Set<String> = ["m2", "m3", "m", "cm", "km", "ha", "kg", "kw"]
    private static let money: Set<String> = [
        "montant", "montants", "prix", "tarif", "tarifs", "cout", "couts", "budget", "euro", "euros", "subvention",
    ]
}
