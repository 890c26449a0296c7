import Foundation
import Tables
import Testing

@testable import APIs

/// The cases of the abstract test suite of OGC API Tiles part 1 (20-057), and the tiles themselves.
@Suite struct OGCTilesTests {
    @Test("/conf/tilesets-list/tsl-op and tsl-success") func tilesets() async throws {
        for path in ["collections/parcs-jardins/tiles", "tiles"] {
            let list = try #require(try await OGC.ask(path).object["tilesets"] as? [[String: Any]])
            let only = try #require(list.first)
            #expect(only["dataType"] as? String == "vector")
            #expect(only["tileMatrixSetId"] as? String == "WebMercatorQuad")
            #expect(only["crs"] as? String == "http://www.opengis.net/def/crs/EPSG/0/3857")
            let item = try #require(only.links.first { $0["rel"] as? String == "item" })
            #expect(item["templated"] as? Bool == true)
            #expect((item["href"] as? String)?.hasSuffix("/{tileMatrix}/{tileRow}/{tileCol}") == true)
        }
    }

    @Test("/conf/tileset/description") func tileset() async throws {
        let tileset = try await OGC.ask("collections/parcs-jardins/tiles/WebMercatorQuad").object
        #expect(tileset["dataType"] as? String == "vector")
        #expect(tileset.hrefs("http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme").count == 1)
        #expect(try await OGC.status("collections/parcs-jardins/tiles/WorldCRS84Quad") == 404)
        let set = try await OGC.ask("tileMatrixSets/WebMercatorQuad").object
        let matrices = try #require(set["tileMatrices"] as? [[String: Any]])
        #expect(matrices.count == 23)
        #expect(matrices[1]["matrixWidth"] as? Int == 2)
    }

    @Test(
        "/conf/core/tc-error: no such tile",
        arguments: [
            "0/0/1", "0/1/0", "23/0/0", "-1/0/0", "a/0/0", "1/2/0", "99999999999999999999/0/0", "0/0/0.5",
        ]) func outside(path: String) async throws
    {
        #expect(try await OGC.status("collections/parcs-jardins/tiles/WebMercatorQuad/\(path)") == 404)
    }

    @Test("/conf/core/tc-success and tc-empty") func tiles() async throws {
        let world = try await OGC.ask("collections/parcs-jardins/tiles/WebMercatorQuad/0/0/0")
        #expect(world.mediaType == "application/vnd.mapbox-vector-tile")
        let layer = try #require(DecodedTile(world.bytes).layers.first)
        #expect(layer.name == "parcs-jardins")
        #expect(layer.version == 2)
        #expect(layer.extent == 4096)
        #expect(layer.features.count == 6)
        let park = try #require(layer.features.first { $0.tags["uid"] == .text("PAR-69029-001") })
        #expect(park.tags["surface"] == .number(85000))
        #expect(park.tags["chiens"] == .boolean(true))
        #expect(park.tags["annee"] == .number(1982))
        #expect(layer.features.first { $0.tags["uid"] == .text("PAR-69029-002") }?.tags["annee"] == nil)
        #expect(Set(layer.features.map(\.id)).count == 6)
        let empty = try await OGC.ask("collections/parcs-jardins/tiles/WebMercatorQuad/5/0/0")
        #expect(empty.status == 200)
        #expect(empty.bytes.isEmpty)
    }

    @Test func rowsComeBeforeColumnsAndShortAddressesTheOtherWayRound() async throws {
        // Bron at zoom 14: column 8415, row 5846 (from the formula of the web map).
        let long = try await OGC.ask("collections/parcs-jardins/tiles/WebMercatorQuad/14/5846/8415")
        let short = try await OGC.ask("parcs-jardins/14/8415/5846.pbf", root: "tuiles")
        #expect(!long.bytes.isEmpty)
        #expect(long.bytes == short.bytes)
        #expect(try await OGC.ask("parcs-jardins/14/8415/5846", root: "tuiles").status == 404)
    }

    @Test func areasAreClippedAndRunClockwise() async throws {
        for zoom in 0...18 {
            let scale = Double(1 << zoom)
            let point = MapPoint(longitude: 4.905, latitude: 45.735)
            let (column, row) = (Int(point.x * scale), Int(point.y * scale))
            let bytes = try await OGC.ask("collections/zones-calmes/tiles/WebMercatorQuad/\(zoom)/\(row)/\(column)")
                .bytes
            let layer = try #require(DecodedTile(bytes).layers.first)
            let feature = try #require(layer.features.first)
            #expect(feature.type == 3)
            for ring in feature.parts {
                #expect(GridLine.doubleArea(ring) > 0)
                for point in ring {
                    #expect((-64...4160).contains(point.x))
                    #expect((-64...4160).contains(point.y))
                }
            }
        }
    }

