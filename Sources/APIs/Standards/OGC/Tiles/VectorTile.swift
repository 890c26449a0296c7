import Editions
import Synchronization

/// A tile of an edition as one layer of a Mapbox Vector Tile (specification 2.1).
enum VectorTile {
    static let mediaType = "application/vnd.mapbox-vector-tile"
    /// How heavy a tile may be, in bytes, before it is compressed. Beyond, some things are left out.
    static let most = 500_000

    /// The bytes of a tile; none where it shows nothing. Those of a tile that took long are kept.
    static func bytes(_ tile: MapTile, of edition: Edition, layer: String) -> [UInt8] {
        let kept = edition.kept { _ in KeptTiles() }
        if let known = kept[tile] { return known }
        let bytes = made(tile, of: edition, layer: layer)
        if bytes.count > 10_000 { kept.keep(bytes, tile) }
        return bytes
    }

    private static func made(_ tile: MapTile, of edition: Edition, layer: String) -> [UInt8] {
        var drawing = TileDrawing(tile, of: edition.kept(TileShapes.init))
        // So many things at most could be light enough; more are not even tried.
        var many = most / 24
        var cell = 0
        while true {
            drawing.draw(cell: cell, atMost: many)
            if drawing.drawn.count > many, cell < TileGrid.extent {
                // Steps of about the square root of two: half as many things each time, where they lie close.
                cell = cell == 0 ? TileGrid.pixel / 2 : cell + (cell & (cell - 1) == 0 ? cell / 2 : cell / 3)
                continue
            }
            drawing.cut(to: many)
            guard let bytes = encoded(drawing, of: edition, layer: layer, fitting: &many) else { continue }
            return bytes
        }
    }

    /// The bytes of what is drawn. Nil where they are too heavy: `many` is then how many things would fit.
    private static func encoded(
        _ drawing: TileDrawing, of edition: Edition, layer: String, fitting many: inout Int
    ) -> [UInt8]? {
        guard !drawing.isEmpty else { return [] }
        var tags = TileTags(edition, rows: drawing.drawn.count)
        var features: [UInt8] = []
        var feature: [UInt8] = []
        for (place, drawn) in drawing.drawn.enumerated() {
            feature.removeAll(keepingCapacity: true)
            ProtobufText.number(1, identifier(of: edition.uids[drawn.row]), to: &feature)
            ProtobufText.packed(2, tags.tags(of: drawn.row), to: &feature)
            ProtobufText.number(3, drawn.kind.rawValue, to: &feature)
            ProtobufText.packed(4, drawing.commands[drawn.commands], to: &feature)
            ProtobufText.block(2, feature, to: &features)
            // One thing is drawn even where it alone is too heavy.
            if features.count + tags.values.count > most, place > 0 {
                many = max(1, min(many, place * 9 / 10))
                if drawing.drawn.count > many { return nil }
            }
        }
        var body: [UInt8] = []
        ProtobufText.block(1, layer.utf8, to: &body)
        body += features
        for key in tags.keys { ProtobufText.block(3, key.utf8, to: &body) }
        body += tags.values
        ProtobufText.number(5, UInt64(TileGrid.extent), to: &body)
        ProtobufText.number(15, 2, to: &body)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count + 8)
        ProtobufText.block(3, body, to: &bytes)
        return bytes
    }

    /// A number for an object, the same in every tile and every release (FNV-1a, cut to what JavaScript counts
    /// exactly).
    static func identifier(of uid: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in uid.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash >> 11
    }
}

/// The tiles of an edition that were asked for, as far as there is room.
private final class KeptTiles: Sendable {
    private struct Kept {
        var tiles: [MapTile: [UInt8]] = [:]
        var size = 0
    }

    private static let most = 32 << 20
    private let kept = Mutex(Kept())

    subscript(tile: MapTile) -> [UInt8]? { kept.withLock { $0.tiles[tile] } }

    func keep(_ bytes: [UInt8], _ tile: MapTile) {
        kept.withLock { kept in
            if kept.size + bytes.count > Self.most { kept = Kept() }
            kept.size += bytes.count
            kept.tiles[tile] = bytes
        }
    }
}
