import Schemas
import Spelling
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
            .init(numvoie, "3 B", nil),
            .init(numvoie, "12 ans", nil),
            .init(numvoie, "N12", nil),
            .init(numvoie, "1.000", nil),
            .init(numvoie, "0", .likely("")),
            .init(numvoie, Value("2019-02-12", kind: .date), .ask(candidates: ["12-2", "12/2"])),
            .init(numvoie, "01-févr", .ask(candidates: ["1-2", "1/2"])),
            .init(numvoie, "mars-10", .ask(candidates: ["3-10", "3/10"])),
            .init(numvoie, "43862", .ask(candidates: ["1-2", "1/2"])),
            .init(numvoie, "12-14", nil),
            .init(numvoie, "12", nil),
            .init(numvoie, "face au 12", nil),
        ],
        tidies: true,
        serves: { $0.meaning == .houseNumber },
        propose: { value, _ in
            guard value.text.utf8.count <= 30 else { return nil }
            if value.text == "0" { return .likely("") }
            if let typed = AutoDate.candidates(for: value) ?? ofSerial(value.text) {
                return .ask(candidates: Array(typed.prefix(2)), because: AutoDate.reason)
            }
            guard let match = numbered.wholeMatch(in: value.text) else { return nil }
            let suffix = match.2.map { $0.count == 1 ? $0.uppercased() : $0.lowercased() }
            let tidy = suffix.map { "\(match.1) \($0)" } ?? String(match.1)
            return tidy == value.text ? nil : .certain(tidy)
        })

    /// The number that a spreadsheet gives to a day of this century: no street is so long.
    private static func ofSerial(_ text: String) -> [String]? {
        guard text.utf8.count == 5, let serial = Int(text), (36_526...54_789).contains(serial),
            let day = SpreadsheetDay.iso(serial)
        else { return nil }
        return AutoDate.candidates(for: Value(day, kind: .date))
    }

    private static let numbered = Shape(
        /\s*(?:n°|n °|no\.?|num[ée]ro)?\s*([0-9]{1,5})(?:[.,]0{1,2})?\s*(bis|ter|quater|quinquies|[a-z])?\s*,?\s*/
            .ignoresCase())
    private static let numvoie = Field("numvoie", meaning: .houseNumber)
}
