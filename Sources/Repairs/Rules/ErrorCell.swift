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
        ],
        tidies: true,
        serves: { _ in true },
        propose: { value, _ in
            let text = value.text
            guard text.first == "#" || value.kind == .error else { return nil }
            let isSign =
                value.kind == .error || signs.contains(text) || (text.count >= 3 && text.allSatisfy { $0 == "#" })
            return isSign ? .certain("") : nil
        })

    private static let signs: Set<String> = [
        "#N/A", "#REF!", "#VALEUR!", "#VALUE!", "#NOM?", "#NAME?", "#DIV/0!", "#NUL!", "#NULL!", "#NOMBRE!", "#NUM!",
    ]
}
