import OpeningHours
import Texts

/// Opening hours in words.
enum HoursWords {
    /// The hours as sentences; as they are written where they cannot be read.
    static func text(_ value: String) -> Text {
        guard let timetable = try? Timetable(parsing: value) else { return Text(verbatim: value) }
        return Text(fr: timetable.french, en: timetable.english)
    }
}
