import Editions
import Foundation
import Testing

@testable import APIs

@Suite struct ISOAndSiteMapTests {
    private func ask(
        _ root: String, _ path: [String] = [], of holdings: any Holdings
    ) async throws -> APIResponse {
        try await SiteMap().answer(APIRequest(path: path, origin: Example.origin), root: root, from: holdings)
    }

    @Test func theSiteMapHoldsThePagesWithTheDayOfTheirChange() async throws {
        let map = try await ask("sitemap.xml", of: Example())
        #expect(map.text.contains("<loc>\(Example.origin)/jeux-de-donnees/parcs-jardins</loc><lastmod>2023-11-14T"))
        #expect(map.text.contains("<loc>\(Example.origin)/communes/69029/subventions</loc>"))
        #expect(map.text.contains("<loc>\(Example.origin)/modeles/zones-calmes</loc></url>"))
    }

    @Test func objectsStandInPartsOfTheirDataset() async throws {
        let example = try Example()
        let part = try await ask("sitemap", ["parcs-jardins-1.xml"], of: example)
        #expect(part.text.contains("<loc>\(Example.origin)/objets/PAR-69029-001</loc>"))
        for wrong in [
            "parcs-jardins-2.xml", "parcs-jardins-0.xml", "parcs-jardins.xml", "x-1.xml", "-2.xml",
            "x-99999999999999999999.xml",
        ] {
            #expect(try await ask("sitemap", [wrong], of: example).status == 404)
        }
    }

    @Test func robotsAreToldWhereTheMapsAre() async throws {
        let robots = try await ask("robots.txt", of: Example())
        #expect(robots.text.contains("Sitemap: \(Example.origin)/sitemap.xml\n"))
        #expect(robots.text.contains("Sitemap: \(Example.origin)/sitemap/parcs-jardins-1.xml\n"))
        #expect(robots.mediaType.hasPrefix("text/plain"))
    }

    @Test func addressesAreEscaped() async throws {
        let map = try await ask("sitemap.xml", of: CatalogueCase.awkward())
        #expect(map.text.contains("/jeux-de-donnees/a%20b%2F%C3%A9%3F%23%3C%3E</loc>"))
        #expect(map.text.contains("/communes/x%27%22%3C</loc>"))
    }
}
