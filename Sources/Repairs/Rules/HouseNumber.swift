import Schemas
import Tables
import Texts

extension Repair {
    /// Numbers in the street, with their suffix.
    static let houseNumber = Repair(
        "house-number",
        Text(fr: "Écrit les numéros de voie comme « 12 bis ».", en: "Writes numbers in the street like “12 bis”."),
        examples: [
            .init(numvoie, "12bis", .certain("12 bis")),
            .init(numvoie, "12 BIS", .certain("12 bis")),
            .init(numvoie, "n°12", .certain("12")),
            .init(numvoie, "12,", .certain("12")),
            .init(numvoie, Value("12.0", kind: .number), .certain("12")),
            .init(numvoie, "12b", .certain("12 B")),
            .init(numvoie, "0", .likely("")),
            .init(numvoie, Value("2019-02-01", kind: .date), .ask(candidates: ["1-2", "1/2"])),
            .init(numvoie, "12-14", nil),
            .init(numvoie, "12", nil),
            .init(numvoie, "face au 12", nil),
        ],
        tidies: true,
        serves: { $0.meaning == .houseNumber },
        propose: { value, _ in
            if value.kind == .date { return excelDate(value.text) }
            if value.text == "0" { return .likely("") }
            let pattern = /\s*(?:n°|N°|n)?\s*(\d{1,5})(?:[.,]0+)?\s*(bis|ter|quater|quinquies|[a-z])?\s*,?\s*/
            guard let match = value.text.wholeMatch(of: pattern.ignoresCase()) else { return nil }
            let suffix = match.2.map { $0.count == 1 ? $0.uppercased() : $0.lowercased() }
            let tidy = suffix.map { "\(match.1) \($0)" } ?? String(match.1)
            return tidy == value.text ? nil : .certain(tidy)
        })

    /// A spreadsheet made a date of `1-2` or `1/2`: what was typed is lost.
    private static func excelDate(_ text: String) -> Proposal? {
        guard let match = text.prefixMatch(of: /\d{4}-0?(\d{1,2})-0?(\d{1,2})/) else { return nil }
        return .ask(candidates: ["\(match.2)-\(match.1)", "\(match.2)/\(match.1)"])
    }

    private static let numvoie = Field("numvoie", meaning: .houseNumber)
}
