import Foundation
import Schemas
import Texts

extension Corruption {
    /// Days as people and spreadsheets write them.
    static let dates = Corruption(
        5, Text(fr: "Dates", en: "Dates"),
        forms: [
            day("31/12/2019") { "\(two($2))/\(two($1))/\($0)" },
            day("31/12/19") { "\(two($2))/\(two($1))/\(two($0 % 100))" },
            day("31-12-2019") { "\(two($2))-\(two($1))-\($0)" }, day("31.12.2019") { "\(two($2)).\(two($1)).\($0)" },
            day("1/2/2019") { "\($2)/\($1)/\($0)" }, day("2019/12/31") { "\($0)/\(two($1))/\(two($2))" },
            day("1er janvier 2019") { "\($2 == 1 ? "1er" : String($2)) \(months[$1 - 1]) \($0)" },
            day("31 déc. 2019") { "\($2) \(short[$1 - 1]) \($0)" },
            day("31-déc-19") { "\(two($2))-\(short[$1 - 1].filter { $0 != "." })-\(two($0 % 100))" },
            day("le 31 décembre 2019") { "le \($2) \(months[$1 - 1]) \($0)" },
            day("31 DECEMBRE 2019") { "\($2) \(months[$1 - 1].withoutAccents.uppercased()) \($0)" },
            day("20191231") { "\($0)\(two($1))\(two($2))" }, day("time") { "\(two($2))/\(two($1))/\($0) 00:00" },
            day("ISO time") { "\($0)-\(two($1))-\(two($2))T00:00:00" },
            day("space time") { "\($0)-\(two($1))-\(two($2)) 00:00:00" },
            Form("serial day") { cell, _ in
                guard isDay(cell), let serial = cell.value.serialDay else { return nil }
                return Damage(String(serial), .number(String(serial), format: "General"))
            },
            Form("serial day shown as a day") { cell, _ in
                guard isDay(cell), let serial = cell.value.serialDay else { return nil }
                let parts = cell.value.split(separator: "-")
                return Damage("\(parts[2])/\(parts[1])/\(parts[0])", .number(String(serial), format: "dd/mm/yyyy"))
            },
            Form("month first, day above 12") { cell, _ in
                let parts = cell.value.split(separator: "-")
                guard isDay(cell), parts.count == 3, (Int(parts[2]) ?? 0) > 12 else { return nil }
                return Damage("\(parts[1])/\(parts[2])/\(parts[0])")
            },
            Form("month and year only") { cell, _ in
                let parts = cell.value.split(separator: "-")
                guard isDay(cell), parts.count == 3, let month = Int(parts[1]) else { return nil }
                return Damage("\(months[month - 1]) \(parts[0])", .text, .told)
            },
            Form("no such day") { cell, _ in
                guard isDay(cell) else { return nil }
                return Damage("31/02/" + cell.value.prefix(4), .text, .told)
            },
            Form("no day at all") { cell, _ in
                guard cell.field.type == .date, cell.value.isEmpty else { return nil }
                return Damage("0000-00-00")
            },
            year("01/06/1982") { "01/06/\($0)" }, year("1982.0") { "\($0).0" }, year("en 1982") { "en \($0)" },
            year("juin 1982") { "juin \($0)" }, year("06/1982") { "06/\($0)" }, year("année 1982") { "année \($0)" },
            year("1982-06-01") { "\($0)-06-01" }, year("1982 ?") { "\($0) ?" }, year("vers 1982") { "vers \($0)" },
            Form("two digits of a year") { cell, _ in
                guard isYear(cell) else { return nil }
                return Damage(String(cell.value.suffix(2)), .text, .told)
            },
        ])

    private static func day(_ name: String, _ write: @escaping @Sendable (Int, Int, Int) -> String) -> Form {
        Form(name) { cell, _ in
            let parts = cell.value.split(separator: "-").compactMap { Int($0) }
            return isDay(cell) && parts.count == 3 ? Damage(write(parts[0], parts[1], parts[2])) : nil
        }
    }

    private static func year(_ name: String, _ write: @escaping @Sendable (String) -> String) -> Form {
        Form(name) { cell, _ in isYear(cell) ? Damage(write(cell.value)) : nil }
    }

    @Sendable private static func isDay(_ cell: CellToDamage) -> Bool {
        cell.field.type == .date && cell.value.count == 10
    }
    @Sendable private static func isYear(_ cell: CellToDamage) -> Bool {
        cell.field.type == .year && cell.value.count == 4
    }

    @Sendable private static func two(_ number: Int) -> String { Register.padded(number) }

    static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    static let short = [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ]
}

extension String {
    /// The day as Excel counts it: 1 is 1 January 1900, and 1900 had a 29 February.
    var serialDay: Int? {
        let parts = split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        guard let day = calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2])) else {
            return nil
        }
        return Int((day.timeIntervalSince1970 / 86_400).rounded()) + 25_569
    }
}
