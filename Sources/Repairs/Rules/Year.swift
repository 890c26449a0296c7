import Checks
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
            .init(opening, "1 982", .likely("1982")),
            .init(opening, "01/06/1982", .certain("1982")),
            .init(opening, "06/1982", .certain("1982")),
            .init(opening, "1er juin 1982", .certain("1982")),
            .init(opening, Value("1982-06-01", kind: .date), .certain("1982")),
            .init(opening, Value("1905-06-04", kind: .date), .ask(candidates: ["1982", "1905"])),
            .init(opening, Value("36404", kind: .number), .likely("1999")),
            .init(opening, "en 1982", .certain("1982")),
            .init(opening, "vers 1950", .likely("1950")),
            .init(opening, "1950 ?", .likely("1950")),
            .init(opening, "avant 1950", .ask(candidates: ["1950"])),
            .init(opening, "Rue du 8 mai 1945", .ask(candidates: ["1945"])),
            .init(opening, "1982/83", .ask(candidates: ["1982"])),
            .init(opening, "82", .ask(candidates: ["1982"])),
            .init(opening, "1982-1985", .ask(candidates: ["1982", "1985"])),
            .init(opening, "XIXe siècle", .ask(candidates: [])),
        ],
        serves: { $0.type == .year },
        propose: { value, setting in
            guard value.text.utf8.count <= 120 else { return .ask(candidates: []) }
            if value.kind == .date, let mistaken = yearTakenForDay(value.text) { return mistaken }
            let key = value.text.folded
            let years = key.split(separator: " ").map(String.init).filter {
                $0.wholeMatch(of: /1[0-9]{3}|20[0-9]{2}/) != nil
            }
            let distinct = years.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            if distinct.count == 1, let year = distinct.first, let degree = sureness(of: value.text, key) {
                return .change(year, degree)
            }
            if let other = unlike(value, key, setting.context) { return other }
            return .ask(candidates: distinct)
        })

    /// How sure the only year of a text is, by what stands around it; nil where that may change its sense.
    private static func sureness(of text: String, _ key: String) -> Degree? {
        let isExact = key.wholeMatch(
            of:
                /(?:en |annee |le )?(?:[0-9]{1,2}(?:er)? )?(?:[0-9]{1,2} |[a-z]{3,9} )?(?:1[0-9]{3}|20[0-9]{2})(?: 0{1,2})?/
        )
        let isISO = key.wholeMatch(of: /[0-9]{4} [0-9]{1,2}(?: [0-9]{1,2}(?: ?t?[0-9 z]*)?)?/)
        let hasMonth = key.split(separator: " ").allSatisfy { word in
            word.contains(where: \.isNumber) || ["en", "annee", "le"].contains(word)
                || months.contains { word.hasPrefix($0) }
        }
        if hasMonth, isExact != nil || isISO != nil && isDay(text) {
            return text.contains("?") || text.contains("~") ? .likely : .certain
        }
        let about = /(?:vers|environ|env|circa|ca|debut|fin|courant|depuis|ouvert en|inaugure en|cree en) [0-9]{4}/
        return key.wholeMatch(of: about) == nil ? nil : .likely
    }

    private static let months = [
        "janv", "fevr", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec",
    ]

    /// `1982-06-01`, not `1982-83`.
    private static func isDay(_ text: String) -> Bool {
        guard let match = text.prefixMatch(of: /([0-9]{4})[-\/.]([0-9]{1,2})(?:[-\/.]([0-9]{1,2}))?/),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3 ?? "1")
        else { return false }
        return match.3 != nil && CalendarDay.exists(year: year, month: month, day: day)
    }

    /// A year typed into a cell of dates is a day of 1905: its number in the spreadsheet is the year.
    private static func yearTakenForDay(_ text: String) -> Proposal? {
        guard let match = text.prefixMatch(of: /([0-9]{4})-([0-9]{2})-([0-9]{2})/),
            ("1902"..."1905").contains(String(match.1)),
            let serial = (1000...2100).first(where: { SpreadsheetDay.iso($0) == String(match.0) })
        else { return nil }
        return .ask(candidates: [String(serial), String(match.1)])
    }

    /// Two digits, a thousands mark, the number that a spreadsheet gives to a day.
    private static func unlike(_ value: Value, _ key: String, _ context: CheckContext) -> Proposal? {
        if key.wholeMatch(of: /1 [0-9]{3}|2 0[0-9]{2}/) != nil { return .likely(key.replacing(" ", with: "")) }
        if value.text.wholeMatch(of: /[0-9]{2}/) != nil, let short = Int(value.text) {
            let century = short > context.year % 100 ? 1900 : 2000
            return .ask(candidates: [String(century + short)])
        }
        guard value.text.wholeMatch(of: /[0-9]{5}/) != nil, let serial = Int(value.text),
            (10_000...54_789).contains(serial),
            let day = SpreadsheetDay.iso(serial)
        else { return nil }
        return .likely(String(day.prefix(4)))
    }

    private static let opening = Field("ann_ouvert", type: .year, meaning: .pastYear)
}
