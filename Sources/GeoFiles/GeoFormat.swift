import Foundation

/// How a map file is written, told by its content: names lie.
enum GeoFormat: String {
    case geoJSON, shapefile, geoPackage, kml, gpx, gml, mapInfo, mapInfoExchange, flatGeobuf, zip

    /// Nil for what is no map file. An archive is `zip` whatever is in it.
    init?(_ data: Data, name: String) {
        let head = [UInt8](data.prefix(8192))
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .zip
        } else if head.starts(with: [0x00, 0x00, 0x27, 0x0A]) {
            self = .shapefile
        } else if head.starts(with: "fgb".utf8), head.dropFirst(4).starts(with: "fgb".utf8) {
            self = .flatGeobuf
        } else if head.starts(with: "SQLite format 3\0".utf8) {
            guard head.count >= 72, head[68..<70].elementsEqual("GP".utf8) || name.lowercased().hasSuffix(".gpkg")
            else { return nil }
            self = .geoPackage
        } else if let format = Self(words: head, name: name) {
            self = format
        } else {
            return nil
        }
    }

    private init?(words head: [UInt8], name: String) {
        let text = String(decoding: head, as: UTF8.self).trimmingCharacters(in: Self.blank)
        if text.hasPrefix("{") || text.hasPrefix("[") {
            let marks = ["\"Feature", "\"coordinates\"", "\"features\""]
            guard marks.contains(where: text.contains) || name.lowercased().hasSuffix(".geojson") else { return nil }
            self = .geoJSON
        } else if text.hasPrefix("<") {
            switch Self.rootElement(text) {
            case "kml": self = .kml
            case "gpx": self = .gpx
            case "FeatureCollection" where text.contains("opengis.net"), "TopographicMap", "CityModel": self = .gml
            default: return nil
            }
        } else if text.lowercased().hasPrefix("!table") {
            self = .mapInfo
        } else if text.lowercased().hasPrefix("version"), name.lowercased().hasSuffix(".mif") {
            self = .mapInfoExchange
        } else {
            return nil
        }
    }

    /// The name of the outermost element, without its prefix. Comments and declarations do not count.
    private static func rootElement(_ text: String) -> String? {
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            if rest.hasPrefix("!--") {
                guard let end = rest.range(of: "-->") else { return nil }
                rest = rest[end.upperBound...]
            } else if !rest.hasPrefix("?"), !rest.hasPrefix("!") {
                let name = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
                return name.split(separator: ":").last.map(String.init)
            }
        }
        return nil
    }

    private static let blank = CharacterSet.whitespacesAndNewlines.union(CharacterSet(charactersIn: "\u{FEFF}\u{1E}\0"))

    /// The ending of a file that holds a layer, and the endings of its companions.
    static let companions: [String: [String]] = [
        "shp": ["shx", "dbf", "prj", "cpg"], "tab": ["dat", "map", "id", "ind"], "mif": ["mid"], "gml": ["xsd"],
        "geojson": [], "geojsonl": [], "json": [], "gpkg": [], "kml": [], "gpx": [], "fgb": [],
    ]

    /// Whether the file may hold several layers.
    var hasLayers: Bool {
        switch self {
        case .geoPackage, .kml, .gpx, .gml: true
        default: false
        }
    }

    /// The ending that the converter recognises the format by.
    var ending: String {
        switch self {
        case .geoJSON: "geojson"
        case .shapefile: "shp"
        case .geoPackage: "gpkg"
        case .kml: "kml"
        case .gpx: "gpx"
        case .gml: "gml"
        case .mapInfo: "tab"
        case .mapInfoExchange: "mif"
        case .flatGeobuf: "fgb"
        case .zip: "zip"
        }
    }
}