    @Test func theWholeTerritoryIsOneTileOfSeveralLayers() async throws {
        let layers = DecodedTile(try await OGC.ask("tiles/WebMercatorQuad/0/0/0").bytes).layers
        #expect(layers.map(\.name) == ["parcs-jardins", "zones-calmes"])
    }

    @Test func tileJSONSaysWhereTilesAreAndWhatIsInThem() async throws {
        let document = try await OGC.ask("parcs-jardins.json", root: "tuiles").object
        #expect(document["tilejson"] as? String == "3.0.0")
        #expect(document["tiles"] as? [String] == [Example.origin + "/tuiles/parcs-jardins/{z}/{x}/{y}.pbf"])
        let layer = try #require((document["vector_layers"] as? [[String: Any]])?.first)
        #expect(layer["id"] as? String == "parcs-jardins")
        #expect(layer[path: "fields", "surface"] as? String == "Number")
        let same = try await OGC.ask("collections/parcs-jardins/tiles/WebMercatorQuad/tilejson.json").object
        #expect(NSDictionary(dictionary: same) == NSDictionary(dictionary: document))
    }

    @Test func manyPointsStayALightTile() throws {
        let rows = (0..<30_000).map { number -> [String] in
            [
                "PAR-69029-\(number)", "Arbre \(number)", "Bron", "69029", "parc", "\(number)", "", "", "", "", "", "",
                "\(4.8 + Double(number % 200) / 1000)", "\(45.6 + Double(number / 200) / 1000)",
            ]
        }
        let edition = try Example.edition(Example.parks, rows: rows, shapes: [:])
        for zoom in [0, 6, 8, 10, 12] {
            let point = MapPoint(longitude: 4.85, latitude: 45.7)
            let scale = Double(1 << zoom)
            let tile = try #require(MapTile(zoom: zoom, column: Int(point.x * scale), row: Int(point.y * scale)))
            let bytes = VectorTile.bytes(tile, of: edition, layer: "x")
            #expect(!bytes.isEmpty)
            #expect(bytes.count <= VectorTile.most)
        }
    }

    @Test func placesFarFromTheWorldAreNoTrouble() throws {
        let far = [1e300, -1e300, 181, -90, 0, Double.greatestFiniteMagnitude].map {
            Coordinate(longitude: $0, latitude: -$0)
        }
        let shapes: [Geometry] = [
            .multiPoint(far), .lineString(far), .polygon([far]), .multiPolygon([[far, far]]), .polygon([[]]),
            .multiLineString([[], far]), .multiPoint([]), .lineString([far[0]]),
        ]
        let rows = shapes.indices.map { ["ZON-69029-00\($0)", "69029", "x", "1"] }
        let edition = try Example.edition(
            Example.zones, rows: rows, shapes: Dictionary(uniqueKeysWithValues: zip(shapes.indices, shapes)))
        for zoom in 0...MapTile.greatestZoom {
            for place in [0, (1 << zoom) / 2, (1 << zoom) - 1] {
                let tile = try #require(MapTile(zoom: zoom, column: place, row: place))
                _ = VectorTile.bytes(tile, of: edition, layer: "x")
            }
        }
    }

    @Test func degenerateShapesAreNoTrouble() {
        let frame = TileGrid.frame
        #expect(Clipping.ring([], to: frame).isEmpty)
        #expect(Clipping.line([], to: frame).isEmpty)
        #expect(GridLine.simplified([]).isEmpty)
        #expect(GridLine.ring([MapPoint(x: 1, y: 1)], isOuter: true) == nil)
        let flat = Array(repeating: MapPoint(x: 5, y: 5), count: 10)
        #expect(GridLine.ring(flat, isOuter: true) == nil)
        let across = Clipping.line([MapPoint(x: -1000, y: 10), MapPoint(x: 9000, y: 10)], to: frame)
        #expect(across == [[MapPoint(x: -64, y: 10), MapPoint(x: 4160, y: 10)]])
        let around = Clipping.ring(
            [
                MapPoint(x: -1e6, y: -1e6), MapPoint(x: 1e6, y: -1e6), MapPoint(x: 1e6, y: 1e6),
                MapPoint(x: -1e6, y: 1e6),
            ], to: frame)
        #expect(MapBox(of: around) == frame)
    }
}

