import Foundation

extension QueryFunction {
    /// Functions that ODSQL has beside those of the other languages: stretches of the calendar, dates in words.
    static let calendar: [QueryFunction] = [
        QueryFunction(
            "date_trunc", [.text, .date, .number], optional: 1, to: .date,
            "The beginning of the second, minute, hour, day, week, month, quarter or year that a date lies in (UTC); of so many of them, counted from 1970."
        ) { worths in
            guard case .text(let unit) = worths[0], case .moment(let moment) = worths[1] else { return .unknown }
            var count = 1
            if worths.count > 2 {
                guard case .number(let number) = worths[2], (1...1_000_000).contains(number) else { return .unknown }
                count = Int(number)
            }
            return moment.beginning(of: unit, count).map { .moment(Moment(first: $0, last: $0, grain: .instant)) }
                ?? .unknown
        },
        QueryFunction(
            "date_format", [.date, .text, .text], optional: 1, to: .text,
            "A date by a pattern (dd/MM/yyyy), in French or in another language (fr, en)."
        ) { worths in
            guard case .moment(let moment) = worths[0], case .text(let pattern) = worths[1],
                pattern.utf8.count <= 200
            else { return .unknown }
            var language = "fr"
            if worths.count > 2, case .text(let other) = worths[2] { language = other }
            return .text(DatePattern.write(moment, pattern, language: language))
        },
        QueryFunction("epoch", [.date], to: .number, "The beginning of a date in seconds since 1970 (UTC).") { worths in
            guard case .moment(let moment) = worths[0] else { return .unknown }
            return .number(Double(moment.first) / 1_000_000)
        },
        QueryFunction("ifnull", [.any, .any], to: .any, "The first of two values that is known.") { worths in
            worths[0].isUnknown ? worths[1] : worths[0]
        },
    ]
}

extension Moment {
    /// The first microsecond of the stretch of the calendar that it begins in.
    fileprivate func beginning(of unit: String, _ count: Int) -> Int64? {
        let wide = Int64(count)
        func floored(_ microseconds: Int64) -> Int64? {
            let (width, isTooWide) = microseconds.multipliedReportingOverflow(by: wide)
            return isTooWide ? nil : Self.floor(first, width) * width
        }
        let (year, month, _) = date
        switch unit {
        case "second": return floored(1_000_000)
        case "minute": return floored(60_000_000)
        case "hour": return floored(3_600_000_000)
        case "day": return floored(Self.microsecondsPerDay)
        case "week":
            // 1970-01-01 was a Thursday; weeks begin on Mondays.
            let week = Self.floor(day + 3, 7 * wide) * 7 * wide - 3
            return week * Self.microsecondsPerDay
        case "month", "quarter", "year":
            let months = wide * (unit == "month" ? 1 : unit == "quarter" ? 3 : 12)
            // Whole years are counted from year 0, so that decades are those that people mean.
            let start = Self.floor(Int64(year) * 12 + Int64(month - 1), months) * months
            let first = Self.day(
                year: Int(Self.floor(start, 12)), month: Int(start - Self.floor(start, 12) * 12) + 1, day: 1)
            return first * Self.microsecondsPerDay
        default: return nil
        }
    }
}

/// Dates by a pattern, as Opendatasoft's `date_format` knows them: letters that stand for parts, texts between quotes.
enum DatePattern {
    static func write(_ moment: Moment, _ pattern: String, language: String) -> String {
        var (text, rest) = ("", Substring(pattern))
        while let sign = rest.first {
            if sign == "'" {
                rest = rest.dropFirst()
                if rest.first == "'" {
                    text += "'"
                    rest = rest.dropFirst()
                } else {
                    text += quoted(&rest)
                }
                continue
            }
            let run = rest.prefix { $0 == sign }
            rest = rest.dropFirst(run.count)
            text += part(moment, sign, run.count, language) ?? String(run)
        }
        return text
    }

    /// What stands up to the closing quote; two quotes within are one.
    private static func quoted(_ rest: inout Substring) -> String {
        var text = ""
        while let sign = rest.first {
            rest = rest.dropFirst()
            guard sign == "'" else {
                text.append(sign)
                continue
            }
            guard rest.first == "'" else { break }
            text += "'"
            rest = rest.dropFirst()
        }
        return text
    }

    private static func part(_ moment: Moment, _ sign: Character, _ width: Int, _ language: String) -> String? {
        let (year, month, day) = moment.date
        let weekday = Int(moment.day + 3 - Moment.floor(moment.day + 3, 7) * 7)
        let seconds = Int((moment.first - moment.day * Moment.microsecondsPerDay) / 1_000_000)
        switch sign {
        case "y", "Y": return width == 2 ? padded(year % 100, 2) : padded(year, 4)
        case "x": return width == 2 ? padded(week(moment).year % 100, 2) : padded(week(moment).year, 4)
        case "w": return padded(week(moment).number, width)
        case "e": return padded(weekday + 1, width)
        case "E":
            let name = names(language).weekdays[weekday]
            return width >= 4 ? name : name.prefix(3) + (language == "fr" ? "." : "")
        case "D": return padded(Int(moment.day - Moment.day(year: year, month: 1, day: 1)) + 1, width)
        case "M": return width >= 4 ? names(language).months[month - 1] : padded(month, width)
        case "d": return padded(day, width)
        case "H": return padded(seconds / 3600, width)
        case "m": return padded(seconds / 60 % 60, width)
        case "s": return padded(seconds % 60, width)
        default: return nil
        }
    }

    /// The week of ISO 8601: the one that holds the Thursday.
    private static func week(_ moment: Moment) -> (year: Int, number: Int) {
        let thursday = moment.day - (moment.day + 3 - Moment.floor(moment.day + 3, 7) * 7) + 3
        let first = thursday * Moment.microsecondsPerDay
        let year = Moment(first: first, last: first, grain: .day).date.year
        return (year, Int((thursday - Moment.day(year: year, month: 1, day: 1)) / 7) + 1)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, min(width, 10) - digits.utf8.count)) + digits
    }

    private static func names(_ language: String) -> (weekdays: [String], months: [String]) {
        language == "fr"
            ? (
                ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
                [
                    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                    "novembre", "décembre",
                ]
            )
            : (
                ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
                [
                    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                    "November", "December",
                ]
            )
    }
}
