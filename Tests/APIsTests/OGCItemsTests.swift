import Foundation
import Tables
import Testing

@testable import APIs

/// The abstract test suite of OGC API Features part 1: items, without filters.
@Suite struct OGCItemsTests {
    @Test("/conf/core/fc-op and fc-response") func items() async throws {
        let answer = try await OGC.ask("collections/parcs-jardins/items")
        #expect(answer.status == 200)
        #expect(answer.mediaType == "application/geo+json")
        let collection = try answer.object
        #expect(collection["type"] as? String == "FeatureCollection")
        let first = try #require(collection.features.first)
        #expect(first["type"] as? String == "Feature")
        #expect(first["id"] as? String == "PAR-69029-001")
        #expect(first[path: "geometry", "coordinates"] as? [Double] == [4.9123, 45.7312])
        #expect(first[path: "properties", "surface"] as? Double == 85000)
        #expect(first[path: "properties", "chiens"] as? Bool == true)
        #expect(first[path: "properties", "equipements"] as? [String] == ["jeux", "toilettes"])
    }

    @Test("/conf/core/fc-timeStamp, fc-numberMatched, fc-numberReturned") func counts() async throws {
        let collection = try await OGC.ask("collections/parcs-jardins/items", ["limit": "3"]).object
        #expect(collection["timeStamp"] as? String == "2025-06-15T15:06:40Z")
        #expect(collection["numberMatched"] as? Int == 7)
        #expect(collection["numberReturned"] as? Int == 3)
        #expect(collection.features.count == 3)
    }

    @Test("/conf/core/fc-limit-response-1: more than the greatest limit is no error") func limits() async throws {
        for limit in ["1", "5", "10000", "10001", "99999999999999999999999", "007"] {
            let collection = try await OGC.ask("collections/parcs-jardins/items", ["limit": limit]).object
            #expect(collection.features.count == min(7, Int(limit) ?? 10_000))
        }
    }

