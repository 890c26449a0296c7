import Catalog
public import Editions
import Foundation
import Markup

/// What search engines may read: `/robots.txt`, and `/sitemap.xml` with every page for people and the day of its last
/// change (sitemaps.org 0.9); the pages of the objects stand in `/sitemap/{schema}-{number}.xml`.
public struct SiteMap: PublicAPI {
    public init() {}

    public var roots: [String] { ["sitemap.xml", "robots.txt", "sitemap"] }

    /// How many addresses one document may hold (sitemaps.org).
    static let limit = 50_000

    public func answer(_ request: APIRequest, root: String, from holdings: any Holdings) async throws -> APIResponse {
        guard request.method == .get else { return Problem.methodNotAllowed.response }
        let addresses = CatalogueAddresses(origin: request.origin)
        switch (root, request.path.count) {
        case ("robots.txt", 0): return robots(addresses, holdings)
        case ("sitemap.xml", 0): return pages(addresses, holdings)
        case ("sitemap", 1): return try await part(request.path[0], addresses, holdings)
        default: return Self.unknown
        }
    }

    private static var unknown: APIResponse { Problem.notFound("There is no such part of the site map.").response }

    // MARK: - Pages

    private struct Entry {
        var address: String
        var changed: Date?
    }

    private func entries(_ addresses: CatalogueAddresses, _ holdings: any Holdings) -> [Entry] {
        let records = holdings.records
        var entries = [Entry(address: addresses.home, changed: records.compactMap(\.lastPublished).max())]
        entries += records.map { Entry(address: addresses.landingPage($0.name), changed: $0.lastPublished) }
        var communes: [String: (date: Date, schemas: [(String, Date)])] = [:]
        for record in records {
            for release in record.releases {
                var known = communes[release.commune.code] ?? (release.publishedAt, [])
                known.date = max(known.date, release.publishedAt)
                known.schemas.append((record.name, release.publishedAt))
                communes[release.commune.code] = known
            }
        }
        for (code, known) in communes.sorted(by: { $0.key < $1.key }) {
            let page = "\(addresses.origin)/communes/\(WebText.encoded(code))"
            entries.append(Entry(address: page, changed: known.date))
            entries += known.schemas.map {
                Entry(address: "\(page)/\(WebText.encoded($0.0))", changed: $0.1)
            }
        }
        entries += records.map { Entry(address: "\(addresses.origin)/modeles/\(WebText.encoded($0.name))") }
        return entries
    }

    private func pages(_ addresses: CatalogueAddresses, _ holdings: any Holdings) -> APIResponse {
        let entries = entries(addresses, holdings)
        let parts = (entries.count + Self.limit - 1) / Self.limit
        guard parts > 1 else { return Self.document(entries) }
        return Self.xml(
            "sitemapindex",
            (1...parts).map { "<sitemap><loc>\(addresses.origin)/sitemap/-\($0).xml</loc></sitemap>\n" })
    }

    // MARK: - Parts

    /// The part `{schema}-{number}.xml`; without a schema, a part of the pages.
    private func part(
        _ file: String, _ addresses: CatalogueAddresses, _ holdings: any Holdings
    ) async throws -> APIResponse {
        guard file.hasSuffix(".xml"), let dash = file.lastIndex(of: "-"),
            let number = Int(file[dash...].dropFirst().dropLast(4)), 1...1_000_000 ~= number
        else { return Self.unknown }
        let rows = (number - 1) * Self.limit..<number * Self.limit
        let name = String(file[..<dash])
        if name.isEmpty {
            let all = entries(addresses, holdings)
            guard rows.lowerBound < all.count else { return Self.unknown }
            return Self.document(Array(all[rows.clamped(to: 0..<all.count)]))
        }
        guard let edition = try await holdings.edition(of: name), rows.lowerBound < max(1, edition.rowCount) else {
            return Self.unknown
        }
        return Self.document(
            rows.clamped(to: 0..<edition.rowCount).map { row in
                Entry(
                    address: "\(addresses.origin)/objets/\(WebText.encoded(edition.uids[row]))",
                    changed: Date(timeIntervalSince1970: Double(edition.changedAt[row])))
            })
    }

    private static func document(_ entries: [Entry]) -> APIResponse {
        xml(
            "urlset",
            entries.map { entry in
                let changed = entry.changed.map { "<lastmod>\($0.isoInstant)</lastmod>" } ?? ""
                return "<url><loc>\(XMLText.escaped(IRI(entry.address).text))</loc>\(changed)</url>\n"
            })
    }

    private static func xml(_ element: String, _ items: [String]) -> APIResponse {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <\(element) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(items.joined())</\(element)>

            """
        return .bytes(Array(text.utf8), "application/xml; charset=utf-8")
    }

    // MARK: - Robots

    private func robots(_ addresses: CatalogueAddresses, _ holdings: any Holdings) -> APIResponse {
        var lines = ["User-agent: *", "Disallow: /espace/", "", "Sitemap: \(addresses.origin)/sitemap.xml"]
        for record in holdings.records where record.rowCount > 0 {
            for number in 1...((record.rowCount + Self.limit - 1) / Self.limit) {
                let name = WebText.encoded(record.name)
                lines.append("Sitemap: \(addresses.origin)/sitemap/\(name)-\(number).xml")
            }
        }
        return .bytes(Array((lines.joined(separator: "\n") + "\n").utf8), "text/plain; charset=utf-8")
    }

    public func paths(_ holdings: any Holdings) -> String {
        let part = Operation.Parameter(
            name: "part", place: "path", description: "The dataset, a hyphen, the number of the part, `.xml`.",
            schema: ["type": "string"])
        func text(_ id: String, _ summary: String, _ type: String, _ parameters: [Operation.Parameter]) -> Operation {
            Operation(
                id: id, tag: "Catalogue", summary: summary, parameters: parameters,
                contents: [(type: type, schema: ["type": "string"])])
        }
        let paths = JSON.object([
            .path("/robots.txt", text("robots", "What robots may read", "text/plain", [])),
            .path("/sitemap.xml", text("sitemap", "The pages for people", "application/xml", [])),
            .path("/sitemap/{part}", text("sitemapPart", "The pages of the objects", "application/xml", [part])),
        ])
        return String(decoding: paths.bytes, as: UTF8.self)
    }
}
