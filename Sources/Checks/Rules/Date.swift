import Norms
import Schemas
import Texts

extension Check {
    /// A day of the calendar, `2019-12-31`.
    static let date = Check(
        "date",
        Text(fr: "Une date qui existe, écrite 2019-12-31.", en: "A date that exists, written 2019-12-31."),
        examples: [
            Example(
                Field("jour", type: .date), accepts: ["2019-12-31", "2020-02-29"],
                rejects: ["31/12/2019", "2019-02-29", "2019-13-01", "2019-1-1", "0019-12-31"])
        ],
        serves: { $0.type == .date && ["default", "any", "%Y-%m-%d"].contains($0.format) },
        problem: { value, _, _ in
            guard let day = day(of: value), day.year >= 1000 else {
                return Text(
                    fr: "« \(value) » n'est pas une date. La forme attendue est 2019-12-31 (année-mois-jour).",
                    en: "“\(value)” is not a date. The form is 2019-12-31 (year-month-day).")
            }
            return nil
        })

    /// The day that is written `2019-12-31`; nil where the calendar has none. Read byte by byte.
    private static func day(of value: String) -> CalendarDay? {
        var value = value
        return value.withUTF8 { bytes in
            guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
            func number(_ places: Range<Int>) -> Int? {
                var number = 0
                for place in places {
                    guard (0x30...0x39).contains(bytes[place]) else { return nil }
                    number = number * 10 + Int(bytes[place] - 0x30)
                }
                return number
            }
            guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
            return CalendarDay(year: year, month: month, day: day)
        }
    }
}
