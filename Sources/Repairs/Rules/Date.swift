import Checks
import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// Dates as people write them, to `2019-12-31`.
    static let date = Repair(
        "date",
        Text(fr: "Écrit les dates 2019-12-31.", en: "Writes dates as 2019-12-31."),
        examples: [
            .init(day, "31/12/2019", .certain("2019-12-31")),
            .init(day, "31.12.2019", .certain("2019-12-31")),
            .init(day, "1er janvier 2019", .certain("2019-01-01")),
            .init(day, "mardi 31 déc. 2019", .certain("2019-12-31")),
            .init(day, Value("2019-12-31T00:00:00", kind: .date), .certain("2019-12-31")),
            .init(day, "31/12/19", .likely("2019-12-31")),
            .init(day, "01/02/2019", .likely("2019-02-01")),
            .init(day, "01/02/2019", others: ["25/02/2019"], .certain("2019-02-01")),
            .init(day, "12/31/2019", .likely("2019-12-31")),
            .init(day, Value("43830", kind: .number), .likely("2019-12-31")),
            .init(day, "31/02/2019", .ask(candidates: [])),
            .init(day, "courant 2019", .ask(candidates: [])),
        ],
        serves: { $0.type == .date && ["default", "any", "%Y-%m-%d"].contains($0.format) },
        propose: { value, setting in
            FrenchDate.read(value, others: setting.values) ?? .ask(candidates: [])
        })

    private static let day = Field("date", type: .date)
}

/// Reads one date.
private enum FrenchDate {
    static func read(_ value: Value, others: Set<String>) -> Proposal? {
        let text = value.text
        if let match = text.wholeMatch(of: /(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?/) {
            return iso(match.1, match.2, match.3).map { .certain($0) }
        }
        if let match = text.wholeMatch(of: /\s*(\d{1,2})\s*[\/.\-]\s*(\d{1,2})\s*[\/.\-]\s*(\d{4}|\d{2})\s*(?:\d{1,2}[:h]\d{2}.*)?/) {
            return numeric(match.1, match.2, match.3, others)
        }
        if let match = text.wholeMatch(of: /(\d{4})[\/.](\d{1,2})[\/.](\d{1,2})/) {
            return iso(match.1, match.2, match.3).map { .certain($0) }
        }
        if let worded = worded(text) { return .certain(worded) }
        if value.kind == .number || text.wholeMatch(of: /\d{5}/) != nil, let serial = Int(text) { return spreadsheetDay(serial) }
        return nil
    }

    private static func numeric(_ a: Substring, _ b: Substring, _ y: Substring, _ others: Set<String>) -> Proposal? {
        let short = y.count == 2
        let year = short ? (Int(y).map { $0 < 30 ? "20" : "19" } ?? "20") + y : String(y)
        guard let french = iso(year[...], b, a) else { return iso(year[...], a, b).map { .likely($0) } }
        let isProven = Int(a) ?? 0 > 12 || a == b || others.contains(where: provesFrenchOrder)
        return .change(french, !short && isProven ? .certain : .likely)
    }

    /// Another date of the column whose first number can only be a day.
    private static func provesFrenchOrder(_ text: String) -> Bool {
        guard let match = text.wholeMatch(of: /\s*(\d{1,2})\s*[\/.\-]\s*(\d{1,2})\s*[\/.\-]\s*\d{2,4}.*/) else { return false }
        return (Int(match.1) ?? 0) > 12
    }

    private static func iso(_ year: Substring, _ month: Substring, _ day: Substring) -> String? {
        guard let y = Int(year), let m = Int(month), let d = Int(day), CalendarDay.exists(year: y, month: m, day: d) else {
            return nil
        }
        return String(y) + "-" + (m < 10 ? "0" : "") + String(m) + "-" + (d < 10 ? "0" : "") + String(d)
    }

    private static func worded(_ text: String) -> String? {
        let pattern = /(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:le )?(\d{1,2})(?:er)? ([a-z]+) (\d{4})/
        guard let match = text.folded.wholeMatch(of: pattern),
            let month = months.firstIndex(where: { $0 == match.2 || (match.2.count >= 3 && $0.hasPrefix(match.2)) }),
            match.2 != "jui"
        else { return nil }
        return iso(match.3, String(month + 1)[...], match.1)
    }

    private static let months = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    ]

    /// The day of a serial number of a spreadsheet, between 1970 and 2050 (day 0 is 30 December 1899).
    private static func spreadsheetDay(_ serial: Int) -> Proposal? {
        guard (25_569...54_789).contains(serial) else { return nil }
        // Days since 1 March 2000 make leap days fall at the end of a year (serial 36586).
        let days = serial - 36_586
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        let year = 2000 + yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
        return iso(String(year)[...], String(civilMonth)[...], String(day)[...]).map { .likely($0) }
    }
}
