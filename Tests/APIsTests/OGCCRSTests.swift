import Foundation
import Testing

@testable import APIs

/// The abstract test suite of OGC API Features part 2 (18-058r1): coordinate reference systems. The expected metres
/// are those of `gdaltransform`.
@Suite struct OGCCRSTests {
    private static let epsg = "http://www.opengis.net/def/crs/EPSG/0/"

    private static func point(_ crs: String) async throws -> [Double] {
        let answer = try await OGC.ask("collections/parcs-jardins/items/PAR-69029-001", ["crs": crs])
        #expect(answer.header("Content-Crs") == "<\(crs)>")
        return try #require(try answer.object[path: "geometry", "coordinates"] as? [Double])
    }

    @Test("/conf/crs/fc-md-crs-list and fc-md-storageCrs") func list() async throws {
        let collection = try await OGC.ask("collections/parcs-jardins").object
        let list = try #require(collection["crs"] as? [String])
        for code in ["2154", "3946", "3857", "4326"] { #expect(list.contains(Self.epsg + code)) }
        #expect(list.first == "http://www.opengis.net/def/crs/OGC/1.3/CRS84")
        #expect(collection["storageCrs"] as? String == list.first)
    }

    @Test("/conf/crs/ogc-crs-header-value: the usual system") func header() async throws {
        let answer = try await OGC.ask("collections/parcs-jardins/items")
        #expect(answer.header("Content-Crs") == "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>")
    }

    @Test("/conf/crs/fc-crs-valid-value") func unknown() async throws {
        #expect(try await OGC.status("collections/parcs-jardins/items", ["crs": Self.epsg + "27700"]) == 400)
        #expect(try await OGC.status("collections/parcs-jardins/items", ["bbox": "1,2,3,4", "bbox-crs": "x"]) == 400)
    }

    @Test("/conf/crs/crs-action: latitude comes first where the register says so") func axes() async throws {
        #expect(try await Self.point(Self.epsg + "4326") == [45.7312, 4.9123])
        #expect(try await Self.point("http://www.opengis.net/def/crs/OGC/1.3/CRS84") == [4.9123, 45.7312])
    }

    @Test(
        "/conf/crs/crs-action: metres",
        arguments: [
            ("2154", 848_706.9, 6_516_424.3), ("3857", 546_834.7, 5_737_378.0), ("3946", 1_848_823.4, 5_171_912.3),
        ])
    func metres(code: String, x: Double, y: Double) async throws {
        let point = try await Self.point(Self.epsg + code)
        #expect(abs(point[0] - x) < 1, "\(point)")
        #expect(abs(point[1] - y) < 1, "\(point)")
    }

    @Test func everySystemIsAnswered() async throws {
        for system in CoordinateSystem.all {
            let items = try await OGC.ask("collections/zones-calmes/items", ["crs": system.uri]).object
            #expect(items.features.count == 2)
        }
    }
}
