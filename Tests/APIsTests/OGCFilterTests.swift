import Foundation
import Testing

@testable import APIs

/// The abstract test suites of OGC API Features part 1 (bbox, datetime, properties), part 3 (19-079r2: queryables,
/// filter) and the draft of part 8 (sorting).
@Suite struct OGCFilterTests {
    private static let bron = ["PAR-69029-001", "PAR-69029-002", "PAR-69029-003"]

    @Test(
        "/conf/core/fc-bbox-response: items within, and those without a place",
        arguments: [
            ("4.91,45.73,4.93,45.75", ["PAR-69029-001", "PAR-69029-002", "PAR-69029-003"]),
            ("4.91,45.73,0,4.93,45.75,100", ["PAR-69029-001", "PAR-69029-002", "PAR-69029-003"]),
            ("4.9123,45.7312,4.9123,45.7312", ["PAR-69029-001", "PAR-69029-003"]),
            ("10,10,11,11", ["PAR-69029-003"]), ("4.91,45.75,4.93,45.73", ["PAR-69029-003"]),
            ("4.94,45,4.81,46", ["PAR-69029-003", "PAR-69149-001", "PAR-69194-001", "PAR-69194-002"]),
        ]) func bbox(box: String, ids: [String]) async throws
    {
        #expect(try await OGC.ids(["bbox": box]) == ids)
    }

    @Test(
        "/conf/crs/fc-bbox-crs-action",
        arguments: [
            ("http://www.opengis.net/def/crs/EPSG/0/4326", "45.73,4.91,45.735,4.92"),
            ("http://www.opengis.net/def/crs/EPSG/0/2154", "848600,6516300,848800,6516500"),
            ("http://www.opengis.net/def/crs/EPSG/0/3857", "546800,5737300,546900,5737400"),
        ]) func bboxCRS(crs: String, box: String) async throws
    {
        #expect(try await OGC.ids(["bbox": box, "bbox-crs": crs]) == ["PAR-69029-001", "PAR-69029-003"])
    }

    @Test func aRectangleOutsideOfTheSystemHoldsNothing() async throws {
        let crs = "http://www.opengis.net/def/crs/EPSG/0/2154"
        #expect(try await OGC.ids(["bbox": "1e300,1e300,1e301,1e301", "bbox-crs": crs]) == ["PAR-69029-003"])
    }

    @Test(
        "/conf/core/fc-time-response: items of a time, and those without a date",
        arguments: [
            ("2023-05-02", ["PAR-69029-001", "PAR-69029-003"]),
            ("2023-05-02T10:00:00Z", ["PAR-69029-001", "PAR-69029-003"]),
            ("2023-01-01/2023-12-31", ["PAR-69029-001", "PAR-69029-003", "PAR-69149-001", "PAR-69194-001"]),
            ("2023-05-02/..", ["PAR-69029-001", "PAR-69029-003", "PAR-69194-001"]),
            ("../2020-02-29", ["PAR-69029-003", "PAR-69194-002"]),
            ("../2020-02-29T", ["PAR-69029-003", "PAR-69194-002"]),
            ("/2020-02-29", ["PAR-69029-003", "PAR-69194-002"]),
            ("2023-09-01/", ["PAR-69029-003", "PAR-69194-001"]), ("1999-01-01", ["PAR-69029-003"]),
            ("2024-01-01/2023-01-01", ["PAR-69029-003"]),
        ]) func datetime(time: String, ids: [String]) async throws
    {
        #expect(try await OGC.ids(["datetime": time]) == ids)
    }

    @Test func whatHasNoTimeAnswersAlways() async throws {
        #expect(try await OGC.ids(["datetime": "1999-01-01"], in: "zones-calmes").count == 2)
        #expect(try await OGC.ids(["datetime": "../.."]).count == 7)
    }

