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
            .init(numvoie, "12-bis", .certain("12 bis")),
            .init(numvoie, "12/ter", .certain("12 ter")),
            .init(numvoie, "N° 12 BIS", .certain("12 bis")),
            .init(numvoie, "12 - 14", .certain("12-14")),
            .init(numvoie, "12/14", nil),
            .init(numvoie, "n°12-14", .certain("12-14")),
            .init(numvoie, "12, rue", .likely("12")),
            .init(numvoie, "12 avenue", .likely("12")),
            .init(numvoie, "012", .likely("12")),
            .init(numvoie, "nº 68", .certain("68")),
            .init(numvoie, "num. 92", .certain("92")),
            .init(numvoie, "163 ter.", .certain("163 ter")),
            .init(numvoie, "103-B", .certain("103 B")),
            .init(numvoie, "76.", .certain("76")),
            .init(numvoie, "2026-09-26", .ask(candidates: ["26-9", "26/9"])),
            .init(numvoie, "s/n", .likely("")),
            .init(numvoie, "sans numéro", .likely("")),
            .init(numvoie, "0000", .likely("")),
            .init(numvoie, "01/02/2019", .ask(candidates: ["1-2", "1/2"])),
            .init(numvoie, "12 rue Pasteur", nil),
            .init(numvoie, "12 et 14", nil),
            .init(numvoie, "face au 12", nil),
        ],
        tidies: true,
        serves: { $0.meaning == .houseNumber },
        propose: { value, _ in
            guard value.text.utf8.count <= 30 else { return nil }
            if none.contains(value.text.folded) { return .likely("") }
            if let typed = AutoDate.candidates(for: value) ?? ofSerial(value.text) ?? ofDay(value.text) {
                return .ask(candidates: Array(typed.prefix(2)), because: AutoDate.reason)
            }
            if let match = range.wholeMatch(in: value.text) {
                let tidy = "\(match.1)-\(match.2)"
                return tidy == value.text ? nil : .certain(tidy)
            }
            guard let match = numbered.wholeMatch(in: value.text) else { return nil }
            let digits = match.1.drop { $0 == "0" }
            guard !digits.isEmpty else { return .likely("") }
            let suffix = match.2.map { $0.count == 1 ? $0.uppercased() : $0.lowercased() }
            let tidy = suffix.map { "\(digits) \($0)" } ?? String(digits)
            guard tidy != value.text else { return nil }
            // A word of the street says that the street was cut off; a zero before may be another kind of number.
            return .change(tidy, match.3 == nil && digits == match.1 ? .certain : .likely)
        })

    /// A date, as a file without cell types writes what a spreadsheet made of `1-2`.
    private static func ofDay(_ text: String) -> [String]? {
        if isoDay.fits(text) { return AutoDate.candidates(for: Value(text, kind: .date)) }
        guard let match = day.wholeMatch(in: text), let first = Int(match.1), let second = Int(match.2) else {
            return nil
        }
        return ["\(first)-\(second)", "\(first)/\(second)"]
    }

    /// The number that a spreadsheet gives to a day of this century: no street is so long.
    private static func ofSerial(_ text: String) -> [String]? {
        guard text.utf8.count == 5, let serial = Int(text), (36_526...54_789).contains(serial),
            let day = SpreadsheetDay.iso(serial)
        else { return nil }
        return AutoDate.candidates(for: Value(day, kind: .date))
    }

    private static let numbered = Shape(
        /\s*(?:n[°º]|n [°º]|no\.?|n\.|num[ée]ro|num\.?)?\s*([0-9]{1,5})(?:[.,]0{1,2})?\s*[-\/.(]?\s*(bis|ter|quater|quinquies|[a-z](?![a-z]))?\)?\s*[,.;]?\s*(rue|avenue|av\.?|boulevard|bd\.?|place|pl\.?|chemin|che\.?|all[ée]e|impasse|quai|route|cours|mont[ée]e)?\s*/
            .ignoresCase())
    private static let range = Shape(
        /\s*(?:n[°º]|n [°º])?\s*([1-9][0-9]{0,4})\s*[-–—]\s*([1-9][0-9]{0,4})\s*/.ignoresCase())
    private static let day = Shape(/([0-9]{1,2})\/([0-9]{1,2})\/(?:19|20)[0-9]{2}/)
    private static let isoDay = Shape(/(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}/)
    private static let none: Set<String> = ["0", "s n", "sn", "sans numero", "sans n", "pas de numero", "99999"]
    private static let numvoie = Field("numvoie", meaning: .houseNumber)
}
