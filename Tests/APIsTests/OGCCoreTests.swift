import Foundation
import Testing

@testable import APIs

/// The abstract test suite of OGC API Features part 1 (17-069r4, annex A): conformance class *core*, what comes
/// before items. Each test bears the name of its case.
@Suite struct OGCCoreTests {
    @Test("/conf/core/root-op and root-success") func root() async throws {
        let answer = try await OGC.ask("")
        #expect(answer.status == 200)
        let page = try answer.object
        #expect(page["title"] as? String == "Métropole d'Exemple")
        for rel in ["self", "service-desc", "service-doc", "conformance", "data", "alternate"] {
            #expect(page.hrefs(rel).isEmpty == false, "no link \(rel)")
        }
        for link in page.links { #expect(link["type"] is String) }
    }

    @Test("/conf/core/api-definition-op and api-definition-success") func definition() async throws {
        let page = try await OGC.ask("").object
        let definition = try await OGC.follow(try #require(page.hrefs("service-desc").first))
        #expect((definition["openapi"] as? String)?.hasPrefix("3.0") == true)
        let answer = try await OGC.ask("api")
        #expect(answer.mediaType == "application/vnd.oai.openapi+json;version=3.0")
        #expect(try await OGC.ask("api", ["f": "html"]).mediaType == "text/html; charset=utf-8")
    }

    @Test("/conf/core/conformance-op and conformance-success") func conformance() async throws {
        let document = try await OGC.ask("conformance").object
        let classes = try #require(document["conformsTo"] as? [String])
        #expect(classes.contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"))
        #expect(Set(classes).count == classes.count)
    }

    @Test("/conf/core/http: wrong methods, unknown things, forms that are not there") func http() async throws {
        #expect(try await OGC.status("", method: .post) == 405)
        #expect(try await OGC.ask("", method: .post).header("Allow") == "GET, HEAD, OPTIONS")
        #expect(try await OGC.status("nothing") == 404)
        #expect(try await OGC.status("collections/nothing") == 404)
        #expect(try await OGC.status("collections/nothing/items") == 404)
        #expect(try await OGC.status("collections/parcs-jardins/nothing") == 404)
        #expect(try await OGC.status("collections/parcs-jardins/items/nothing") == 404)
        #expect(try await OGC.status("collections", accept: "image/png") == 406)
        #expect(try await OGC.status("collections/parcs-jardins/items", accept: "text/csv") == 406)
        #expect(try await OGC.status("collections", ["f": "xml"]) == 400)
        #expect(try await OGC.status("") == 200)
        #expect(try await OGC.status("collections/") == 200)
    }

    @Test(
        "/conf/core/query-param-unknown",
        arguments: [
            "", "api", "conformance", "collections", "collections/parcs-jardins", "collections/parcs-jardins/items",
            "collections/parcs-jardins/items/PAR-69029-001", "collections/parcs-jardins/queryables",
            "collections/parcs-jardins/tiles", "tileMatrixSets", "collections/catalogue/items",
        ]) func unknownParameter(path: String) async throws
    {
        #expect(try await OGC.status(path, ["unknown": "1"]) == 400)
        #expect(try await OGC.status(path, ["f": "json", "F": "json"]) == 400)
    }

    @Test(
        "/conf/core/query-param-invalid",
        arguments: [
            ("limit", "0"), ("limit", "-1"), ("limit", "1.5"), ("limit", "ten"), ("limit", ""), ("limit", "+5"),
            ("bbox", "1,2,3"), ("bbox", "1,2,3,4,5"), ("bbox", "a,b,c,d"), ("bbox", ""), ("bbox", "1,2,3,nan"),
            ("bbox", "1,2,3,inf"), ("bbox", "1,2,3,0x10"), ("bbox", "1,2,3,4,5,6,7"),
            ("datetime", "yesterday"), ("datetime", "2024-13-01"), ("datetime", "2023-02-29"),
            ("datetime", "2024-01-01/x"),
            ("datetime", "2024-01-01/2024-01-02/2024-01-03"), ("datetime", ""), ("datetime", "2024-01-01T25:00:00Z"),
            ("datetime", "2024-01-01T10:00:00"), ("crs", "EPSG:2154"), ("bbox-crs", "4326"), ("filter-crs", "x"),
            ("filter-lang", "sql"), ("sortby", "nothing"), ("sortby", "+"), ("sortby", "equipements"),
            ("sortby", "nom,nom,nom,nom,nom,nom,nom,nom,nom"), ("cursor", "2"),
            ("surface", "large"), ("nb_bancs", "1.5"), ("chiens", "oui"), ("maj", "2023-02-30"),
            ("releve", "2023-02-01"),
            ("lang", "de"),
        ]) func invalidParameter(name: String, value: String) async throws
    {
        #expect(try await OGC.status("collections/parcs-jardins/items", [name: value]) == 400)
    }

    @Test("/conf/core/fc-md-op and fc-md-success") func collections() async throws {
        let document = try await OGC.ask("collections").object
        let collections = try #require(document["collections"] as? [[String: Any]])
        #expect(
            collections.compactMap { $0["id"] as? String } == [
                "parcs-jardins", "subventions", "zones-calmes", "catalogue",
            ])
        #expect(document.hrefs("self").count == 1)
        #expect(document.hrefs("alternate").count == 1)
    }

    @Test("/conf/core/fc-md-links and fc-md-items-links: links and their types") func collectionLinks() async throws {
        let document = try await OGC.ask("collections").object
        for collection in try #require(document["collections"] as? [[String: Any]]) {
            let items = collection.links.filter { $0["rel"] as? String == "items" }
            #expect(items.compactMap { $0["type"] as? String } == ["application/geo+json", "text/html"])
            for link in collection.links where link["rel"] as? String != "license" { #expect(link["type"] is String) }
            _ = try await OGC.follow(try #require(collection.hrefs("items").first))
        }
    }

    @Test("/conf/core/fc-md-extent") func extent() async throws {
        let parks = try await OGC.ask("collections/parcs-jardins").object
        let box = try #require((parks[path: "extent", "spatial", "bbox"] as? [[Double]])?.first)
        #expect(box == [4.8051, 45.696, 4.948, 45.7401])
        let interval = try #require((parks[path: "extent", "temporal", "interval"] as? [[String]])?.first)
        #expect(interval == ["2020-02-29T00:00:00Z", "2023-09-01T23:59:59Z"])
        let grants = try await OGC.ask("collections/subventions").object
        #expect(grants[path: "extent", "spatial"] == nil)
    }

    @Test("/conf/core/sfc-md-op and sfc-md-success: the same as in the list") func collection() async throws {
        let document = try await OGC.ask("collections").object
        for listed in try #require(document["collections"] as? [[String: Any]]) {
            let id = try #require(listed["id"] as? String)
            var alone = try await OGC.ask("collections/\(id)").object
            var same = listed
            alone["links"] = nil
            same["links"] = nil
            #expect(NSDictionary(dictionary: alone) == NSDictionary(dictionary: same))
        }
    }

    @Test("/conf/html/content: every document is a page too") func pages() async throws {
        for path in [
            "", "api", "conformance", "collections", "collections/parcs-jardins", "collections/parcs-jardins/items",
            "collections/parcs-jardins/items/PAR-69029-003", "collections/parcs-jardins/queryables",
            "collections/parcs-jardins/sortables", "collections/parcs-jardins/schema",
            "collections/parcs-jardins/tiles",
            "collections/parcs-jardins/tiles/WebMercatorQuad", "tiles", "tiles/WebMercatorQuad", "tileMatrixSets",
            "tileMatrixSets/WebMercatorQuad", "collections/catalogue", "collections/catalogue/items",
        ] {
            let answer = try await OGC.ask(path, accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
            #expect(answer.mediaType == "text/html; charset=utf-8", "\(path)")
            #expect(answer.text.hasPrefix("<!DOCTYPE html>"))
            #expect(answer.text.contains("<html lang=\"fr\">"))
            #expect(!answer.text.contains("<script"))
        }
    }

    @Test func pagesEscapeWhatTheyShow() async throws {
        let page = try await OGC.ask("collections/parcs-jardins/items", ["f": "html"]).text
        #expect(page.contains("Square &quot;Jean Moulin&quot;"))
        #expect(page.contains("&amp; les jardins"))
    }
}
