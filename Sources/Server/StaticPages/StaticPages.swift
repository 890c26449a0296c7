import APIs
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
/// do (searching, sorting) is left out. Links lead from file to file, so that the folder may stand anywhere.
public enum StaticPages {
    /// All pages, by path from the root of the site.
    ///
    /// - Parameter publicAddress: The address under which people will know the site (`https://example.fr/donnees`),
    ///   without a slash at its end. With it, the site has a catalogue for harvesters (DCAT-AP), a feed and a site map,
    ///   in which every address is whole.
    public static func collect(
        store: ReleaseStore, publisher: Publisher, answers: MetadataAnswers = MetadataAnswers(),
        publicAddress: String? = nil
    ) async throws -> [String: Data] {
        // Nobody is served: what a server tells its operator says nothing here.
        var quiet = Logger(label: "gabarit.site")
        quiet.logLevel = .critical
        let home = StaticHome(publicAddress)
        let (ports, opened) = AsyncStream.makeStream(of: Int.self)
        var configuration = ServerConfiguration(
            port: 0, publicAddress: home.address, assets: nil, answers: answers)
        configuration.isCopied = true
        let server = application(
            store: store, publisher: publisher, configuration: configuration,
            apis: [DCATCatalogue(announcing: []), SiteMap(), AtomFeed()], onPort: { opened.yield($0) }, logger: quiet)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            var pages: [String: Data] = [:]
            for await port in ports {
                pages = try await walk(from: "http://127.0.0.1:\(port)", home)
                break
            }
            group.cancelAll()
            return pages
        }
    }

    private static func walk(from origin: String, _ home: StaticHome) async throws -> [String: Data] {
        var pages: [String: Data] = [:]
        var waiting = ["/", "/?lang=en", "/robots.txt"] + assets + (home.isKnown ? documents : [])
        var seen = Set(waiting)
        while let address = waiting.popLast() {
            guard let url = URL(string: origin + address) else { continue }
            var request = URLRequest(url: url)
            // English pages say so in their addresses, whatever the language of this machine.
            request.setValue("fr", forHTTPHeaderField: "Accept-Language")
            let (data, response) = try await URLSession.shared.data(for: request)
            guard let http = response as? HTTPURLResponse, http.statusCode == 200 else { continue }
            let isPage = http.value(forHTTPHeaderField: "Content-Type")?.hasPrefix("text/html") == true
            if isPage, let own = StaticAddress(address) {
                let page = StaticPage(data, at: own, home)
                waiting += page.links.filter { seen.insert($0).inserted }
                pages[String(own.file.dropFirst())] = Data(page.bytes)
            } else if isMap(address) {
                // Objects without a name are linked from no list.
                waiting += home.addresses(in: data).filter { seen.insert($0).inserted }
                if home.isKnown { pages[String(address.dropFirst())] = data }
            } else {
                pages[String(address.dropFirst())] = data
            }
        }
        return pages
    }

    /// What programs read.
    private static let documents = ["/catalog.jsonld", "/catalog.ttl", "/catalog.rdf", "/flux.atom"]

    /// Whether all that stands there are addresses of pages, or of more such lists.
    private static func isMap(_ address: String) -> Bool { address == "/robots.txt" || address.hasPrefix("/sitemap") }

    private static let assets = ["gabarit.css", "map.js", "icone.svg"].map { "/statique/" + $0 }
}
