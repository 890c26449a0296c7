import Schemas
import Texts

extension Check {
    /// A time of day, `08:30:00`.
    static let time = Check(
        "time",
        Text(fr: "Une heure écrite 08:30:00.", en: "A time of day written 08:30:00."),
        examples: [
            Example(Field("heure", type: .time), accepts: ["08:30:00"], rejects: ["8h30", "25:00:00", "08:30"])
        ],
        serves: { $0.type == .time && $0.format == "default" },
        problem: { value, _, _ in
            value.wholeMatch(of: /([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]/) != nil
                ? nil
                : Text(
                    fr: "« \(value) » n'est pas une heure. La forme attendue est 08:30:00.",
                    en: "“\(value)” is not a time of day. The form is 08:30:00.")
        })
}
