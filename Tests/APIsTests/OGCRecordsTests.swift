import Foundation
import Testing

@testable import APIs

/// OGC API Records (20-004r1): the catalogue as a collection of records.
@Suite struct OGCRecordsTests {
    @Test("/conf/record-collection: a collection whose items are records") func catalogue() async throws {
        let catalogue = try await OGC.ask("collections/catalogue").object
        #expect(catalogue["itemType"] as? String == "record")
        #expect(catalogue["type"] as? String == "Catalog")
        let page = try await OGC.ask("").object
        #expect(
            page.hrefs("http://www.opengis.net/def/rel/ogc/1.0/ogc-catalog") == [OGC.base + "/collections/catalogue"])
    }

    @Test("/conf/record-core") func record() async throws {
        let record = try await OGC.ask("collections/catalogue/items/parcs-jardins").object
        #expect(record["type"] as? String == "Feature")
        #expect(
            record["conformsTo"] as? [String] == [
                "http://www.opengis.net/spec/ogcapi-records-1/1.0/req/record-core"
            ])
        #expect(record[path: "properties", "type"] as? String == "dataset")
        #expect(record[path: "properties", "title"] as? String == "Parcs et jardins")
        #expect(record[path: "properties", "keywords"] as? [String] == ["parc", "jardin"])
        #expect(record[path: "properties", "license"] as? String == "etalab-2.0")
        #expect(record[path: "properties", "updated"] as? String == "2023-11-14T22:13:20Z")
        #expect(record.hrefs("item").contains(OGC.base + "/collections/parcs-jardins"))
        #expect(record.hrefs("self").count == 1)
        #expect(record[path: "geometry", "type"] as? String == "Polygon")
        #expect((record[path: "time", "interval"] as? [String])?.count == 2)
    }

    @Test(
        "/conf/record-core-query-parameters: q, ids, type, externalIds",
        arguments: [
            ("q", "jardin", ["parcs-jardins"]), ("q", "JARDINS", ["parcs-jardins"]),
            ("q", "versees, calmes", ["subventions", "zones-calmes"]), ("q", "parcs et", ["parcs-jardins"]),
            ("q", "et parcs", []), ("ids", "subventions,zones-calmes,x", ["subventions", "zones-calmes"]),
            ("type", "service", []), ("type", "dataset,service", ["parcs-jardins", "subventions", "zones-calmes"]),
            ("externalIds", "https://donnees.exemple.fr/jeux-de-donnees/subventions", ["subventions"]),
            ("limit", "1", ["parcs-jardins"]),
        ]) func questions(name: String, value: String, ids: [String]) async throws
    {
        #expect(try await OGC.ids([name: value], in: "catalogue") == ids)
    }
}
