import Foundation
import Testing

@testable import APIs

/// The one description of everything that can be asked for, and the cases of conformance class *oas30*.
@Suite struct OpenAPITests {
    private static func document() throws -> [String: Any] {
        let bytes = OpenAPI.document(
            try Example(), origin: Example.origin, others: ["{\"/fichiers/{file}\":{\"get\":{}}}", " {} "])
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test("/conf/oas30/completeness: every resource is a path") func paths() throws {
        let paths = try #require(try Self.document()["paths"] as? [String: Any])
        for path in [
            "/ogc/", "/ogc/api", "/ogc/conformance", "/ogc/collections", "/ogc/collections/{collectionId}",
            "/ogc/collections/parcs-jardins/items", "/ogc/collections/parcs-jardins/items/{featureId}",
            "/ogc/collections/catalogue/items", "/ogc/collections/{collectionId}/queryables",
            "/ogc/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
            "/tuiles/{collectionId}.json", "/fichiers/{file}",
        ] { #expect(paths[path] != nil, "\(path)") }
    }

    @Test func nothingRefersToAnotherDocument() throws {
        let bytes = OpenAPI.document(try Example(), origin: Example.origin)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("$ref"))
        let document = try Self.document()
        #expect((document["servers"] as? [[String: Any]])?.first?["url"] as? String == Example.origin)
        #expect(document[path: "info", "contact", "email"] as? String == "donnees@exemple.fr")
        #expect(document[path: "info", "license", "name"] as? String == "Licence Ouverte 2.0")
    }

    @Test("/conf/core/fc-limit-definition, fc-bbox-definition, fc-time-definition") func parameters() throws {
        let paths = try #require(try Self.document()["paths"] as? [String: Any])
        let items = try #require(paths["/ogc/collections/parcs-jardins/items"] as? [String: Any])
        let list = try #require(items[path: "get", "parameters"] as? [[String: Any]])
        let names = list.compactMap { $0["name"] as? String }
        #expect(Set(names).count == names.count)
        for name in [
            "limit", "bbox", "bbox-crs", "crs", "datetime", "filter", "filter-lang", "filter-crs", "sortby", "surface",
        ] {
            #expect(names.contains(name), "\(name)")
        }
        let limit = try #require(list.first { $0["name"] as? String == "limit" })
        #expect(limit[path: "schema", "minimum"] as? Int == 1)
        #expect(limit[path: "schema", "default"] as? Int == 100)
        let bbox = try #require(list.first { $0["name"] as? String == "bbox" })
        #expect(bbox["style"] as? String == "form")
        #expect(bbox["explode"] as? Bool == false)
        let ids = paths.values.compactMap { ($0 as? [String: Any])?[path: "get", "operationId"] as? String }
        #expect(Set(ids).count == ids.count)
    }

    @Test func aTerritoryThatPublishesNothingHasADescriptionToo() async throws {
        let bytes = OpenAPI.document(Nothing(), origin: Example.origin)
        #expect(try JSONSerialization.jsonObject(with: Data(bytes)) is [String: Any])
        for path in ["", "api", "collections", "collections/catalogue/items", "tiles/WebMercatorQuad/0/0/0"] {
            #expect(try await OGC.ask(path, of: Nothing()).status == 200)
        }
    }
}

/// Pieces that the APIs share.
@Suite struct SharedPiecesTests {
    @Test func theBestFormIsTheOneTheClientLikesMost() {
        let offers = ["application/json", "text/html"]
        #expect(Negotiation.best(of: offers, accept: "") == 0)
        #expect(Negotiation.best(of: offers, accept: "*/*") == 0)
        #expect(Negotiation.best(of: offers, accept: "text/html,*/*;q=0.1") == 1)
        #expect(Negotiation.best(of: offers, accept: "text/*, application/json;q=0.5") == 1)
        #expect(Negotiation.best(of: offers, accept: "application/json;q=0, */*") == 1)
        #expect(Negotiation.best(of: offers, accept: "image/png") == nil)
        #expect(Negotiation.best(of: offers, accept: ";;,,q=") == nil)
    }

    @Test func documentsAreWrittenAsJSON() throws {
        let document: JSON = [
            "a": "é\"\\\n", "b": [1, 2.5, true, nil], "c": .number(.nan), "d": .number(4326), "e": .written([0x37]),
        ]
        #expect(
            String(decoding: document.bytes, as: UTF8.self)
                == #"{"a":"é\"\\\n","b":[1,2.5,true,null],"c":null,"d":4326,"e":7}"#)
    }

    @Test func coordinatesAreWrittenDigitByDigit() {
        func text(_ number: Double) -> String {
            var bytes: [UInt8] = []
            CoordinateText.degrees.write(number, to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(text(4.85) == "4.85")
        #expect(text(-0.00000001) == "0")
        #expect(text(-180) == "-180")
        #expect(text(0.1234567891) == "0.1234568")
        #expect(text(.nan) == "0")
        #expect(text(99_999_999_999) == "99999999999")
    }

    @Test func datesOfHeadersAreInGreenwich() {
        #expect(Instants.header(Date(timeIntervalSince1970: 784_111_777)) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(Instants.header(Date(timeIntervalSince1970: -1)) == "Wed, 31 Dec 1969 23:59:59 GMT")
        #expect(Instants.isDay("2024-02-29"))
        #expect(!Instants.isDay("2023-02-29"))
        #expect(Instants.isInstant("2024-02-29T08:30:00.5+01:00"))
        #expect(!Instants.isInstant("2024-02-29T08:30:00"))
    }

    @Test func pageTokensComeBack() {
        let token = PageToken(offset: 120, tag: "é/+=", uid: "PAR-69029-001")
        #expect(PageToken(token.text) == token)
        #expect(PageToken("x.y.z") == nil)
        #expect(PageToken("") == nil)
        #expect(PageToken("1234567890.a.b") == nil)
    }
}
