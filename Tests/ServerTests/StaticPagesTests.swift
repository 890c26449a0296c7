import Catalog
import Foundation
import Server
import Store
import Tables
import Testing

/// The pages of a static site stand anywhere: in a folder of a site, or on a disk.
@Suite struct StaticPagesTests {
    private static let document = Data(
        #"""
        {"name": "parcs", "title": "Parcs", "version": "1.0.0", "primaryKey": "uid", "fields": [
            {"name": "uid", "gabarit": {"meaning": "uid"}}, {"name": "nom"}]}
        """#.utf8)

    private func pages(at address: String?) async throws -> [String: Data] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gabarit-pages-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await ReleaseStore(folder: folder)
        let table = CleanTable(
            fields: ["uid", "nom"],
            columns: [Cells((1...30).map { Value("P-\($0)") }), Cells((1...30).map { Value("Parc \($0)") })],
            rowNumbers: (2...31).map { $0 },
            geometries: (1...30).map { _ in .point(Coordinate(longitude: 4.9, latitude: 45.7)) })
        let draft = ReleaseDraft(
            schema: "parcs", schemaVersion: "1.0.0", commune: Place(code: "35238", name: "Rennes"),
            publishedAt: Date(timeIntervalSince1970: 1))
        try await store.publish(draft, rows: table, schemaDocument: Self.document)
        return try await StaticPages.collect(
            store: store, publisher: Publisher(name: "Pays d'Essai"), publicAddress: address)
    }

    /// The targets of the links of a page, seen from the root of the site.
    private func targets(_ path: String, _ page: String) -> [String] {
        let folder = path.split(separator: "/").dropLast().map(String.init)
        return page.matches(of: /\s(?:href|src|action)="([^"#]*)/).map { String($0.1) }
            .filter { !$0.isEmpty && !$0.hasPrefix("https://") }
            .map { link in
                var parts = folder
                for part in link.split(separator: "/") {
                    if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
                }
                return (link.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
            }
    }

    @Test func everyLinkOfAPageLeadsToAFileOfTheFolder() async throws {
        let pages = try await pages(at: nil)
        #expect((1...30).allSatisfy { pages["objets/P-\($0)/index.html"] != nil })
        #expect(pages["jeux-de-donnees/parcs/lang-en/page-2/index.html"] != nil)
        for (path, data) in pages where path.hasSuffix(".html") {
            let page = String(decoding: data, as: UTF8.self)
            for target in targets(path, page) {
                let isThere = pages[target] != nil || target.hasPrefix("fichiers/parcs/")
                #expect(isThere || target == "modeles/parcs.json", "\(path): \(target)")
            }
            #expect(page.contains(#"<html lang="fr">"#) == !path.contains("lang-en"), "\(path)")
            #expect(!page.contains("<form"), "\(path)")
            #expect(!page.contains("127.0.0.1"), "\(path)")
            #expect(path.hasPrefix("integrer/") || !page.contains(".invalid"), "\(path)")
        }
    }

    @Test func withAnAddressTheSiteHasWhatProgramsRead() async throws {
        let pages = try await pages(at: "https://example.fr/donnees")
        let page = String(decoding: try #require(pages["jeux-de-donnees/parcs/index.html"]), as: UTF8.self)
        #expect(page.contains(#"<link rel="canonical" href="https://example.fr/donnees/jeux-de-donnees/parcs">"#))
        let catalogue = String(decoding: try #require(pages["catalog.ttl"]), as: UTF8.self)
        #expect(catalogue.contains("<https://example.fr/donnees/fichiers/parcs/territoire.csv>"))
        #expect(!catalogue.contains("dcat:service"))
        #expect(
            Set(["catalog.jsonld", "catalog.rdf", "flux.atom", "robots.txt", "sitemap.xml"]).isSubset(of: pages.keys))
        #expect(pages.keys.contains { $0.hasPrefix("sitemap/") })
    }
}