    @Test(
        "/conf/queryables-query-parameters: a property is a parameter",
        arguments: [
            ("nom", "Parc Chabrières", ["PAR-69149-001"]), ("nom", "parc chabrieres", []),
            ("nb_bancs", "4", ["PAR-69029-002"]),
            ("surface", "9000.5", ["PAR-69029-002"]), ("surface", "9.0005e3", ["PAR-69029-002"]),
            ("chiens", "true", ["PAR-69029-001", "PAR-69149-001", "PAR-69194-002"]),
            ("annee", "1982", ["PAR-69029-001"]),
            ("maj", "2023-05-02", ["PAR-69029-001"]),
            ("equipements", "toilettes", ["PAR-69029-001", "PAR-69149-001", "PAR-69194-002"]),
            ("code_insee", "69029", bron), ("code_insee", "69999", []), ("nom", "", []),
            ("nb_bancs", "99999999999999999999", []),
        ]) func properties(name: String, value: String, ids: [String]) async throws
    {
        #expect(try await OGC.ids([name: value]) == ids)
    }

    @Test("/conf/queryables/get-queryables") func queryables() async throws {
        let answer = try await OGC.ask("collections/parcs-jardins/queryables")
        #expect(answer.mediaType == "application/schema+json")
        let document = try answer.object
        #expect(document["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(document["$id"] as? String == OGC.base + "/collections/parcs-jardins/queryables")
        #expect(document["type"] as? String == "object")
        #expect(document[path: "properties", "surface", "type"] as? String == "number")
        #expect(document[path: "properties", "maj", "format"] as? String == "date")
        #expect(document[path: "properties", "geometry", "format"] as? String == "geometry-any")
        #expect(document[path: "properties", "type", "enum"] as? [String] == ["parc", "jardin", "square"])
        let sortables = try await OGC.ask("collections/parcs-jardins/sortables").object
        #expect(sortables[path: "properties", "equipements"] == nil)
        #expect(sortables[path: "properties", "nom"] != nil)
        let collection = try await OGC.ask("collections/parcs-jardins").object
        let feature = try await OGC.follow(try #require(collection.hrefs("describedBy").first))
        #expect(feature[path: "properties", "properties", "properties", "surface", "type"] as? String == "number")
        for rel in ["queryables", "sortables", "schema"] {
            #expect(collection.hrefs("http://www.opengis.net/def/rel/ogc/1.0/\(rel)").count == 1)
        }
    }

    @Test(
        "/conf/features-filter: CQL2 text",
        arguments: [
            ("nom = 'Parc du Fort'", ["PAR-69029-001"]), ("surface > 80000", ["PAR-69029-001", "PAR-69194-002"]),
            ("NOT chiens = TRUE AND type = 'parc'", ["PAR-69029-002"]), ("surface IS NULL", ["PAR-69029-003"]),
            ("nom LIKE 'Parc%' AND annee < 1980", ["PAR-69149-001", "PAR-69194-002"]),
            ("S_INTERSECTS(geometry, BBOX(4.91,45.73,4.915,45.735))", ["PAR-69029-001"]),
            (
                "S_INTERSECTS(geometry, POLYGON((4.91 45.73,4.92 45.73,4.92 45.74,4.91 45.74,4.91 45.73)))",
                ["PAR-69029-001"]
            ),
            ("T_AFTER(maj, DATE('2023-05-02'))", ["PAR-69194-001"]),
            ("A_CONTAINS(equipements, ('eau'))", ["PAR-69149-001", "PAR-69149-002", "PAR-69194-002"]),
            ("CASEI(nom) = CASEI('PARC DU FORT')", ["PAR-69029-001"]), ("FALSE", []),
        ]) func filters(filter: String, ids: [String]) async throws
    {
        #expect(try await OGC.ids(["filter": filter]) == ids)
        #expect(try await OGC.ids(["filter": filter, "filter-lang": "cql2-text"]) == ids)
    }

    @Test("/conf/features-filter: CQL2 JSON") func json() async throws {
        let filter =
            #"{"op":"and","args":[{"op":"=","args":[{"property":"type"},"parc"]},{"op":"<","args":[{"property":"surface"},10000]}]}"#
        #expect(try await OGC.ids(["filter": filter, "filter-lang": "cql2-json"]) == ["PAR-69029-002"])
    }

    @Test("/conf/filter/filter-crs") func filterCRS() async throws {
        let filter = "S_INTERSECTS(geometry, BBOX(45.73,4.91,45.735,4.915))"
        let crs = "http://www.opengis.net/def/crs/EPSG/0/4326"
        #expect(try await OGC.ids(["filter": filter, "filter-crs": crs]) == ["PAR-69029-001"])
    }

    @Test(
        "/conf/filter/expression-construction: what cannot be understood",
        arguments: [
            "nom =", "unknown = 1", "nom LIKE", "(((", "S_INTERSECTS(geometry)", "surface > 'x' AND", "{\"op\":\"=\"}",
            "", "null",
            "unknown(nom)", "{",
        ]) func wrongFilters(filter: String) async throws
    {
        #expect(try await OGC.status("collections/parcs-jardins/items", ["filter": filter]) == 400)
    }

    @Test("filters go together with the other parameters") func together() async throws {
        #expect(
            try await OGC.ids([
                "filter": "surface > 1000", "type": "parc", "datetime": "2023-01-01/..", "bbox": "4,45,5,46",
            ])
                == ["PAR-69029-001", "PAR-69149-001"])
    }

