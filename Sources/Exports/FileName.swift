public import GeoFiles

/// The name of a published file: `territoire.csv`, `69029.excel.csv`, `territoire.2154.gpkg`.
public struct FileName: Sendable {
    /// The code of the commune; nil is the whole territory.
    public var commune: String?
    /// The system of its coordinates; nil is WGS 84.
    public var projection: Projection?
    /// The format.
    public var export: any Export

    /// The name of a file.
    public init(commune: String? = nil, projection: Projection? = nil, export: any Export) {
        self.commune = commune
        self.projection = projection
        self.export = export
    }

    /// Reads a name; nil for what names no file. `territoire.4326.gpkg` is `territoire.gpkg`.
    public init?(_ name: String) {
        let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let area = parts.first, Self.isCode(area) else { return nil }
        commune = area == "territoire" ? nil : String(area)
        if let export = Formats.named(String(parts[1])) {
            self.export = export
            return
        }
        let rest = parts[1].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard rest.count == 2, rest[0].utf8.count <= 6, let epsg = Int(rest[0]),
            let export = Formats.named(String(rest[1])), export.canProject
        else { return nil }
        self.export = export
        if epsg != 4326 {
            guard let projection = Projection.ofFiles(epsg: epsg) else { return nil }
            self.projection = projection
        }
    }

    /// Whether a word could be the code of a commune, or `territoire`: nothing that means something in a path.
    private static func isCode(_ word: Substring) -> Bool {
        (1...40).contains(word.utf8.count)
            && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    /// The name.
    public var text: String {
        let system = projection.map { ".\($0.epsg)" } ?? ""
        return "\(commune ?? "territoire")\(system).\(export.fileExtension)"
    }
}
