import Schemas
import Texts

extension Corruption {
    /// Formulas that failed: what they had given is lost.
    static let errors = Corruption(
        11, Text(fr: "Formules en erreur", en: "Error cells"), isLossy: true,
        forms: signs.map { sign in
            Form(sign) { cell, _ in
                guard !cell.value.isEmpty else { return nil }
                return Damage(sign, sign.hasPrefix("##") ? .text : .error, .told)
            }
        })

    private static let signs = [
        "#REF!", "#N/A", "#VALEUR!", "#NOM?", "#DIV/0!", "#NUL!", "#NOMBRE!", "########", "#VALUE!", "#NAME?", "#NUM!",
        "#NULL!", "#N/D",
    ]
}
