import OpeningHours
import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// Opening hours in French, or not quite in the syntax of OpenStreetMap.
    static let openingHours = Repair(
        "opening-hours",
        Text(
            fr: "Traduit les horaires écrits en français, et corrige ceux qui sont presque justes.",
            en: "Translates opening hours from French, and corrects those that are nearly right."),
        examples: [
            .init(horaires, "Mo-Fr 8:30-12:00", .certain("Mo-Fr 08:30-12:00")),
            .init(horaires, "lun-ven 8h30-12h, 13h30-17h30", .likely("Mo-Fr 08:30-12:00,13:30-17:30")),
            .init(horaires, "Mo-Fr 08:30-12:00,13:30-17:30; Sa 08:3 12:00", .ask(candidates: [])),
            .init(horaires, "selon activités", .ask(candidates: [])),
        ],
        serves: { $0.meaning == .openingHours },
        propose: { value, _ in
            switch Timetable.reading(value.text) {
            case .alreadyValid: nil
            case .certain(let hours): .certain(hours.description)
            case .likely(let hours): .likely(hours.description)
            // Whoever writes days as OpenStreetMap does is best told where the syntax breaks: the check says it.
            case .unclear where codedDays.firstMatch(in: value.text) != nil: .ask(candidates: [])
            case .unclear(let doubt): .ask(candidates: [], because: Text(fr: doubt.fr, en: doubt.en))
            }
        })

    private static let codedDays = Shape(/\b(?:Mo|Tu|We|Th|Fr|Sa|Su)\b/)
    private static let horaires = Field("horaires", meaning: .openingHours)
}
