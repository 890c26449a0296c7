import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// E-mail addresses in the dress that mail programs give them, or hidden from robots.
    static let mailbox = Repair(
        "mailbox",
        Text(fr: "Enlève ce qui entoure une adresse électronique.", en: "Takes away what surrounds an e-mail address."),
        examples: [
            .init(mel, "mailto:mairie@bron.fr", .certain("mairie@bron.fr")),
            .init(mel, "Mairie <mairie@bron.fr>", .certain("mairie@bron.fr")),
            .init(mel, "<mairie@bron.fr>", .certain("mairie@bron.fr")),
            .init(mel, "mairie @ bron.fr", .certain("mairie@bron.fr")),
            .init(mel, "mairie@bron. fr", .certain("mairie@bron.fr")),
            .init(mel, "mairie@bron .fr", .certain("mairie@bron.fr")),
            .init(mel, "Mél : mairie@bron.fr.", .certain("mairie@bron.fr")),
            .init(mel, "mairie(at)bron.fr", .certain("mairie@bron.fr")),
            .init(mel, "mairie [at] bron [dot] fr", .certain("mairie@bron.fr")),
            .init(mel, "mairie arobase bron point fr", .certain("mairie@bron.fr")),
            .init(mel, "mairie@@bron.fr", .likely("mairie@bron.fr")),
            .init(mel, "mairie@bron..fr", .likely("mairie@bron.fr")),
            .init(mel, "mairie@bron,fr", .likely("mairie@bron.fr")),
            .init(mel, "mairie@bron.fr (accueil)", .likely("mairie@bron.fr")),
            .init(mel, "jean dupont@bron.fr", .ask(candidates: ["dupont@bron.fr"])),
            .init(mel, "a@b.fr ; c@d.fr", .ask(candidates: ["a@b.fr", "c@d.fr"])),
            .init(mel, "a@b.fr/c@d.fr", .ask(candidates: ["a@b.fr", "c@d.fr"])),
            .init(mels, "a@b.fr ; c@d.fr", .certain("a@b.fr|c@d.fr")),
            .init(mel, "mairie.bron.fr", .ask(candidates: [])),
            .init(mel, "mairie@bron", .ask(candidates: [])),
        ],
        serves: { $0.format == "email" || $0.meaning == .email },
        propose: { value, setting in
            guard value.text.utf8.count <= 320 else { return .ask(candidates: []) }
            let glued = plain(value.text)
            let words = glued.split { $0.isWhitespace || ",;|<>()[]:/\"«»".contains($0) }.map { $0.trimming(".'") }
                .filter { !$0.isEmpty }
            let found = words.filter(isAddress)
            guard found.count == 1 else {
                if found.count > 1 { return several(found, words, setting) }
                let slip = slipped(glued)
                return isAddress(slip) && setting.accepts(slip) ? .likely(slip) : .ask(candidates: [])
            }
            guard setting.accepts(found[0]) else { return .ask(candidates: []) }
            // A word just before the address may be a part of it: `jean dupont@…`.
            if !glued.contains("<"), let place = words.firstIndex(of: found[0]), place > 0,
                !labels.contains(words[place - 1].lowercased()), glued.contains(words[place - 1] + " " + found[0])
            {
                return .ask(candidates: found)
            }
            let isAlone = words.allSatisfy { $0 == found[0] || labels.contains($0.lowercased()) }
            return .change(found[0], isAlone || glued.contains("<\(found[0])>") ? .certain : .likely)
        })

    /// Several addresses: a list keeps them, elsewhere somebody must choose.
    private static func several(_ found: [String], _ words: [String], _ setting: RepairSetting) -> Proposal {
        guard let separator = setting.field.separator, found.count == words.count else {
            return .ask(candidates: found)
        }
        return .certain(found.joined(separator: separator))
    }

    private static func isAddress(_ text: String) -> Bool { address.fits(text) }

    /// The marks that keep robots away, and the white space around the @.
    private static func plain(_ text: String) -> String {
        var plain = text
        for (shape, mark) in [(at, "@"), (dot, ".")] { plain = shape.replacing(in: plain, with: mark) }
        return plain
    }

    /// `mairie@@bron,fr`: a mark twice, a comma for a point.
    private static func slipped(_ text: String) -> String {
        text.replacing("@@", with: "@").replacing(",", with: ".").replacing("..", with: ".")
    }

    private static let at = Shape(
        /\s*(?:[\(\[\{]\s*(?:at|a|arobase|arobas|@)\s*[\)\]\}]|\s(?:at|arobase|arobas)\s|@)\s*/.ignoresCase())
    private static let dot = Shape(
        /\s*[\(\[\{]\s*(?:dot|point|\.)\s*[\)\]\}]\s*|\s(?:dot|point)\s|\s+\.\s*(?=[a-z]{2,4}$)|\.\s+(?=[a-z]{2,4}$)/
            .ignoresCase())
    private static let address = Shape(
        /[A-Za-z0-9._%+\-']+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}/)

    private static let labels: Set<String> = [
        "mailto", "mail", "mails", "mél", "mel", "email", "e-mail", "courriel", "contact", "adresse", "",
    ]

    private static let mel = Field("courriel", format: "email", meaning: .email)
    private static let mels = Field("courriels", meaning: .email, separator: "|")
}

extension Substring {
    fileprivate func trimming(_ marks: String) -> String {
        var text = self
        while let last = text.last, marks.contains(last) { text.removeLast() }
        while let first = text.first, marks.contains(first) { text.removeFirst() }
        return String(text)
    }
}
