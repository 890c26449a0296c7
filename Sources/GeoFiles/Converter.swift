import Foundation
import Tables
import Texts

/// GDAL in a child process: map formats in, GeoJSON in WGS 84 out.
struct Converter {
    private let folder: Folder
    private let limits: GeoLimits
    private let tools: URL

    init(folder: Folder, limits: GeoLimits) throws(UnreadableFile) {
        self.folder = folder
        self.limits = limits
        let folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
        guard let tools = folders.first(where: { FileManager.default.isExecutableFile(atPath: $0 + "/ogr2ogr") }) else {
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
        self.tools = URL(fileURLWithPath: tools)
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
        let printed = folder.url.appending(path: "printed-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: printed.path, contents: nil)
        let child = Process()
        child.executableURL = URL(fileURLWithPath: "/bin/sh")
        // `ulimit` counts kilobytes of memory and half kilobytes of files.
        let script = "ulimit -t \(limits.seconds); ulimit -v \(limits.memory / 1024); ulimit -f \(limits.size / 512)"
        child.arguments = ["-c", script + "; exec \"$@\"", "sh", tools.appending(path: tool).path] + arguments
        child.environment = environment
        child.currentDirectoryURL = folder.url
        child.standardInput = FileHandle.nullDevice
        child.standardError = FileHandle.nullDevice
        child.standardOutput = (try? FileHandle(forWritingTo: printed)) ?? FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        child.terminationHandler = { _ in ended.signal() }
        do { try child.run() } catch { throw unreadable(part) }
        if ended.wait(timeout: .now() + .seconds(limits.seconds + 1)) == .timedOut {
            kill(child.processIdentifier, SIGKILL)
            ended.wait()
            throw tooSlow(part)
        }
        guard child.terminationReason == .exit, child.terminationStatus == 0 else { throw unreadable(part) }
        return (try? Data(contentsOf: printed)) ?? Data()
    }

    /// No network, no drivers that follow addresses or other files, nothing of our own environment.
    private var environment: [String: String] {
        [
            "PATH": tools.path + ":/usr/bin:/bin", "HOME": folder.url.path, "LANG": "C.UTF-8",
            "GDAL_SKIP": "VRT,HTTP,WMS,WMTS,WCS,DAAS,EEDA,EEDAI,PLMOSAIC,STACTA,STACIT,NGW,CAD,PDF,DERIVED",
            "OGR_SKIP":
                "OGR_VRT,HTTP,WFS,OAPIF,CSW,Carto,AmigoCloud,Elasticsearch,PostgreSQL,MySQL,MSSQLSpatial,ODBC,PGeo,GMLAS",
            "GDAL_HTTP_PROXY": "127.0.0.1:9", "GDAL_HTTP_TIMEOUT": "1", "GDAL_HTTP_MAX_RETRY": "0",
            "PROJ_NETWORK": "OFF", "GML_DOWNLOAD_SCHEMA": "NO", "GML_SKIP_RESOLVE_ELEMS": "ALL",
            "GML_ATTRIBUTES_TO_OGR_FIELDS": "NO", "SHAPE_RESTORE_SHX": "YES", "OGR_SQLITE_LOAD_EXTENSIONS": "",
            "GDAL_NUM_THREADS": "1", "CPL_DEBUG": "OFF",
        ]
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
