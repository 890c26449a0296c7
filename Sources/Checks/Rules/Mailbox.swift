import Schemas
import Spelling
import Texts

extension Check {
    /// One address of a mailbox.
    static let mailbox = Check(
        "mailbox",
        Text(fr: "Une adresse électronique.", en: "An e-mail address."),
        examples: [
            Example(
                Field("mel", format: "email"), accepts: ["mairie@bron.fr"],
                rejects: ["mairie.bron.fr", "mairie@bron", "a@b.fr; c@d.fr", "mailto:a@b.fr"])
        ],
        serves: { ($0.type == .string && $0.format == "email") || $0.meaning == .email },
        problem: { value, _, _ in
            address.wholeMatch(in: value) != nil
                ? nil
                : Text(
                    fr: "« \(value) » n'est pas une adresse électronique.", en: "“\(value)” is not an e-mail address.")
        })

    private static let address = Shape(/[A-Za-z0-9._%+\-']+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}/)
}
