import Foundation
import Tables
import Texts

/// Reads GeoJSON, as one document or as a sequence, into the rows of one layer.
struct FeatureReader {
    /// Whether the file declares other coordinates than degrees in WGS 84.
    private(set) var isProjected = false
    private var columns = FeatureColumns()
    private var geometries: [Geometry?] = []
    private(set) var oddShapes: [Int] = []
    private(set) var farShapes: [Int] = []

    mutating func read(_ data: Data, name: String) throws(UnreadableFile) {
        let text = Self.utf8(data)
        do {
            try text.withUnsafeBufferPointer { bytes throws(JSONScanner.Fault) in
                var scanner = JSONScanner(bytes)
                while !scanner.atEnd() { try document(&scanner, bytes) }
            }
        } catch {
            throw UnreadableFile(
                Text(
                    fr: """
                        « \(name) » n’est pas un GeoJSON lisible : il est incomplet ou abîmé (octet \
                        \(error.position)). Exportez-le de nouveau depuis votre logiciel.
                        """,
                    en: """
                        “\(name)” is not readable GeoJSON: it is incomplete or damaged (byte \(error.position)). \
                        Export it again from your program.
                        """))
        }
    }

    /// The layer that was read.
    func layer(named name: String) -> GeoLayer {
        let rows = geometries.count
        let table = Table(
            source: Source(file: name), columns: columns.columns(rows: rows), rowNumbers: Array(2..<rows + 2),
            geometries: geometries)
        return GeoLayer(name: name, table: table, findings: findings)
    }
}

// MARK: - Documents and features

extension FeatureReader {
    private mutating func document(
        _ scanner: inout JSONScanner, _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(JSONScanner.Fault) {
        if try scanner.kind() == .array {
            try scanner.items { (scanner) throws(JSONScanner.Fault) in try feature(&scanner) }
            return
        }
        var type = ""
        var features: Int?
        let start = scanner.position
        try scanner.members { (scanner, name) throws(JSONScanner.Fault) in
            _ = scanner.next()
            let value = scanner.position
            if name.elementsEqual("type".utf8), try scanner.kind() == .string {
                type = try scanner.string()
                return
            }
            let range = try scanner.raw()
            if name.elementsEqual("features".utf8) { features = value }
            if name.elementsEqual("crs".utf8) { declare(String(decoding: bytes[range], as: UTF8.self)) }
        }
        let end = scanner.position
        if let features {
            scanner.position = features
            try scanner.items { (scanner) throws(JSONScanner.Fault) in try feature(&scanner) }
        } else if type == "Feature" {
            scanner.position = start
            try feature(&scanner)
        } else {
            // A shape alone; anything else is no GeoJSON.
            scanner.position = start
            let rows = geometries.count
            try geometry(&scanner, isBare: true)
            if geometries.count == rows { throw JSONScanner.Fault(position: start) }
        }
        scanner.position = end
    }

    /// The old way to name a projection: `{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2154"}}`.
    private mutating func declare(_ projection: String) {
        guard projection.contains("name") else { return }
        isProjected = !(projection.contains("CRS84") || projection.contains("4326") || projection.contains("4171"))
    }

    private mutating func feature(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
        guard try scanner.kind() == .object else {
            _ = try scanner.raw()
            return
        }
        let row = geometries.count
        try scanner.members { (scanner, name) throws(JSONScanner.Fault) in
            if name.elementsEqual("geometry".utf8), geometries.count == row {
                try geometry(&scanner, isBare: false)
            } else if name.elementsEqual("properties".utf8), try scanner.kind() == .object {
                try columns.properties(&scanner, row: row)
            } else if name.elementsEqual("id".utf8) {
                try columns.identifier(&scanner, row: row)
            } else {
                _ = try scanner.raw()
            }
        }
        if geometries.count == row { geometries.append(nil) }
    }

    private mutating func geometry(_ scanner: inout JSONScanner, isBare: Bool) throws(JSONScanner.Fault) {
        let isNull = try scanner.kind() == .null
        let shape = try Geometry.read(&scanner)
        let row = geometries.count + 2
        if let shape, !shape.isInDegrees {
            farShapes.append(row)
            geometries.append(nil)
            return
        }
        if isBare, shape == nil { return }
        if shape == nil, !isNull { oddShapes.append(row) }
        geometries.append(shape)
    }

    /// The text as valid UTF-8, whatever it was written in.
    private static func utf8(_ data: Data) -> [UInt8] {
        var bytes = [UInt8](data)
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return Array((String(data: data, encoding: .utf16) ?? "").utf8)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        let repaired = String(decoding: bytes, as: UTF8.self)
        // A few broken characters in UTF-8, or a text in Windows-1252 where nearly every accent is broken?
        let broken = repaired.unicodeScalars.count { $0 == "\u{FFFD}" }
        let good = repaired.unicodeScalars.count { $0.value >= 0x80 && $0 != "\u{FFFD}" }
        if good > broken { return Array(repaired.utf8) }
        return Array((String(data: Data(bytes), encoding: .windowsCP1252) ?? repaired).utf8)
    }
}

extension Geometry {
    fileprivate var isInDegrees: Bool {
        coordinates.allSatisfy { $0.longitude.magnitude <= 180 && $0.latitude.magnitude <= 90 }
    }
}
