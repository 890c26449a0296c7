import Schemas
import Tables
import Texts

extension Repair {
    /// E-mail addresses in the dress that mail programs give them.
    static let mailbox = Repair(
        "mailbox",
        Text(fr: "Enlève ce qui entoure une adresse électronique.", en: "Takes away what surrounds an e-mail address."),
        examples: [
            .init(mel, "mailto:mairie@bron.fr", .certain("mairie@bron.fr")),
            .init(mel, "Mairie <mairie@bron.fr>", .certain("mairie@bron.fr")),
            .init(mel, "mairie @ bron.fr", .certain("mairie@bron.fr")),
            .init(mel, "a@b.fr ; c@d.fr", .ask(candidates: ["a@b.fr", "c@d.fr"])),
            .init(mel, "mairie.bron.fr", .ask(candidates: [])),
        ],
        serves: { $0.format == "email" || $0.meaning == .email },
        propose: { value, _ in
            let glued = value.text.replacing(/\s*@\s*/, with: "@")
            let found = glued.matches(of: /[A-Za-z0-9._%+\-']+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+/).map { String($0.0) }
            return found.count == 1 ? .certain(found[0]) : .ask(candidates: found)
        })

    private static let mel = Field("courriel", format: "email", meaning: .email)
}
