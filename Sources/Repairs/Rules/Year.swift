import Checks
import Norms
import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// Years inside dates, decimals and words.
    static let year = Repair(
        "year",
        Text(fr: "Trouve l'année dans une date ou un texte.", en: "Finds the year in a date or a text."),
        examples: [
            .init(opening, "1982.0", .certain("1982")),
            .init(opening, "1982,00", .certain("1982")),
            .init(opening, "1 982", .likely("1982")),
            .init(opening, "01/06/1982", .certain("1982")),
            .init(opening, "06/1982", .certain("1982")),
            .init(opening, "1er juin 1982", .certain("1982")),
            .init(opening, Value("1982-06-01", kind: .date), .certain("1982")),
            .init(opening, Value("1905-06-04", kind: .date), .ask(candidates: ["1982", "1905"])),
            .init(opening, Value("36404", kind: .number), .likely("1999")),
            .init(opening, "36404", .ask(candidates: ["1999"])),
            .init(opening, "20019", .ask(candidates: [])),
            .init(opening, "en 1982", .certain("1982")),
            .init(opening, "l'an 2000", .certain("2000")),
            .init(opening, "ouvert en 1982", .likely("1982")),
            .init(opening, "fin 1982", .likely("1982")),
            .init(opening, "vers 1950", .ask(candidates: ["1950"])),
            .init(opening, "environ 1950", .ask(candidates: ["1950"])),
            .init(opening, "1950 ?", .ask(candidates: ["1950"])),
            .init(opening, "~1950", .ask(candidates: ["1950"])),
            .init(opening, "avant 1950", .ask(candidates: ["1950"])),
            .init(opening, "Rue du 8 mai 1945", .ask(candidates: ["1945"])),
            .init(opening, "1982/83", .ask(candidates: ["1982"])),
            .init(opening, "82", .ask(candidates: ["1982"])),
            .init(opening, "'98", .ask(candidates: ["1998"])),
            .init(opening, "1982-1985", .ask(candidates: ["1982", "1985"])),
            .init(opening, "XIXe siècle", .ask(candidates: [])),
            .init(opening, "années 1980", .ask(candidates: ["1980"])),
        ],
        serves: { $0.type == .year },
        propose: { value, setting in
            guard value.text.utf8.count <= 120 else { return .ask(candidates: []) }
            if value.kind == .date, let mistaken = yearTakenForDay(value.text) { return mistaken }
            let key = value.text.folded
            let years = key.split(separator: " ").map(String.init).filter(isYear)
            let distinct = years.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            if distinct.count == 1, let year = distinct.first, let degree = sureness(of: value.text, key) {
                return .change(year, degree)
            }
            if let other = unlike(value, key, setting.context) { return other }
            return .ask(candidates: distinct)
        })

    /// From 1000 to 2099.
    private static func isYear(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        guard bytes.count == 4, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return bytes[0] == 0x31 || bytes[0] == 0x32 && bytes[1] == 0x30
    }

    /// How sure the only year of a text is, by what stands around it; nil where that may change its sense.
    private static func sureness(of text: String, _ key: String) -> Degree? {
        guard !text.contains(where: { "?~±≈<>".contains($0) }) else { return nil }
        let hasMonth = key.split(separator: " ").allSatisfy { word in
            word.contains(where: \.isNumber) || small.contains(word) || months.contains { word.hasPrefix($0) }
        }
        if hasMonth, exact.fits(key) || iso.fits(key) && isDay(text) { return .certain }
        return event.fits(key) ? .likely : nil
    }

    private static let exact = Shape(
        /(?:en |annee |le |l an )?(?:[0-9]{1,2}(?:er)? )?(?:[0-9]{1,2} |[a-z]{3,9} )?(?:1[0-9]{3}|20[0-9]{2})(?: 0{1,2})?/
    )
    private static let iso = Shape(/[0-9]{4} [0-9]{1,2}(?: [0-9]{1,2}(?: ?t?[0-9 z]*)?)?/)
    private static let event = Shape(
        /(?:debut|fin|courant|depuis|(?:ouvert|ouverte|inaugure|inauguree|cree|creee|amenage|amenagee|construit|construite|mis en service) en) [0-9]{4}/
    )
    private static let small: Set<Substring> = ["en", "annee", "le", "l", "an"]
    private static let months = [
        "janv", "fevr", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec",
    ]

    /// `1982-06-01`, not `1982-83`.
    private static func isDay(_ text: String) -> Bool {
        guard let match = dayYearFirst.prefixMatch(in: text), let year = Int(match.1), let month = Int(match.2),
            let day = Int(match.3)
        else { return false }
        return CalendarDay(year: year, month: month, day: day) != nil
    }

    private static let dayYearFirst = Shape(/([0-9]{4})[-\/.]([0-9]{1,2})[-\/.]([0-9]{1,2})/)

    /// A year typed into a cell of dates is a day of 1905: its number in the spreadsheet is the year.
    private static func yearTakenForDay(_ text: String) -> Proposal? {
        let year = text.prefix(4), day = text.prefix(10)
        guard ("1902"..."1905").contains(String(year)),
            let serial = (1000...2100).first(where: { SpreadsheetDay.iso($0).map { $0 == day } ?? false })
        else { return nil }
        return .ask(candidates: [String(serial), String(year)])
    }

    /// Two digits, a thousands mark, the number that a spreadsheet gives to a day.
    private static func unlike(_ value: Value, _ key: String, _ context: CheckContext) -> Proposal? {
        if spacedYear.fits(key) { return .likely(key.replacing(" ", with: "")) }
        if key.utf8.count == 2, let short = Int(key) {
            let century = short > context.year % 100 ? 1900 : 2000
            return .ask(candidates: [String(century + short)])
        }
        guard key.utf8.count == 5, let serial = Int(key), (25_569...54_789).contains(serial),
            let day = SpreadsheetDay.iso(serial)
        else { return nil }
        // Five digits of a CSV file may as well be a year with a digit too many.
        return value.kind == .number ? .likely(String(day.prefix(4))) : .ask(candidates: [String(day.prefix(4))])
    }

    private static let spacedYear = Shape(/1 [0-9]{3}|2 0[0-9]{2}/)
    private static let opening = Field("ann_ouvert", type: .year, meaning: .pastYear)
}