    @Test("/conf/core/fc-links: forms, next, prev") func links() async throws {
        let collection = try await OGC.ask("collections/parcs-jardins/items", ["limit": "3"]).object
        #expect(collection.hrefs("self").count == 1)
        #expect(collection.hrefs("alternate").count == 1)
        #expect(collection.hrefs("next").count == 1)
        #expect(collection.hrefs("prev").isEmpty)
        for link in collection.links { #expect(link["type"] is String) }
        let answer = try await OGC.ask("collections/parcs-jardins/items", ["limit": "3"])
        #expect(answer.headers.contains { $0.name == "Link" && $0.value.contains("rel=\"next\"") })
    }

    @Test func pagesFollowOneAnotherToTheEndAndBack() async throws {
        for limit in 1...8 {
            var page = try await OGC.ask("collections/parcs-jardins/items", ["limit": "\(limit)"]).object
            var ids = page.features.compactMap { $0["id"] as? String }
            var pages = [ids]
            while let next = page.hrefs("next").first {
                page = try await OGC.follow(next)
                pages.append(page.features.compactMap { $0["id"] as? String })
                ids += pages[pages.count - 1]
            }
            #expect(ids == Example.parkRows.map { $0[0] })
            for before in pages.dropLast().reversed() {
                page = try await OGC.follow(try #require(page.hrefs("prev").first))
                #expect(page.features.compactMap { $0["id"] as? String } == before)
            }
            #expect(page.hrefs("prev").isEmpty)
        }
    }

    /// A release comes between two pages: what was there before and is there after is given once.
    @Test func pagesGoOnBehindTheSameItemAfterARelease() async throws {
        let page = try await OGC.ask("collections/parcs-jardins/items", ["limit": "3"]).object
        let next = try #require(page.hrefs("next").first)
        let rows = [["PAR-69029-000", "Nouveau", "Bron", "69029"] + Array(repeating: "", count: 10)]
        let after = try Renewed(parks: rows + Example.parkRows)
        let ids = try await OGC.follow(next, of: after).features.compactMap { $0["id"] as? String }
        #expect(ids == ["PAR-69149-001", "PAR-69149-002", "PAR-69194-001"])
        let fewer = try Renewed(parks: Array(Example.parkRows.dropFirst(4)))
        let rest = try await OGC.follow(next, of: fewer)
        #expect(rest.features.count == 0)
    }

    @Test(arguments: ["0..", "999999999.x.y", "3.AAAA.____", "1.-.-"]) func anyTokenIsAnswered(
        token: String
    ) async throws {
        #expect(try await OGC.status("collections/parcs-jardins/items", ["cursor": token]) == 200)
    }

    @Test("/conf/core/f-op, f-success and f-links") func item() async throws {
        let answer = try await OGC.ask("collections/parcs-jardins/items/PAR-69149-002")
        #expect(answer.mediaType == "application/geo+json")
        let feature = try answer.object
        #expect(feature["type"] as? String == "Feature")
        #expect(feature["id"] as? String == "PAR-69149-002")
        #expect(feature[path: "properties", "nom"] as? String == "Jardin de l'Île")
        for rel in ["self", "alternate", "collection"] { #expect(feature.hrefs(rel).count == 1) }
        for link in feature.links { #expect(link["type"] is String) }
    }

    @Test("/conf/geojson/content: shapes of RFC 7946, or null") func shapes() async throws {
        let unknown = try await OGC.ask("collections/parcs-jardins/items/PAR-69029-003").object
        #expect(unknown["geometry"] is NSNull)
        #expect(unknown[path: "properties", "nom"] as? String == "Square \"Jean Moulin\"")
        let zone = try await OGC.ask("collections/zones-calmes/items/ZON-69029-001").object
        let ring = try #require((zone[path: "geometry", "coordinates"] as? [[[Double]]])?.first)
        #expect(ring.first == ring.last)
        #expect(ring.count == 5)
        let twice = try await OGC.ask("collections/zones-calmes/items/ZON-69029-001").object
        #expect(NSDictionary(dictionary: zone) == NSDictionary(dictionary: twice))
    }

    @Test func theTagChangesWithTheForm() async throws {
        let tags = [
            try await OGC.ask("collections/parcs-jardins/items").tag,
            try await OGC.ask("collections/parcs-jardins/items", ["f": "html"]).tag,
        ]
        #expect(Set(tags).count == 2)
        let answer = try await OGC.ask("collections/parcs-jardins/items")
        #expect(answer.header("Last-Modified") == "Tue, 14 Nov 2023 22:13:20 GMT")
    }

    /// A text may be called as the place is: `bbox` still asks about the place, which has another name in filters.
    @Test func aFieldCalledGeometryIsNoPlace() async throws {
        let document = #"""
            {"name": "formes", "fields": [
                {"name": "uid", "gabarit": {"meaning": "uid"}}, {"name": "geometry", "type": "string"},
                {"name": "geom", "type": "string"},
                {"name": "code_insee", "gabarit": {"meaning": "commune-code"}}]}
            """#
        let edition = try Example.edition(
            document, rows: [["F-1", "rond", "", "69029"], ["F-2", "carré", "", "69029"]],
            shapes: [
                0: .point(Coordinate(longitude: 4.9, latitude: 45.7)),
                1: .point(Coordinate(longitude: 2, latitude: 48)),
            ])
        let holdings = try Example(with: [edition])
        let questions: [KeyValuePairs<String, String>] = [
            ["bbox": "4,45,5,46"], ["filter": "S_INTERSECTS(the_geom, BBOX(4,45,5,46))"], ["geometry": "rond"],
        ]
        for question in questions {
            let answer = try await OGC.ask("collections/formes/items", question, of: holdings)
            try #require(answer.status == 200, "\(answer.text)")
            #expect(try answer.object.features.compactMap { $0["id"] as? String } == ["F-1"])
        }
        let answer = try await OGC.ask("collections/formes/queryables", of: holdings)
        #expect(try answer.object[path: "properties", "the_geom", "format"] as? String == "geometry-any")
    }

    @Test func truthIsAskedForInWordsAndAsGDALDoes() async throws {
        #expect(try await OGC.ids(["chiens": "1"]) == OGC.ids(["chiens": "true"]))
        #expect(try await OGC.ids(["chiens": "0"]) == OGC.ids(["chiens": "false"]))
        #expect(try await OGC.status("collections/parcs-jardins/items", ["chiens": "2"]) == 400)
    }
}
