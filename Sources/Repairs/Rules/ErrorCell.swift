import Schemas
import Tables
import Texts

extension Repair {
    /// The sign of a formula that failed is no value.
    static let errorCell = Repair(
        "error-cell",
        Text(
            fr: "Vide une cellule où la formule du tableur a échoué (#N/A, #REF!…).",
            en: "Empties a cell whose formula failed in the spreadsheet (#N/A, #REF!…)."),
        examples: [
            .init(Field("nom"), "#N/A", .certain("")),
            .init(Field("nom"), "#REF!", .certain("")),
            .init(Field("nom"), "########", .certain("")),
            .init(Field("nom"), "#1 rue", nil),
            .init(Field("nom"), "#DIV/0 !", .certain("")),
            .init(Field("nom"), "#nom?", .certain("")),
            .init(Field("nom"), "#REF", .certain("")),
            .init(Field("nom"), "#CHAMP!", .certain("")),
            .init(Field("nom"), "Err:502", .certain("")),
            .init(Field("nom"), "#Valence", nil),
            .init(Field("nom"), Value("#N/A", kind: .error), .certain("")),
        ],
        tidies: true,
        serves: { _ in true },
        propose: { value, _ in
            let text = value.text
            if value.kind == .error { return .certain("") }
            guard text.utf8.count <= 300 else { return nil }
            if text.hasPrefix("Err:"), text.utf8.count == 7, Int(text.suffix(3)) != nil { return .certain("") }
            guard text.first == "#" else { return nil }
            if text.count >= 3, text.allSatisfy({ $0 == "#" }) { return .certain("") }
            // Spaces and marks of the end get lost on the way.
            let word = text.uppercased().filter { $0.isLetter || $0 == "/" || $0.isNumber || $0 == "_" }
            let isWhole = "!?".contains(text.last ?? " ") || ["N/A", "N/D", "REF", "DIV/0"].contains(word)
            return isWhole && signs.contains(word) ? .certain("") : nil
        })

    private static let signs: Set<String> = [
        "N/A", "N/D", "REF", "VALEUR", "VALUE", "NOM", "NAME", "DIV/0", "NUL", "NULL", "NOMBRE", "NUM", "CHAMP",
        "FIELD",
        "CALC", "SPILL", "PROPAGATION", "EPARS", "ÉPARS", "GETTING_DATA", "BLOQUE", "BLOQUÉ", "BLOCKED", "CONNECT",
        "CONNECTER", "INCONNU", "UNKNOWN", "MACRO",
    ]
}
