import Checks
import Schemas
import Tables
import Texts

extension Repair {
    /// Years inside dates, decimals and words.
    static let year = Repair(
        "year",
        Text(fr: "Trouve l'année dans une date ou un texte.", en: "Finds the year in a date or a text."),
        examples: [
            .init(opening, "1982.0", .certain("1982")),
            .init(opening, "01/06/1982", .certain("1982")),
            .init(opening, Value("1982-06-01", kind: .date), .certain("1982")),
            .init(opening, "en 1982", .certain("1982")),
            .init(opening, "vers 1950", .likely("1950")),
            .init(opening, "82", .ask(candidates: ["1982"])),
            .init(opening, "1982-1985", .ask(candidates: ["1982", "1985"])),
            .init(opening, "XIXe siècle", .ask(candidates: [])),
        ],
        serves: { $0.type == .year },
        propose: { value, setting in
            let text = value.text.lowercased()
            let years = text.matches(of: /(?:^|\D)(1\d{3}|20\d{2})(?=\D|$)/).map { String($0.1) }
            let distinct = years.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            if distinct.count == 1, let year = distinct.first {
                let rest = text.replacing(year, with: "")
                if rest.allSatisfy({ !$0.isLetter }) || rest.wholeMatch(of: /\s*(en|année|ouvert en)\s*/) != nil {
                    return rest.contains("?") || rest.contains("~") ? .likely(year) : .certain(year)
                }
                return .likely(year)
            }
            if text.wholeMatch(of: /\d{2}/) != nil, let short = Int(text) {
                let century = short > setting.context.year % 100 ? 1900 : 2000
                return .ask(candidates: [String(century + short)])
            }
            return .ask(candidates: distinct)
        })

    private static let opening = Field("ann_ouvert", type: .year, meaning: .pastYear)
}
