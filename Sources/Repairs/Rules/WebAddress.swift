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
            .init(site, "voir le site", .ask(candidates: [])),
        ],
        serves: { $0.format == "uri" || $0.meaning == .url },
        propose: { value, _ in
            let text = value.text
            if let match = text.wholeMatch(of: /(?i)(https?)\s?:?\s?\/{1,3}\s?([^\s\/].*)/), !match.2.contains(" ") {
                let whole = "\(match.1.lowercased())://\(match.2)"
                return text.lowercased().hasPrefix(match.1.lowercased() + "://") ? nil : .certain(whole)
            }
            let isHost = text.wholeMatch(of: /(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}(?:\/\S*)?/) != nil
            return isHost ? .likely("https://" + text) : .ask(candidates: [])
        })

    private static let site = Field("site", format: "uri", meaning: .url)
}
