/// A page of the portal as a file of the site.
struct StaticAddress {
    /// What the portal is asked.
    let asked: String
    /// Where the page stands (`/jeux-de-donnees/parcs/page-2/index.html`).
    let file: String

    /// Nil for what is no page: files, models as JSON, APIs.
    init?(_ link: String) {
        let parts = link.replacing("&amp;", with: "&").split(separator: "#", maxSplits: 1)[0]
            .split(separator: "?", maxSplits: 1)
        let path = String(parts[0])
        guard path == "/" || Self.pages.contains(where: { path == $0 || path.hasPrefix($0 + "/") }),
            !path.hasSuffix(".json")
        else { return nil }
        let wishes = (parts.count > 1 ? parts[1] : "").split(separator: "&").compactMap { pair -> (String, String)? in
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2, ["page", "lang"].contains(sides[0]), sides[1] != "fr",
                sides[1].allSatisfy({ $0.isLetter || $0.isNumber })
            else { return nil }
            return (sides[0], sides[1])
        }.sorted { $0 < $1 }
        asked = path + (wishes.isEmpty ? "" : "?" + wishes.map { "\($0)=\($1)" }.joined(separator: "&"))
        let root = path.hasSuffix("/") ? path : path + "/"
        file = root + wishes.map { "\($0)-\($1)/" }.joined() + "index.html"
    }

    /// What leads from the folder of the page to the root of the site: `../../`.
    var wayUp: String { String(repeating: "../", count: file.utf8.count { $0 == 0x2F } - 1) }

    private static let pages = [
        "/jeux-de-donnees", "/communes", "/objets", "/modeles", "/integrer", "/accessibilite",
    ]
}
