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
}
