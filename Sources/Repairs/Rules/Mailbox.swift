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
            .init(mel, "Mél : mairie@bron.fr.", .certain("mairie@bron.fr")),
            .init(mel, "jean dupont@bron.fr", .likely("dupont@bron.fr")),
            .init(mel, "mairie@bron,fr", .ask(candidates: ["mairie@bron.fr"])),
            .init(mel, "a@b.fr ; c@d.fr", .ask(candidates: ["a@b.fr", "c@d.fr"])),
            .init(mel, "mairie.bron.fr", .ask(candidates: [])),
        ],
        serves: { $0.format == "email" || $0.meaning == .email },
        propose: { value, setting in
            let glued = value.text.replacing(/\s*@\s*/, with: "@")
            let words = glued.split { $0.isWhitespace || ",;|<>()[]:/".contains($0) }.map { $0.trimming(".") }
            let found = words.filter(setting.accepts)
            guard found.count == 1 else {
                let slip = found.isEmpty ? [glued.replacing(",", with: ".")].filter(setting.accepts) : found
                return .ask(candidates: slip)
            }
            // A word beside the address may be a part of it: `jean dupont@…`.
            let isAlone = words.allSatisfy { $0 == found[0] || labels.contains($0.lowercased()) }
            return .change(found[0], isAlone || glued.contains("<\(found[0])>") ? .certain : .likely)
        })

    private static let labels: Set<String> = [
        "mailto", "mail", "mél", "mel", "email", "e-mail", "courriel", "contact", "",
    ]

    private static let mel = Field("courriel", format: "email", meaning: .email)
}

extension Substring {
    fileprivate func trimming(_ mark: Character) -> String {
        var text = self
        while text.last == mark { text.removeLast() }
        return String(text)
    }
}
