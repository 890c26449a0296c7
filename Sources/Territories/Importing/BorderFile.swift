import Foundation
import Tables

/// The borders of communes as a GeoJSON feature collection; each feature carries the code of its commune.
enum BorderFile {
    /// The names under which the usual files keep the code of a commune.
    private static let names: Set<String> = [
        "code", "insee", "insee_com", "code_insee", "codgeo", "insee_cog", "code_commune", "com_code", "com",
        "insee_commune", "codeinsee", "code_commune_insee", "insee_arm",
    ]

    static func read(_ data: Data) -> [(code: String, shape: Geometry)] {
        var found: [(code: String, shape: Geometry)] = []
        data.withUnsafeBytes { bytes in
            var scanner = JSONScanner(bytes.bindMemory(to: UInt8.self))
            _ = scanner.next()
            try? scanner.members { (scanner, name) throws(JSONScanner.Fault) in
                guard name.elementsEqual("features".utf8) else {
                    _ = try scanner.raw()
                    return
                }
                try scanner.items { (scanner) throws(JSONScanner.Fault) in
                    if let border = try feature(&scanner) { found.append(border) }
                }
            }
        }
        return found
    }

    private static func feature(
        _ scanner: inout JSONScanner
    ) throws(JSONScanner.Fault) -> (code: String, shape: Geometry)? {
        var code: String?
        var shape: Geometry?
        try scanner.members { (scanner, name) throws(JSONScanner.Fault) in
            if name.elementsEqual("geometry".utf8) {
                shape = try Geometry.read(&scanner)
            } else if name.elementsEqual("properties".utf8), try scanner.kind() == .object {
                code = try self.code(&scanner) ?? code
            } else {
                _ = try scanner.raw()
            }
        }
        guard let code, let shape else { return nil }
        switch shape {
        case .polygon, .multiPolygon: return (code, shape)
        default: return nil
        }
    }

    private static func code(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> String? {
        var code: String?
        try scanner.members { (scanner, name) throws(JSONScanner.Fault) in
            let isCode = names.contains(String(decoding: name, as: UTF8.self).lowercased())
            guard isCode, try scanner.kind() == .string else {
                _ = try scanner.raw()
                return
            }
            let text = try scanner.string()
            if text.utf8.count == 5 { code = text }
        }
        return code
    }
}

/// The borders while files are being added to them.
struct BorderLedger {
    private var shapes: [String: Geometry] = [:]

    init(_ known: Contours) {
        for code in known.codes { shapes[code] = known.outline(of: code) }
    }

    var count: Int { shapes.count }

    /// Borders may be older than the communes: what has merged since is drawn as one.
    mutating func add(_ borders: [(code: String, shape: Geometry)], reference: Reference) {
        var fresh: [String: [[[Coordinate]]]] = [:]
        for (code, shape) in borders {
            let successor = reference.successor(of: code)?.code ?? code
            switch shape {
            case .polygon(let rings): fresh[successor, default: []].append(rings)
            case .multiPolygon(let polygons): fresh[successor, default: []] += polygons
            default: break
            }
        }
        for (code, polygons) in fresh {
            shapes[code] = polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
        }
    }

    /// The file that `Contours` reads.
    var text: Data {
        var text = ""
        for (code, shape) in shapes.sorted(by: { $0.key < $1.key }) { text += code + " " + shape.geoJSON + "\n" }
        return Data(text.utf8)
    }
}
