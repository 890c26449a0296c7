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
            isTime(value)
                ? nil
                : Text(
                    fr: "« \(value) » n'est pas une heure. La forme attendue est 08:30:00.",
                    en: "“\(value)” is not a time of day. The form is 08:30:00.")
        })

    /// Two digits, three times, with colons between them: up to 23, 59 and 59.
    private static func isTime(_ value: String) -> Bool {
        let parts = value.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return false }
        return zip(parts, [24, 60, 60]).allSatisfy { part, end in
            guard part.count == 2, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
            return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } < end
        }
    }
}
