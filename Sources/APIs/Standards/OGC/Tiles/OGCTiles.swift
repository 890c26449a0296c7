import Catalog
import Editions
import Markup
import Schemas
import Tables
import Texts

extension OGCVisit {
    /// `/collections/{id}/tiles` and what is below.
    func tiles(of source: FeatureSource, _ path: [String]) throws -> APIResponse {
        let above = ["collections", source.id]
        switch path.count {
        case 0: return try tilesets(above, title: source.title, tag: source.edition.tag)
        case 1:
            try requireWebMercatorQuad(path[0])
            return try tileset(above, title: source.title, [source], tag: source.edition.tag)
        case 2 where path[1] == "tilejson.json":
            try requireWebMercatorQuad(path[0])
            return try tileJSON(of: source)
        case 4:
            try requireWebMercatorQuad(path[0])
            let tile = try tile(zoom: path[1], row: path[2], column: path[3])
            return try vectorTile(tile, of: [source], tag: source.edition.tag)
        default: throw Problem.notFound("There is no such resource.")
        }
    }

    /// `/tiles` and what is below: all datasets in one tile, each a layer.
    func datasetTiles(_ path: [String]) async throws -> APIResponse {
        let title = holdings.publisher.name
        switch path.count {
        case 0: return try tilesets([], title: title, tag: holdings.tag)
        case 1:
            try requireWebMercatorQuad(path[0])
            return try await tileset([], title: title, drawnCollections(), tag: holdings.tag)
        case 4:
            try requireWebMercatorQuad(path[0])
            let tile = try tile(zoom: path[1], row: path[2], column: path[3])
            return try await vectorTile(tile, of: drawnCollections(), tag: holdings.tag)
        default: throw Problem.notFound("There is no such resource.")
        }
    }

    /// `/tuiles/{schema}.json` and `/tuiles/{schema}/{z}/{x}/{y}.pbf`: what maps ask for.
    func shortTile() async throws -> APIResponse {
        if path.count == 1, path[0].hasSuffix(".json") {
            let source = try await drawnCollection(String(path[0].dropLast(5)))
            return try tileJSON(of: source)
        }
        guard path.count == 4, path[3].hasSuffix(".pbf") else {
            throw Problem.notFound("There is no such resource.")
        }
        let source = try await drawnCollection(path[0])
        let tile = try tile(zoom: path[1], row: String(path[3].dropLast(4)), column: path[2])
        return try vectorTile(tile, of: [source], tag: source.edition.tag)
    }

    private func drawnCollection(_ name: String) async throws -> FeatureSource {
        guard let edition = try await holdings.edition(of: name) else {
            throw Problem.notFound("There is no collection “\(name)”.")
        }
        return FeatureSource(edition)
    }

    private func drawnCollections() async throws -> [FeatureSource] {
        try await allCollections().filter { $0.itemType == .feature && $0.extent != nil }
    }

    // MARK: Tiles

    private func vectorTile(_ tile: MapTile, of sources: [FeatureSource], tag: String) throws -> APIResponse {
        let parameters = try parameters()
        if try parameters.choice("f", of: ["mvt", "pbf"]) == nil {
            let offers = [VectorTile.mediaType, "application/x-protobuf", "application/octet-stream"]
            guard Negotiation.best(of: offers, accept: request.accept) != nil else {
                throw Problem.notAcceptable([VectorTile.mediaType])
            }
        }
        var bytes: [UInt8] = []
        for source in sources { bytes += VectorTile.bytes(tile, of: source.edition, layer: source.id) }
        let modified = sources.map(\.edition.modified).max()
        return answer(bytes, VectorTile.mediaType, links: [], tag: tag, modified: modified)
    }

    private func tile(zoom: String, row: String, column: String) throws -> MapTile {
        func number(_ text: String) -> Int? {
            text.utf8.count <= 9 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
        }
        guard let zoom = number(zoom), let row = number(row), let column = number(column),
            let tile = MapTile(zoom: zoom, column: column, row: row)
        else { throw Problem.notFound("There is no such tile in WebMercatorQuad up to zoom \(MapTile.greatestZoom).") }
        return tile
    }

    private func requireWebMercatorQuad(_ name: String) throws {
        guard name == TileMatrixSet.name else {
            throw Problem.notFound("The only tile matrix set is \(TileMatrixSet.name).")
        }
    }

    // MARK: Tilesets

    /// The list of tilesets: there is one.
    private func tilesets(_ above: [String], title: String, tag: String) throws -> APIResponse {
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
    private func tileset(
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

    // MARK: TileJSON

    /// The tiles of a dataset as maps want them described (TileJSON 3.0).
    private func tileJSON(of source: FeatureSource) throws -> APIResponse {
        _ = try parameters().choice("f", of: ["json"])
        let record = source.edition.record
        let fields = source.fields.map { field -> JSON.Member in
            let type =
                switch field.isList ? .string : field.type {
                case .integer, .number, .year: "Number"
                case .boolean: "Boolean"
                default: "String"
                }
            return .init(name: field.name, value: .text(type))
        }
        let template = "\(request.origin)/tuiles/\(WebText.encoded(source.id))/{z}/{x}/{y}.pbf"
        let extent = source.extent
        let document = JSON.members([
            "tilejson": "3.0.0", "tiles": [.text(template)], "name": .text(source.title),
            "description": .text(source.description),
            "attribution": .text("\(record.publisher) – \(record.licence.title.in(language))"), "scheme": "xyz",
            "version": "1.0.0", "minzoom": 0, "maxzoom": .integer(MapTile.usefulZoom),
            "bounds": extent.map { [.number($0.west), .number($0.south), .number($0.east), .number($0.north)] },
            "center": extent.map { [.number(($0.west + $0.east) / 2), .number(($0.south + $0.north) / 2), 12] },
            "vector_layers": [
                .members([
                    "id": .text(source.id), "description": .text(source.title), "minzoom": 0,
                    "maxzoom": .integer(MapTile.usefulZoom), "fields": .object(fields),
                ])
            ],
        ])
        return answer(
            document.bytes, "application/json", links: [], tag: "\(source.edition.tag)-\(language.rawValue)",
            modified: source.edition.modified)
    }
}

extension Extent {
    /// Two corners that span it.
    fileprivate var corners: [Coordinate] {
        [.init(longitude: west, latitude: south), .init(longitude: east, latitude: north)]
    }
}
