import Schemas
import Texts

extension Corruption {
    /// Numbers of more than fifteen digits, whose end a spreadsheet replaces by zeros.
    static let truncation = Corruption(
        10, Text(fr: "Chiffres perdus après le quinzième", en: "Truncation after 15 digits"), isLossy: true,
        forms: [
            Form("zeros at the end") { cell, _ in
                guard cell.value.isAllDigits, cell.value.count > 15, cell.field.type == .string else { return nil }
                let cut = cell.value.prefix(15) + String(repeating: "0", count: cell.value.count - 15)
                return cut == cell.value ? nil : Damage(String(cut), .number(String(cut), format: "0"), .told)
            }
        ])
}