/// Reads a vector tile, as far as the tests look at it.
struct DecodedTile {
    enum Tag: Equatable { case text(String), number(Double), boolean(Bool) }
    struct Feature {
        var id: UInt64 = 0
        var type: UInt64 = 0
        var tags: [String: Tag] = [:]
        var parts: [[GridPoint]] = []
    }
    struct Layer {
        var name = ""
        var version: UInt64 = 0
        var extent: UInt64 = 0
        var features: [Feature] = []
    }
    var layers: [Layer] = []

    init(_ bytes: [UInt8]) {
        for (_, value) in Self.fields(bytes[...]) {
            guard case .block(let block) = value else { continue }
            layers.append(Self.layer(block))
        }
    }

    private enum Wire { case number(UInt64), block(ArraySlice<UInt8>) }

    private static func varint(_ bytes: inout ArraySlice<UInt8>) -> UInt64 {
        var (number, shift): (UInt64, UInt64) = (0, 0)
        while let byte = bytes.popFirst() {
            number |= UInt64(byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 { break }
        }
        return number
    }

    private static func fields(_ bytes: ArraySlice<UInt8>) -> [(UInt64, Wire)] {
        var rest = bytes
        var all: [(UInt64, Wire)] = []
        while !rest.isEmpty {
            let key = varint(&rest)
            switch key & 7 {
            case 0: all.append((key >> 3, .number(varint(&rest))))
            case 1:
                let bits = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                rest = rest.dropFirst(8)
                all.append((key >> 3, .number(bits)))
            default:
                let count = Int(varint(&rest))
                all.append((key >> 3, .block(rest.prefix(count))))
                rest = rest.dropFirst(count)
            }
        }
        return all
    }

    private static func layer(_ bytes: ArraySlice<UInt8>) -> Layer {
        var layer = Layer()
        var keys: [String] = []
        var values: [Tag] = []
        var features: [ArraySlice<UInt8>] = []
        for (field, value) in fields(bytes) {
            switch (field, value) {
            case (1, .block(let text)): layer.name = String(decoding: text, as: UTF8.self)
            case (2, .block(let feature)): features.append(feature)
            case (3, .block(let text)): keys.append(String(decoding: text, as: UTF8.self))
            case (4, .block(let text)): values.append(tag(text))
            case (5, .number(let number)): layer.extent = number
            case (15, .number(let number)): layer.version = number
            default: break
            }
        }
        layer.features = features.map { feature($0, keys, values) }
        return layer
    }

    private static func tag(_ bytes: ArraySlice<UInt8>) -> Tag {
        switch fields(bytes).first {
        case (1, .block(let text))?: .text(String(decoding: text, as: UTF8.self))
        case (3, .number(let bits))?: .number(Double(bitPattern: bits))
        case (7, .number(let truth))?: .boolean(truth == 1)
        case (_, .number(let number))?: .number(Double(number))
        default: .text("")
        }
    }

    private static func feature(_ bytes: ArraySlice<UInt8>, _ keys: [String], _ values: [Tag]) -> Feature {
        var feature = Feature()
        for (field, value) in fields(bytes) {
            switch (field, value) {
            case (1, .number(let id)): feature.id = id
            case (3, .number(let type)): feature.type = type
            case (2, .block(var numbers)):
                while !numbers.isEmpty {
                    let key = keys[Int(varint(&numbers))]
                    feature.tags[key] = values[Int(varint(&numbers))]
                }
            case (4, .block(var numbers)):
                var pen = GridPoint(x: 0, y: 0)
                func step() -> Int {
                    let number = varint(&numbers)
                    return Int(number >> 1) ^ -Int(number & 1)
                }
                while !numbers.isEmpty {
                    let command = varint(&numbers)
                    guard command & 7 != 7 else { continue }
                    if command & 7 == 1 { feature.parts.append([]) }
                    for _ in 0..<(command >> 3) {
                        pen = GridPoint(x: pen.x + step(), y: pen.y + step())
                        feature.parts[feature.parts.count - 1].append(pen)
                    }
                }
            default: break
            }
        }
        return feature
    }
}
