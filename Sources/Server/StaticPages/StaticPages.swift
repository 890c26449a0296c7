public import Catalog
public import Foundation
import Hummingbird
import Logging
public import Store

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The pages of the portal as files: asked of the portal itself, on a port of this machine, link after link from the
/// first page. A page that is asked for with `?page=2` or `?lang=en` gets a folder of its own; what only a server can
/// do (searching, sorting) leads to the page as it is.
public enum StaticPages {
    /// All pages, by path from the root of the site.
    public static func collect(
        store: ReleaseStore, publisher: Publisher, answers: MetadataAnswers = MetadataAnswers()
    ) async throws -> [String: Data] {
        // Nobody is served: what a server tells its operator says nothing here.
        var quiet = Logger(label: "gabarit.site")
        quiet.logLevel = .critical
        let (ports, opened) = AsyncStream.makeStream(of: Int.self)
        let server = application(
            store: store, publisher: publisher,
            configuration: ServerConfiguration(port: 0, assets: nil, answers: answers),
            onPort: { opened.yield($0) }, logger: quiet)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            var pages: [String: Data] = [:]
            for await port in ports {
                pages = try await walk(from: "http://127.0.0.1:\(port)")
                break
            }
            group.cancelAll()
            return pages
        }
    }

    private static func walk(from origin: String) async throws -> [String: Data] {
        var pages: [String: Data] = [:]
        var waiting = ["/", "/?lang=en", "/robots.txt"] + assets
        var seen = Set(waiting)
        while let address = waiting.popLast() {
            guard let url = URL(string: origin + address) else { continue }
            let (data, response) = try await URLSession.shared.data(from: url)
            guard let http = response as? HTTPURLResponse, http.statusCode == 200 else { continue }
            let isPage = http.value(forHTTPHeaderField: "Content-Type")?.hasPrefix("text/html") == true
            guard isPage else {
                pages[String(address.dropFirst())] = data
                continue
            }
            var page = String(decoding: data, as: UTF8.self)
            for link in links(of: page) {
                guard let target = StaticAddress(link) else { continue }
                page = page.replacing("href=\"\(link)\"", with: "href=\"\(target.folder)\"")
                if seen.insert(target.asked).inserted { waiting.append(target.asked) }
            }
            guard let own = StaticAddress(address) else { continue }
            pages[String(own.folder.dropFirst()) + "index.html"] = Data(page.utf8)
        }
        return pages
    }

    private static let assets = ["gabarit.css", "map.js", "icone.svg"].map { "/statique/" + $0 }

    /// The links of a page to others of the same site, each once.
    private static func links(of page: String) -> Set<String> {
        Set(page.matches(of: /href="(\/[^"]*)"/).map { String($0.1) })
    }
}

/// A page of the portal as a folder of the site.
private struct StaticAddress {
    /// What the portal is asked.
    let asked: String
    /// Where the page stands (`/jeux-de-donnees/parcs/page-2/`).
    let folder: String

    /// Nil for what is no page: files, models as JSON, APIs.
    init?(_ link: String) {
        let parts = link.replacing("&amp;", with: "&").split(separator: "#", maxSplits: 1)[0]
            .split(separator: "?", maxSplits: 1)
        let path = String(parts[0])
        guard Self.pages.contains(where: { path == $0 || path.hasPrefix($0 + "/") }), !path.hasSuffix(".json") else {
            return nil
        }
        let wishes = (parts.count > 1 ? parts[1] : "").split(separator: "&").compactMap { pair -> (String, String)? in
            let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2, ["page", "lang"].contains(sides[0]), sides[1] != "fr",
                sides[1].allSatisfy({ $0.isLetter || $0.isNumber })
            else { return nil }
            return (sides[0], sides[1])
        }.sorted { $0 < $1 }
        asked = path + (wishes.isEmpty ? "" : "?" + wishes.map { "\($0)=\($1)" }.joined(separator: "&"))
        let root = path.hasSuffix("/") ? path : path + "/"
        folder = root + wishes.map { "\($0)-\($1)/" }.joined()
    }

    private static let pages =
        [
            "/", "/jeux-de-donnees", "/communes", "/objets", "/modeles", "/integrer", "/accessibilite",
        ].filter { $0 != "/" } + ["/"]
}
