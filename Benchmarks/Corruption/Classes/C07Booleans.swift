import Schemas
import Texts

extension Corruption {
    /// Yes and no in all the ways of writing them.
    static let booleans = Corruption(
        7, Text(fr: "Oui et non", en: "Booleans"),
        forms: [
            pair("VRAI", "FAUX"), pair("Vrai", "Faux"), pair("Oui", "Non"), pair("OUI", "NON"), pair("O", "N"),
            pair("o", "n"), pair("1", "0"), pair("true", "false"), pair("TRUE", "FALSE"), pair("True", "False"),
            pair("oui ", "non "), pair("Oui.", "Non."), pair("yes", "no"), pair("Y", "N"), pair("Yes", "No"),
            pair("ouI", "noN"), pair("« oui »", "« non »"), pair("oui !", "non !"), pair("Oui ", "Nom"),
            Form("a truth value") { cell, _ in
                guard let truth = cell.truth else { return nil }
                return Damage(truth ? "VRAI" : "FAUX", .boolean(truth))
            },
            Form("a number in the workbook") { cell, _ in
                guard let truth = cell.truth else { return nil }
                return Damage(truth ? "1" : "0", .number(truth ? "1" : "0", format: "General"))
            },
            Form("a cross") { cell, chance in
                // A cross among yes and no may be asked: somebody may have meant to cross out.
                guard cell.truth == true else { return nil }
                return Damage(chance.pick(["x", "X", "✓", "x "]), .text, .told)
            },
            Form("perhaps") { cell, chance in
                guard cell.truth != nil else { return nil }
                return Damage(chance.pick(["oui/non", "partiellement", "parfois", "oui ou non"]), .text, .told)
            },
        ])

    private static func pair(_ yes: String, _ no: String) -> Form {
        Form("\(yes)/\(no)") { cell, _ in cell.truth.map { Damage($0 ? yes : no) } }
    }
}

extension CellToDamage {
    /// What a truth value says; nil where the cell is none.
    var truth: Bool? {
        guard field.type == .boolean, !value.isEmpty else { return nil }
        return value == field.trueValues.first
    }
}
