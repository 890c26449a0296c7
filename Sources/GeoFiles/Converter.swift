import Foundation
import Tables
import Texts

/// GDAL in a child process: map formats in, GeoJSON in WGS 84 out.
struct Converter {
    private let folder: Folder
    private let limits: GeoLimits
    private let programs: GDALPrograms

    init(folder: Folder, limits: GeoLimits) throws(UnreadableFile) {
        self.folder = folder
        self.limits = limits
        guard let programs = GDALPrograms.installed else {
            throw UnreadableFile(
                Text(
                    fr: """
                        Pour lire ce format, la machine a besoin de GDAL, qui n’y est pas installé (paquet gdal-bin). \
                        Un fichier GeoJSON se lit sans lui.
                        """,
                    en: """
                        To read this format the machine needs GDAL, which is not installed (package gdal-bin). \
                        A GeoJSON file can be read without it.
                        """))
        }
        self.programs = programs
    }

    /// The names of the layers, as GDAL lists them: `1: parcs (Multi Polygon)`.
    func layerNames(of part: GeoPart) throws(UnreadableFile) -> [String] {
        let list = try run("ogrinfo", ["-ro", "-q", part.file.path], for: part)
        let names = String(decoding: list, as: UTF8.self).split(separator: "\n").compactMap { line -> String? in
            guard let colon = line.firstIndex(of: ":"), Int(line[..<colon]) != nil else { return nil }
            var name = line[line.index(after: colon)...].dropFirst()
            if name.hasSuffix(")"), let open = name.range(of: " (", options: .backwards) {
                name = name[..<open.lowerBound]
            }
            return String(name)
        }
        let asides: Set<String> = ["layer_styles", "route_points", "track_points"]
        return names.filter { !$0.isEmpty && !$0.hasPrefix("-") && !asides.contains($0) }
    }

    /// One layer as a sequence of GeoJSON features.
    func convert(_ part: GeoPart, layer: String?) throws(UnreadableFile) -> Data {
        let target = folder.url.appending(path: "layer-\(UUID().uuidString).geojsonl")
        var arguments = ["-f", "GeoJSONSeq", "-dim", "XY", "-nlt", "CONVERT_TO_LINEAR"]
        if part.format == .shapefile, let encoding = AttributeEncoding.name(of: part) {
            arguments += ["-oo", "ENCODING=\(encoding)"]
        }
        arguments += [target.path, part.file.path]
        if let layer { arguments.append(layer) }
        _ = try run("ogr2ogr", arguments, for: part)
        return (try? Data(contentsOf: target)) ?? Data()
    }

    /// Runs one tool and returns what it printed.
    private func run(_ tool: String, _ arguments: [String], for part: GeoPart) throws(UnreadableFile) -> Data {
        do {
            return try programs.run(tool, arguments, in: folder.url, limits: limits)
        } catch .tooSlow {
            throw tooSlow(part)
        } catch {
            throw unreadable(part)
        }
    }

    private func unreadable(_ part: GeoPart) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr: """
                    Le fichier « \(part.name) » est abîmé ou incomplet : il n’a pas pu être lu comme \
                    \(part.format.title). Exportez-le de nouveau, ou en GeoJSON.
                    """,
                en: """
                    The file “\(part.name)” is damaged or incomplete: it could not be read as \(part.format.title). \
                    Export it again, or as GeoJSON.
                    """))
    }

    private func tooSlow(_ part: GeoPart) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr: "Le fichier « \(part.name) » est trop lourd : sa lecture a été arrêtée. Envoyez-le en morceaux.",
                en: "The file “\(part.name)” is too heavy: reading was stopped. Send it in parts."))
    }
}

extension GeoFormat {
    /// The name that people know the format by.
    var title: String {
        switch self {
        case .geoJSON: "GeoJSON"
        case .shapefile: "Shapefile"
        case .geoPackage: "GeoPackage"
        case .kml: "KML"
        case .gpx: "GPX"
        case .gml: "GML"
        case .mapInfo, .mapInfoExchange: "MapInfo"
        case .flatGeobuf: "FlatGeobuf"
        case .zip: "ZIP"
        }
    }
}
