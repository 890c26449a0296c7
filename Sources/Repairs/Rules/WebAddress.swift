import Schemas
import Spelling
import Tables
import Texts

extension Repair {
    /// Web addresses without their scheme, or with a slip in it.
    static let webAddress = Repair(
        "web-address",
        Text(fr: "Complète les adresses de pages internet.", en: "Completes addresses of web pages."),
        examples: [
            .init(site, "www.bron.fr", .likely("https://www.bron.fr")),
            .init(site, "bron.fr/parcs", .likely("https://bron.fr/parcs")),
            .init(site, "://www.bron.fr", .likely("https://www.bron.fr")),
            .init(site, "htpps://www.bron.fr", .likely("https://www.bron.fr")),
            .init(site, "//www.bron.fr", .likely("https://www.bron.fr")),
            .init(site, "http:/www.bron.fr", .likely("http://www.bron.fr")),
            .init(site, "https//bron.fr", .certain("https://bron.fr")),
            .init(site, "https:bron.fr", .certain("https://bron.fr")),
            .init(site, "https:///bron.fr", .certain("https://bron.fr")),
            .init(site, "https;//bron.fr", .certain("https://bron.fr")),
            .init(site, "https : // bron.fr", .certain("https://bron.fr")),
            .init(site, "http:\\\\www.bron.fr", .likely("http://www.bron.fr")),
            .init(
                site, "http;//www.bron.fr", others: ["https://a.fr", "https://b.fr", "https://c.fr"],
                .likely("https://www.bron.fr")),
            .init(site, "htpp://www.bron.fr", .likely("http://www.bron.fr")),
            .init(site, "htps://www.bron.fr", .likely("https://www.bron.fr")),
            .init(site, "ttps://www.bron.fr", .likely("https://www.bron.fr")),
            .init(site, "HTTP://bron.fr", nil),
            .init(site, "http://https://bron.fr", .certain("https://bron.fr")),
            .init(site, "http://www,bron,fr", .likely("http://www.bron.fr")),
            .init(site, "www,bron.fr", .likely("https://www.bron.fr")),
            .init(site, "wwww.bron.fr", .likely("https://www.bron.fr")),
            .init(site, "https://www. bron.fr", .likely("https://www.bron.fr")),
            .init(site, "https://bron.fr /parcs", .likely("https://bron.fr/parcs")),
            .init(site, "https://bron.fr/les parcs", .ask(candidates: ["https://bron.fr/les%20parcs"])),
            .init(site, "https://bron.fr.", .likely("https://bron.fr")),
            .init(site, "https://bron.fr/parcs,", .likely("https://bron.fr/parcs")),
            .init(site, "<https://bron.fr>", .certain("https://bron.fr")),
            .init(site, "« https://bron.fr »", .certain("https://bron.fr")),
            .init(site, "Site : https://bron.fr", .likely("https://bron.fr")),
            .init(site, "voir www.bron.fr", .likely("https://www.bron.fr")),
            .init(site, "M.Dupont", .ask(candidates: [])),
            .init(site, "mairie@bron.fr", .ask(candidates: [])),
            .init(site, "photo.jpg", .ask(candidates: [])),
            .init(site, "http://bron.fr / http://mions.fr", .ask(candidates: ["http://bron.fr", "http://mions.fr"])),
            .init(
                site, "www.bron.fr / www.mions.fr", .ask(candidates: ["https://www.bron.fr", "https://www.mions.fr"])),
            .init(site, "http://bron.fr ; http://mions.fr", .ask(candidates: ["http://bron.fr", "http://mions.fr"])),
            .init(
                site, "www.bron.fr et www.mions.fr", .ask(candidates: ["https://www.bron.fr", "https://www.mions.fr"])),
            .init(site, "voir le site", .ask(candidates: [])),
        ],
        tidies: true,
        serves: { $0.format == "uri" || $0.meaning == .url },
        prepare: { setting in
            let isSafeThroughout = isSafe(setting.values)
            return { value in
                let text = value.text
                guard text.utf8.count <= 1000 else { return .ask(candidates: []) }
                if setting.accepts(text) {
                    let tidy = WrittenWebAddress.withoutEnd(text)
                    return tidy != text && setting.accepts(tidy) ? .likely(tidy) : nil
                }
                guard let read = WrittenWebAddress(text) else { return .ask(candidates: []) }
                let found = read.addresses.filter { setting.accepts($0) }
                guard found.count == 1, read.isOne else { return .ask(candidates: found) }
                if isSafeThroughout, found[0].hasPrefix("http://") {
                    return .likely("https://" + found[0].dropFirst("http://".count))
                }
                return .change(found[0], read.isSure ? .certain : .likely)
            }
        })

    /// Every whole address of the column begins with https, and there are some: what stands in a broken one is no reason
    /// to leave that.
    private static func isSafe(_ values: Set<String>) -> Bool {
        values.count { $0.hasPrefix("https://") } >= 3 && !values.contains { $0.lowercased().hasPrefix("http://") }
    }

    private static let site = Field("site", format: "uri", meaning: .url)
}
