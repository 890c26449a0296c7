import Schemas
import Texts

extension Corruption {
    /// Codes that somebody protected against the spreadsheet: what protects is not part of the code.
    static let safeText = Corruption(
        26, Text(fr: "Textes protégés du tableur", en: "Text made safe for spreadsheets"),
        forms: [
            Form("=\"01000\"", where: { $0.isProtectable }) { "=\"\($0)\"" },
            Form("'01000", where: { $0.isProtectable }) { "'" + $0 },
            Form("=01000", where: { $0.isNumericCode }) { "=" + $0 },
            Form("’01000", where: { $0.isProtectable }) { "’" + $0 },
            Form("tab 01000", where: { $0.isProtectable }) { "\t" + $0 },
            Form("\"01000\"", where: { $0.isProtectable }) { "\"" + $0 + "\"" },
            Form("01000 as text", where: { $0.isProtectable }) { "`" + $0 },
        ])
}

extension CellToDamage {
    /// Codes that spreadsheets would change.
    fileprivate var isProtectable: Bool { isNumericCode || means(.phone) || field.type == .date }
}
