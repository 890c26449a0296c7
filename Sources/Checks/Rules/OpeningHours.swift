import OpeningHours
import Schemas
import Texts

extension Check {
    /// Opening hours in the syntax of OpenStreetMap.
    static let openingHours = Check(
        "opening-hours",
        Text(
            fr: "Des horaires écrits comme dans OpenStreetMap.", en: "Opening hours written as in OpenStreetMap."),
        examples: [
            Example(
                Field("horaires", meaning: .openingHours),
                accepts: ["Mo-Fr 08:30-12:00,13:30-17:30; Sa 08:00-12:00", "24/7", "Su off"],
                rejects: ["lun-ven 8h30-12h", "Mo-Fr 08:30-12:00; Sa 08:3 12:00", "selon activités"])
        ],
        serves: { $0.meaning == .openingHours },
        problem: { value, _, _ in
            OpeningHoursProblem.text(of: value)
        })
}
