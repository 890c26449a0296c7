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
            guard let day = CalendarDay.parts(of: value), day.year >= 1000,
                CalendarDay.exists(year: day.year, month: day.month, day: day.day)
            else {
                return Text(
                    fr: "« \(value) » n'est pas une date. La forme attendue est 2019-12-31 (année-mois-jour).",
                    en: "“\(value)” is not a date. The form is 2019-12-31 (year-month-day).")
            }
            return nil
        })
}
