import Catalog
public import Editions
import Foundation
public import Tables

/// The rows of a dataset with all that everybody may know of them, exactly: what a file for people rounds or leaves out.
/// One JSON value a line: the names of the fields, then for each row
/// `{"uid":…,"release":…,"row":…,"changed":…,"values":[…],"shape":…}`.
public struct SiteState: Sendable {
    /// The rows.
    public var table: CleanTable
    /// For each row, the identifier of its object.
    public var uids: [String]
    /// For each row, the place of its release among those of the manifest.
    public var owners: [UInt32]
    /// For each row, when it became what it is: seconds since 1970.
    public var changedAt: [Int64]

    /// Writes the rows of an edition, piece by piece.
    static func write(_ edition: Edition, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        var pieces = Pieces()
        writeList(edition.table.fields.map { JSONText.string($0) }, to: &pieces)
        pieces.bytes.append(0x0A)
        let columns = edition.table.columns.map { column in
            WrittenCells(column) { JSONText.write(string: $0, to: &$1) }
        }
        for row in 0..<edition.rowCount {
            pieces.write("{\"uid\":")
            pieces.write(JSONText.string(edition.uids[row]))
            pieces.write(
                """
                ,"release":\(edition.owners[row]),"row":\(edition.table.rowNumbers[row]),\
                "changed":\(edition.changedAt[row]),"values":[
                """.utf8)
            for (place, column) in columns.enumerated() {
                if place > 0 { pieces.bytes.append(0x2C) }
                column.write(row, to: &pieces.bytes)
            }
            pieces.write("],\"shape\":")
            pieces.write((edition.table.geometries[row]?.exactGeoJSON ?? "null").utf8)
            pieces.write("}\n")
            try pieces.flush(to: output)
        }
        try pieces.flush(to: output, ifAbove: 0)
    }

    private static func writeList(_ items: [[UInt8]], to pieces: inout Pieces) {
        pieces.bytes.append(0x5B)
        for (place, item) in items.enumerated() {
            if place > 0 { pieces.bytes.append(0x2C) }
            pieces.write(item)
        }
        pieces.bytes.append(0x5D)
    }
}

extension SiteState {
    /// Reads what ``write(_:to:)`` wrote; nil for anything else.
    init?(_ data: Data, releases: Int) {
        guard String(validating: data, as: UTF8.self) != nil else { return nil }
        var state = SiteState(
            table: CleanTable(fields: [], columns: [], rowNumbers: []), uids: [], owners: [], changedAt: [])
        let isRead = data.withUnsafeBytes { raw in
            let lines = raw.bindMemory(to: UInt8.self).split(separator: 0x0A, omittingEmptySubsequences: true)
            guard let first = lines.first, let fields = Self.fields(UnsafeBufferPointer(rebasing: first)) else {
                return false
            }
            state.table = CleanTable(fields: fields, columns: fields.map { _ in Cells() }, rowNumbers: [])
            return lines.dropFirst().allSatisfy { state.take(UnsafeBufferPointer(rebasing: $0), releases) }
        }
        guard isRead else { return nil }
        self = state
    }

    private static func fields(_ line: UnsafeBufferPointer<UInt8>) -> [String]? {
        var scanner = JSONScanner(line)
        return try? strings(&scanner)
    }

    private static func strings(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> [String] {
        var words: [String] = []
        try scanner.items { (scanner) throws(JSONScanner.Fault) in words.append(try scanner.string()) }
        return words
    }

    /// Adds the row of a line.
    private mutating func take(_ line: UnsafeBufferPointer<UInt8>, _ releases: Int) -> Bool {
        var (uid, release, row, changed) = ("", -1.0, 0.0, 0.0)
        var values: [String] = []
        var shape: Geometry?
        var scanner = JSONScanner(line)
        do {
            try scanner.members { (scanner, name) throws(JSONScanner.Fault) in
                switch String(decoding: name, as: UTF8.self) {
                case "uid": uid = try scanner.string()
                case "release": release = try scanner.number()
                case "row": row = try scanner.number()
                case "changed": changed = try scanner.number()
                case "values": values = try Self.strings(&scanner)
                case "shape": shape = try Geometry.read(&scanner)
                default: _ = try scanner.raw()
                }
            }
        } catch {
            return false
        }
        guard values.count == table.fields.count, let owner = UInt32(exactly: release), owner < releases,
            let number = Int(exactly: row), let moment = Int64(exactly: changed)
        else { return false }
        for (column, value) in values.enumerated() { table.columns[column].append(Value(value)) }
        table.rowNumbers.append(number)
        table.geometries.append(shape)
        uids.append(uid)
        owners.append(owner)
        changedAt.append(moment)
        return true
    }
}

extension Geometry {
    /// The shape as GeoJSON with every digit that its coordinates have.
    fileprivate var exactGeoJSON: String {
        "{\"type\":\"\(typeName)\",\"coordinates\":" + coordinateText + "}"
    }

    private var coordinateText: String {
        switch self {
        case .point(let point): Self.text(point)
        case .multiPoint(let points), .lineString(let points): Self.text(points)
        case .multiLineString(let lines), .polygon(let lines): Self.list(lines, Self.text)
        case .multiPolygon(let polygons): Self.list(polygons) { Self.list($0, Self.text) }
        }
    }

    private static func text(_ point: Coordinate) -> String {
        let (x, y) = (point.longitude, point.latitude)
        return "[\(x.isFinite ? x : 0),\(y.isFinite ? y : 0)]"
    }

    private static func text(_ points: [Coordinate]) -> String { list(points, text) }

    private static func list<Item>(_ items: [Item], _ text: (Item) -> String) -> String {
        "[" + items.map(text).joined(separator: ",") + "]"
    }
}
