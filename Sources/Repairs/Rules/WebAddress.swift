import Schemas
import Tables
import Texts

extension Repair {
    /// Web addresses without their scheme, or with a slip in it.
    static let webAddress = Repair(
        "web-address",
        Text(fr: "Complète les adresses de pages internet.", en: "Completes addresses of web pages."),
        examples: [
            .init(site, "www.bron.fr", .likely("https://www.bron.fr")),
            .init(site, "http:/www.bron.fr", .certain("http://www.bron.fr")),
            .init(site, "https//bron.fr", .certain("https://bron.fr")),
            .init(site, "HTTP://bron.fr", nil),
            .init(site, "http://https://bron.fr", .certain("https://bron.fr")),
            .init(site, "M.Dupont", .ask(candidates: [])),
            .init(site, "http://bron.fr ; http://mions.fr", .ask(candidates: ["http://bron.fr", "http://mions.fr"])),
            .init(site, "voir le site", .ask(candidates: [])),
        ],
        serves: { $0.format == "uri" || $0.meaning == .url },
        propose: { value, setting in
            let text = value.text
            let words = text.split { $0.isWhitespace || ",;|".contains($0) }.map(String.init)
            if words.count > 1, words.allSatisfy(setting.accepts) { return .ask(candidates: words) }
            if let match = text.wholeMatch(of: /(?i)(?:https?:\/\/)?(https?)\s?:?\s?\/{1,3}\s?([^\s\/].*)/),
                !match.2.contains(" ")
            {
                let whole = "\(match.1.lowercased())://\(match.2)"
                return whole.lowercased() == text.lowercased() ? nil : .certain(whole)
            }
            return isHost(text) ? .likely("https://" + text) : .ask(candidates: [])
        })

    /// A name of the web: it begins with www, or ends as names in France do.
    private static func isHost(_ text: String) -> Bool {
        guard let match = text.wholeMatch(of: /(?:[A-Za-z0-9\-]+\.)+([A-Za-z]{2,})(?:\/\S*)?/) else { return false }
        return text.lowercased().hasPrefix("www.") || endings.contains(match.1.lowercased())
    }

    private static let endings: Set<String> = [
        "fr", "com", "org", "net", "eu", "info", "be", "ch", "lu", "alsace", "bzh", "corsica", "paris", "re", "gp",
        "mq", "gf",
        "yt", "nc", "pf", "coop", "asso", "museum", "io", "city", "tel",
    ]

    private static let site = Field("site", format: "uri", meaning: .url)
}