    @Test(
        "/conf/features-sorting",
        arguments: [
            (
                "surface",
                [
                    "PAR-69194-001", "PAR-69149-002", "PAR-69029-002", "PAR-69149-001", "PAR-69029-001",
                    "PAR-69194-002", "PAR-69029-003",
                ]
            ),
            (
                "-surface",
                [
                    "PAR-69194-002", "PAR-69029-001", "PAR-69149-001", "PAR-69029-002", "PAR-69149-002",
                    "PAR-69194-001", "PAR-69029-003",
                ]
            ),
            (
                "+type,-nom",
                [
                    "PAR-69149-002", "PAR-69194-002", "PAR-69029-001", "PAR-69149-001", "PAR-69029-002",
                    "PAR-69194-001", "PAR-69029-003",
                ]
            ),
        ]) func sorting(keys: String, ids: [String]) async throws
    {
        let found = try await OGC.ids(["sortby": keys])
        #expect(keys.hasPrefix("+") ? Set(found) == Set(ids) && found.first == ids.first : found == ids)
    }

    @Test func pagesOfAFilterFollowOneAnother() async throws {
        var page = try await OGC.ask(
            "collections/parcs-jardins/items", ["filter": "surface > 0", "sortby": "-surface", "limit": "2"]
        ).object
        var ids = page.features.compactMap { $0["id"] as? String }
        while let next = page.hrefs("next").first {
            page = try await OGC.follow(next)
            ids += page.features.compactMap { $0["id"] as? String }
        }
        #expect(ids.count == 6)
        #expect(ids == (try await OGC.ids(["filter": "surface > 0", "sortby": "-surface"])))
    }

    @Test func recordsCanBeFilteredAndSorted() async throws {
        #expect(try await OGC.ids(["filter": "license = 'ODbL-1.0'"], in: "catalogue") == ["zones-calmes"])
        #expect(try await OGC.ids(["sortby": "-title"], in: "catalogue").first == "zones-calmes")
        #expect(try await OGC.ids(["theme": "ENVI"], in: "catalogue") == ["parcs-jardins", "zones-calmes"])
        #expect(try await OGC.ids(["datetime": "2030-01-01/.."], in: "catalogue").isEmpty)
        #expect(try await OGC.ids(["datetime": "2023-01-01/.."], in: "catalogue").count == 3)
    }
}
