import Markup
import Texts

/// The only way in which tiles are cut: WebMercatorQuad (OGC 17-083r4, annex D.1).
enum TileMatrixSet {
    static let name = "WebMercatorQuad"
    static let uri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
    static let crs = "http://www.opengis.net/def/crs/EPSG/0/3857"

    /// Half the circumference of the Earth, in metres of Web Mercator.
    private static let edge = 20_037_508.342_789_2
    /// The scale of zoom 0 where a pixel is 0.28 mm wide.
    private static let scale = 559_082_264.028_717

    /// The definition (Two Dimensional Tile Matrix Set, version 2).
    static var definition: JSON {
        [
            "id": .text(name), "title": "Google Maps Compatible for the World", "uri": .text(uri), "crs": .text(crs),
            "orderedAxes": ["X", "Y"],
            "wellKnownScaleSet": "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
            "tileMatrices": .array((0...MapTile.greatestZoom).map(matrix)),
        ]
    }

    private static func matrix(_ zoom: Int) -> JSON {
        let count = 1 << zoom
        return [
            "id": .text(String(zoom)), "scaleDenominator": .number(scale / Double(count)),
            "cellSize": .number(2 * edge / 256 / Double(count)), "cornerOfOrigin": "topLeft",
            "pointOfOrigin": [.number(-edge), .number(edge)], "tileWidth": 256, "tileHeight": 256,
            "matrixWidth": .integer(count), "matrixHeight": .integer(count),
        ]
    }
}

extension OGCVisit {
    /// `/tileMatrixSets`: how the map can be cut.
    func tileMatrixSets() throws -> APIResponse {
        let form = try form(parameters(), json: ["application/json"])
        let links = formLinks(form, json: "application/json")
        let own = Link(
            href: address(["tileMatrixSets", TileMatrixSet.name]), rel: "self", type: "application/json",
            title: TileMatrixSet.name)
        let document: JSON = [
            "links": links.json,
            "tileMatrixSets": [
                [
                    "id": .text(TileMatrixSet.name), "title": "Google Maps Compatible for the World",
                    "uri": .text(TileMatrixSet.uri), "crs": .text(TileMatrixSet.crs), "links": [own.json],
                ]
            ],
        ]
        return self.document(form, document, type: "application/json", links: links, tag: "1") {
            page(tileMatrixSetsTitle, under: [root], list([own] + links))
        }
    }

    /// `/tileMatrixSets/WebMercatorQuad`: its squares, zoom by zoom.
    func tileMatrixSet(_ name: String) throws -> APIResponse {
        guard name == TileMatrixSet.name else {
            throw Problem.notFound("The only tile matrix set is \(TileMatrixSet.name).")
        }
        let form = try form(parameters(), json: ["application/json"])
        let links = formLinks(form, json: "application/json")
        return document(form, TileMatrixSet.definition, type: "application/json", links: links, tag: "1") {
            page(
                TileMatrixSet.name, under: [root, (tileMatrixSetsTitle, ["tileMatrixSets"])],
                facts([("CRS", TileMatrixSet.crs), ("URI", TileMatrixSet.uri)]) + list(links))
        }
    }

    private var tileMatrixSetsTitle: String {
        Text(fr: "Découpages en tuiles", en: "Tile matrix sets").in(language)
    }
}
