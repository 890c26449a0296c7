import OpeningHours
import Texts

/// Says in plain words what is wrong with opening hours.
enum OpeningHoursProblem {
    /// What is wrong, or nil when the hours can be read.
    static func text(of value: String) -> Text? {
        do throws(OpeningHoursError) {
            _ = try Timetable(parsing: value)
            return nil
        } catch {
            return Text(
                fr: "Les horaires « \(value) » ne se lisent pas : \(error.fr)",
                en: "The opening hours “\(value)” cannot be read: \(error.en)")
        }
    }
}
