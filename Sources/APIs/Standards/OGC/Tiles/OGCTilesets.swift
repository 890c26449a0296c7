import Catalog
import Editions
import Markup
import Schemas
import Tables
import Texts

// What tiles there are, and of what.
extension OGCVisit {
    /// The list of tilesets: there is one.
    func tilesets(_ above: [String], title: String, tag: String) throws -> APIResponse {
        let form = try form(parameters(), json: ["application/json"])
        let links = formLinks(form, json: "application/json")
        let address = address(above + ["tiles", TileMatrixSet.name])
        let item: JSON = [
            "title": .text(title), "dataType": "vector", "crs": .text(TileMatrixSet.crs),
            "tileMatrixSetId": .text(TileMatrixSet.name), "tileMatrixSetURI": .text(TileMatrixSet.uri),
            "links": [Link](
                [
                    Link(href: address, rel: "self", type: "application/json", title: title),
                    schemeLink, tileLink(above),
                ]
            ).json,
        ]
        let document: JSON = ["links": links.json, "tilesets": [item]]
        let pageLinks = links + [Link(href: address, rel: "item", type: "application/json", title: TileMatrixSet.name)]
        return self.document(form, document, type: "application/json", links: links, tag: tag) {
            page(tilesTitle(title), under: trail(above, title), list(pageLinks))
        }
    }

    /// What a tileset is.
    func tileset(
        _ above: [String], title: String, _ sources: [FeatureSource], tag: String
    ) throws -> APIResponse {
        let form = try form(parameters(), json: ["application/json"])
        var links = formLinks(form, json: "application/json") + [schemeLink, tileLink(above)]
        if let only = sources.first, !above.isEmpty {
            links.append(
                Link(
                    href: address(above + ["tiles", TileMatrixSet.name, "tilejson.json"]), rel: "describedby",
                    type: "application/json", title: "TileJSON – \(only.title)"))
        }
        let extent = Extent(of: sources.compactMap(\.extent).flatMap(\.corners))
        let document = JSON.members([
            "title": .text(title), "dataType": "vector", "crs": .text(TileMatrixSet.crs),
            "tileMatrixSetId": .text(TileMatrixSet.name), "tileMatrixSetURI": .text(TileMatrixSet.uri),
            "links": links.json,
            "layers": .array(
                sources.map {
                    [
                        "id": .text($0.id), "title": .text($0.title), "dataType": "vector",
                        "description": .text($0.description),
                    ]
                }),
            "boundingBox": extent.map {
                [
                    "lowerLeft": [.number($0.west), .number($0.south)],
                    "upperRight": [.number($0.east), .number($0.north)], "crs": .text(CoordinateSystem.crs84.uri),
                ]
            },
        ])
        return self.document(form, document, type: "application/json", links: links, tag: tag) {
            let template = tileLink(above).href
            return page(
                tilesTitle(title), under: trail(above, title), "<p><code>\(template)</code></p>" + list(links))
        }
    }

    private var schemeLink: Link {
        Link(
            href: address(["tileMatrixSets", TileMatrixSet.name]), rel: Relation.tilingScheme,
            type: "application/json", title: TileMatrixSet.name)
    }

    private func tileLink(_ above: [String]) -> Link {
        Link(
            href: address(above + ["tiles", TileMatrixSet.name]) + "/{tileMatrix}/{tileRow}/{tileCol}", rel: "item",
            type: VectorTile.mediaType, title: Text(fr: "Les tuiles", en: "The tiles").in(language), isTemplate: true)
    }

    private func trail(_ above: [String], _ title: String) -> [(title: String, path: [String])] {
        above.isEmpty ? [root] : [root, collectionsAbove, (title, above)]
    }

    private func tilesTitle(_ title: String) -> String {
        Text(fr: "Tuiles vectorielles – \(title)", en: "Vector tiles – \(title)").in(language)
    }
}

extension Extent {
    /// Two corners that span it.
    fileprivate var corners: [Coordinate] {
        [.init(longitude: west, latitude: south), .init(longitude: east, latitude: north)]
    }
}
