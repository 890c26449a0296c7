import Schemas
import Texts

extension Check {
    /// One address of a mailbox.
    static let mailbox = Check(
        "mailbox",
        Text(fr: "Une adresse électronique.", en: "An e-mail address."),
        examples: [
            Example(
                Field("mel", format: "email"), accepts: ["mairie@bron.fr"],
                rejects: [
                    "mairie.bron.fr", "mairie@bron", "a@b.fr; c@d.fr", "mailto:a@b.fr", "a@b..fr", "a@@b.fr", "a@b.f",
                ]),
            Example(Field("mels", meaning: .email, separator: "|"), accepts: ["a@b.fr|c@d.fr"], rejects: ["a@b.fr|"]),
        ],
        serves: { ($0.type == .string && $0.format == "email") || $0.meaning == .email },
        problem: { value, field, _ in
            (field.separator.map { value.components($0) } ?? [value]).allSatisfy(isAddress)
                ? nil
                : Text(
                    fr: "« \(value) » n'est pas une adresse électronique.", en: "“\(value)” is not an e-mail address.")
        })

    /// A name, one @, and labels of letters, digits and hyphens, the last one of letters only. Byte by byte.
    private static func isAddress(_ value: some StringProtocol) -> Bool {
        let sides = value.utf8.split(separator: 0x40, omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, sides[0].allSatisfy({ isAlphanumeric($0) || inNames.contains($0) })
        else { return false }
        let labels = sides[1].split(separator: 0x2E, omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, last.count > 1, last.allSatisfy(isLetter) else { return false }
        return labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { isAlphanumeric($0) || $0 == 0x2D } }
    }

    /// What may stand in a name beside letters and digits.
    private static let inNames = Set("._%+-'".utf8)

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
}
