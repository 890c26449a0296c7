import Editions
import Schemas
import Tables

/// A tile of an edition as one layer of a Mapbox Vector Tile (specification 2.1).
enum VectorTile {
    static let mediaType = "application/vnd.mapbox-vector-tile"
    /// How heavy a tile may be, in bytes, before it is compressed. Beyond, some things are left out.
    static let most = 500_000

    /// The bytes of a tile; none where it shows nothing.
    static func bytes(_ tile: MapTile, of edition: Edition, layer: String) -> [UInt8] {
        var drawing = TileDrawing(tile, of: edition.kept(TileShapes.init))
        // So many things at most could be light enough; more are not even tried.
        let many = most / 24
        drawing.draw(cell: 0)
        var cell = TileGrid.pixel / 2
        while drawing.drawn.count > many, cell < TileGrid.extent {
            drawing.draw(cell: cell)
            cell *= 2
        }
        var bytes = encoded(drawing, of: edition, layer: layer)
        while bytes.count > most, cell < TileGrid.extent {
            drawing.draw(cell: cell)
            bytes = encoded(drawing, of: edition, layer: layer)
            cell *= 2
        }
        return bytes
    }

    private static func encoded(_ drawing: TileDrawing, of edition: Edition, layer: String) -> [UInt8] {
        guard !drawing.isEmpty else { return [] }
        var tags = TileTags(edition)
        var features: [UInt8] = []
        var feature: [UInt8] = []
        for drawn in drawing.drawn {
            feature.removeAll(keepingCapacity: true)
            ProtobufText.number(1, identifier(of: edition.uids[drawn.row]), to: &feature)
            ProtobufText.packed(2, tags.tags(of: drawn.row), to: &feature)
            ProtobufText.number(3, drawn.kind.rawValue, to: &feature)
            ProtobufText.packed(4, drawn.commands, to: &feature)
            ProtobufText.block(2, feature, to: &features)
            // Far too heavy already: whoever asked will draw less.
            if features.count > 4 * most { break }
        }
        var body: [UInt8] = []
        ProtobufText.block(1, layer.utf8, to: &body)
        body += features
        for key in tags.keys { ProtobufText.block(3, key.utf8, to: &body) }
        for value in tags.values { ProtobufText.block(4, value, to: &body) }
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

/// The properties of the features of a layer: every name and every value stands once.
struct TileTags {
    private(set) var keys: [String] = []
    private(set) var values: [[UInt8]] = []
    private let edition: Edition
    private let fields: [Field?]
    /// For each column the number of its key; nil before its first use.
    private var keyOfColumn: [UInt32?]
    /// The number of each value that was met, by column and distinct value.
    private var valueOfCode: [UInt64: UInt32] = [:]
    private var valueOfBytes: [[UInt8]: UInt32] = [:]
    /// The column of uids that no field holds.
    private let hasUid: Bool

    private static let none = UInt32.max

    init(_ edition: Edition) {
        self.edition = edition
        fields = edition.table.fields.map { edition.schema.field($0) }
        keyOfColumn = Array(repeating: nil, count: fields.count + 1)
        hasUid = edition.schema.field(meaning: .uid) != nil || edition.schema.field("uid") != nil
    }

    /// The pairs of key and value of a row, without what is unknown.
    mutating func tags(of row: Int) -> [UInt32] {
        var tags: [UInt32] = []
        tags.reserveCapacity(2 * fields.count + 2)
        for column in fields.indices {
            let code = edition.table.columns[column].codes[row]
            let value = number(column, code)
            guard value != Self.none else { continue }
            tags.append(key(column))
            tags.append(value)
        }
        if !hasUid {
            tags.append(key(fields.count))
            tags.append(number(of: Self.text(edition.uids[row].utf8)))
        }
        return tags
    }

    private mutating func key(_ column: Int) -> UInt32 {
        if let known = keyOfColumn[column] { return known }
        let number = UInt32(keys.count)
        keys.append(column < fields.count ? edition.table.fields[column] : "uid")
        keyOfColumn[column] = number
        return number
    }

    private mutating func number(_ column: Int, _ code: UInt32) -> UInt32 {
        let place = UInt64(column) << 32 | UInt64(code)
        if let known = valueOfCode[place] { return known }
        let field = fields[column]
        let bytes = edition.table.columns[column].withBytes(of: Int(code)) { Self.encoded($0, field) }
        let found = bytes.map { number(of: $0) } ?? Self.none
        valueOfCode[place] = found
        return found
    }

    private mutating func number(of bytes: [UInt8]) -> UInt32 {
        if let known = valueOfBytes[bytes] { return known }
        let number = UInt32(values.count)
        values.append(bytes)
        valueOfBytes[bytes] = number
        return number
    }

    /// A value as its type; nil where it is unknown.
    private static func encoded(_ text: UnsafeBufferPointer<UInt8>, _ field: Field?) -> [UInt8]? {
        guard !text.isEmpty else { return nil }
        var bytes: [UInt8] = []
        switch field?.isList == true ? nil : field?.type {
        case .integer, .number, .year:
            guard JSONText.isNumber(text) else { return self.text(text) }
            let words = String(decoding: text, as: UTF8.self)
            if let whole = Int64(words) {
                if whole < 0 {
                    ProtobufText.number(6, UInt64(bitPattern: whole << 1 ^ whole >> 63), to: &bytes)
                } else {
                    ProtobufText.number(5, UInt64(whole), to: &bytes)
                }
            } else if let number = Double(words), number.isFinite {
                ProtobufText.double(3, number, to: &bytes)
            } else {
                return self.text(text)
            }
        case .boolean:
            let words = String(decoding: text, as: UTF8.self)
            if field?.trueValues.contains(words) == true {
                ProtobufText.number(7, 1, to: &bytes)
            } else if field?.falseValues.contains(words) == true {
                ProtobufText.number(7, 0, to: &bytes)
            } else {
                return self.text(text)
            }
        default: return self.text(text)
        }
        return bytes
    }

    private static func text(_ text: some Collection<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        ProtobufText.block(1, text, to: &bytes)
        return bytes
    }
}
