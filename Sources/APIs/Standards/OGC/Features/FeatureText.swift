import Catalog
import Editions
import Schemas
import Synchronization
import Tables

/// Writes rows as GeoJSON features by copying bytes: properties are encoded already, points are the bytes of their
/// coordinate fields, other shapes are encoded once.
struct FeatureText {
    private let source: FeatureSource
    private let edition: Edition
    private let system: CoordinateSystem
    private let rows: JSONRows
    private let shapes: ShapeTexts
    private let geometry: GeometryText
    private let coordinates: (longitude: Cells, latitude: Cells)?

    init(_ source: FeatureSource, in system: CoordinateSystem) {
        self.source = source
        edition = source.edition
        self.system = system
        rows = edition.json
        shapes = edition.kept { _ in ShapeTexts() }
        geometry = GeometryText(system)
        coordinates = Self.coordinates(of: source.edition)
    }

    private static func coordinates(of edition: Edition) -> (longitude: Cells, latitude: Cells)? {
        func cells(_ meaning: Field.Meaning) -> Cells? {
            let place = edition.schema.field(meaning: meaning).flatMap { edition.table.fields.firstIndex(of: $0.name) }
            return place.map { edition.table.columns[$0] }
        }
        guard let longitude = cells(.longitude), let latitude = cells(.latitude) else { return nil }
        return (longitude, latitude)
    }

    /// Writes a feature; `links` are for a feature that stands by itself.
    func write(_ row: Int, links: [Link] = [], to bytes: inout [UInt8]) {
        var links = links
        if let written = source.written {
            bytes += written[row].text
            links += written[row].links
        } else {
            bytes += Self.head
            Self.writeText(edition.uids[row], to: &bytes)
            bytes += Self.geometryMember
            writeGeometry(row, to: &bytes)
            bytes += Self.propertiesMember
            rows.write(row, to: &bytes)
        }
        if !links.isEmpty {
            bytes += ",\"links\":".utf8
            links.json.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static let head = Array("{\"type\":\"Feature\",\"id\":".utf8)
    private static let geometryMember = Array(",\"geometry\":".utf8)
    private static let propertiesMember = Array(",\"properties\":".utf8)
    private static let pointStart = Array("{\"type\":\"Point\",\"coordinates\":[".utf8)

    private static func writeText(_ text: String, to bytes: inout [UInt8]) {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
        guard isPlain else {
            bytes += JSONText.string(text)
            return
        }
        bytes.append(0x22)
        bytes += text.utf8
        bytes.append(0x22)
    }

    private func writeGeometry(_ row: Int, to bytes: inout [UInt8]) {
        if let shape = edition.table.geometries[row] {
            if case .point = shape { return geometry.write(shape, to: &bytes) }
            guard system == .crs84 else { return geometry.write(shape, to: &bytes) }
            return shapes.write(shape, of: row, geometry, to: &bytes)
        }
        if system.projection == nil, copyPoint(row, to: &bytes) { return }
        guard let shape = edition.positions[row] else {
            bytes += "null".utf8
            return
        }
        geometry.write(shape, to: &bytes)
    }

    /// Copies the coordinates as they stand in their fields; false where they are no plain degrees.
    private func copyPoint(_ row: Int, to bytes: inout [UInt8]) -> Bool {
        guard let (longitude, latitude) = coordinates else { return false }
        return longitude.withBytes(of: Int(longitude.codes[row])) { east in
            latitude.withBytes(of: Int(latitude.codes[row])) { north in
                guard Self.isDegrees(east, below: 180), Self.isDegrees(north, below: 90) else { return false }
                bytes += Self.pointStart
                bytes.append(contentsOf: system.isLatitudeFirst ? north : east)
                bytes.append(UInt8(ascii: ","))
                bytes.append(contentsOf: system.isLatitudeFirst ? east : north)
                bytes += [UInt8(ascii: "]"), UInt8(ascii: "}")]
                return true
            }
        }
    }

    /// Whether the bytes are a short plain JSON number (`-4.85`) whose whole part is below a limit.
    private static func isDegrees(_ bytes: UnsafeBufferPointer<UInt8>, below limit: Int) -> Bool {
        var place = bytes.first == UInt8(ascii: "-") ? 1 : 0
        let first = place
        guard bytes.count <= 20 else { return false }
        var whole = 0
        while place < bytes.count, bytes[place] &- 0x30 < 10 {
            guard place - first < 3 else { return false }
            whole = whole * 10 + Int(bytes[place] &- 0x30)
            place += 1
        }
        guard place > first, whole < limit, bytes[first] != 0x30 || place == first + 1 else { return false }
        guard place < bytes.count else { return true }
        guard bytes[place] == UInt8(ascii: "."), place + 1 < bytes.count else { return false }
        for decimal in bytes[(place + 1)...] where decimal &- 0x30 >= 10 { return false }
        return true
    }
}

/// The GeoJSON of the lines and polygons of an edition, each written at its first use. What would not fit into the
/// memory that is granted is written anew each time.
private final class ShapeTexts: Sendable {
    private struct Known {
        var texts: [Int: [UInt8]] = [:]
        var size = 0
    }

    private static let most = 64 << 20
    private let known = Mutex(Known())

    func write(_ shape: Geometry, of row: Int, _ geometry: GeometryText, to bytes: inout [UInt8]) {
        if let text = known.withLock({ $0.texts[row] }) {
            bytes += text
            return
        }
        let start = bytes.count
        geometry.write(shape, to: &bytes)
        let text = Array(bytes[start...])
        known.withLock { known in
            guard known.size + text.count <= Self.most else { return }
            known.size += text.count
            known.texts[row] = text
        }
    }
}
