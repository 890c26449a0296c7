import Schemas
import Texts

extension Corruption {
    /// The quotes, dashes and apostrophes of word processors, where a code or a name wants the plain ones.
    static let punctuation = Corruption(
        13, Text(fr: "Ponctuation typographique", en: "Smart punctuation"),
        forms: [
            dash("\u{2013}"), dash("\u{2014}"), dash("\u{2010}"), dash("\u{2011}"), dash("\u{2212}"), dash(" - "),
            dash("\u{2013}"),
            Form("’") { cell, _ in
                cell.isRuled && cell.value.contains("'") ? Damage(cell.value.replacing("'", with: "’")) : nil
            },
            Form("´") { cell, _ in
                cell.isRuled && cell.value.contains("'") ? Damage(cell.value.replacing("'", with: "´")) : nil
            },
            Form("quoted « »") { cell, _ in cell.isQuotable ? Damage("« \(cell.value) »") : nil },
            Form("quoted “ ”") { cell, _ in cell.isQuotable ? Damage("“\(cell.value)”") : nil },
            Form("quoted \"\"") { cell, _ in cell.isQuotable ? Damage("\"\(cell.value)\"") : nil },
            Form("full stop") { cell, _ in
                cell.isQuotable && !cell.means(.openingHours) ? Damage(cell.value + ".") : nil
            },
            Form("comma after") { cell, _ in cell.isQuotable ? Damage(cell.value + ",") : nil },
            Form("’ in prose") { cell, _ in
                guard cell.isProse, cell.value.contains("'") else { return nil }
                let written = cell.value.replacing("'", with: "’")
                return Damage(written, .text, .either([written]))
            },
        ])

    private static func dash(_ sign: String) -> Form {
        Form("dash \(sign)") { cell, _ in
            guard cell.isRuled, cell.value.contains("-"), !cell.means(.longitude, .latitude) else { return nil }
            return Damage(cell.value.replacing("-", with: sign))
        }
    }
}

extension CellToDamage {
    /// Whether a rule says how the value is written.
    fileprivate var isRuled: Bool {
        means(.uid, .communeName, .openingHours) || !field.codes.isEmpty || field.type == .date
            || field.constraints.pattern != nil && !means(.phone, .url, .email)
    }

    /// Whether quotes around the value can be nothing but typing.
    fileprivate var isQuotable: Bool {
        !value.isEmpty && (means(.communeName, .communeCode, .postcode, .uid) || !field.codes.isEmpty && !field.isList)
    }
}
