public import Foundation
public import Tables
import Texts

/// Map files as tables: GeoJSON, Shapefile, GeoPackage, KML and KMZ, GPX, GML, MapInfo, FlatGeobuf, plain or zipped.
///
/// GeoJSON is read here. The other formats go through GDAL, in a child process that knows neither the network nor
/// the rest of the disk's affairs: what people send may be hostile.
public enum GeoFile {
    /// Whether a file is a map file, by its content.
    public static func recognises(fileAt url: URL) -> Bool {
        guard let data = try? Data(contentsOf: url, options: .mappedIfSafe),
            let format = GeoFormat(data, name: url.lastPathComponent)
        else { return false }
        return format != .zip || (try? Archive(url).hasLayers) == true
    }

    /// Reads every layer of a file. The companions of a Shapefile (`.dbf`, `.prj`…) are looked for beside it.
    public static func read(fileAt url: URL, within limits: GeoLimits = .standard) throws(UnreadableFile) -> [GeoLayer]
    {
        let folder = try Folder()
        defer { folder.remove() }
        var layers: [GeoLayer] = []
        for part in try parts(of: url, in: folder, limits) { layers += try part.layers(in: folder, within: limits) }
        guard !layers.isEmpty else { throw nothingToRead(url.lastPathComponent) }
        for place in layers.indices {
            layers[place].table.source.file = url.lastPathComponent
            layers[place].table.source.sheet = layers.count > 1 ? layers[place].name : nil
        }
        return layers
    }

    private static func parts(of url: URL, in folder: Folder, _ limits: GeoLimits) throws(UnreadableFile) -> [GeoPart] {
        guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else { throw unopened(url) }
        guard let format = GeoFormat(data, name: url.lastPathComponent) else {
            throw nothingToRead(url.lastPathComponent)
        }
        if format == .zip { return try Archive(url).unpack(into: folder, limit: limits.size) }
        return [try GeoPart(besides: url, format: format, in: folder)]
    }

    private static func unopened(_ url: URL) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr: "Le fichier « \(url.lastPathComponent) » ne peut pas être ouvert.",
                en: "The file “\(url.lastPathComponent)” cannot be opened."))
    }

    private static func nothingToRead(_ name: String) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr: """
                    « \(name) » ne contient aucune couche géographique lisible. Envoyez un fichier GeoJSON, Shapefile \
                    (tous ses fichiers dans un .zip), GeoPackage, KML, GPX, GML ou MapInfo.
                    """,
                en: """
                    “\(name)” holds no readable map layer. Send a GeoJSON, Shapefile (all its files in one .zip), \
                    GeoPackage, KML, GPX, GML or MapInfo file.
                    """))
    }
}
