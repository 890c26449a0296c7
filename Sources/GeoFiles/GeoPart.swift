import Foundation
import Tables
import Texts

/// One file with layers and its companions, under plain names in a folder of ours.
struct GeoPart {
    /// Its name as it was sent, without folders and ending.
    let name: String
    let format: GeoFormat
    let file: URL

    /// A part that was unpacked.
    init(name: String, format: GeoFormat, file: URL) {
        self.name = name
        self.format = format
        self.file = file
    }

    /// A file that was sent as it is: its companions stand beside it, whatever their capitals.
    init(besides url: URL, format: GeoFormat, in folder: Folder) throws(UnreadableFile) {
        let stem = url.deletingPathExtension().lastPathComponent
        let beside = url.deletingLastPathComponent()
        self.init(name: stem, format: format, file: folder.url.appending(path: "part.\(format.ending)"))
        var links = [(url, format.ending)]
        let wanted = GeoFormat.companions[format.ending] ?? []
        if !wanted.isEmpty {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: beside.path)) ?? []
            for name in names.sorted() {
                let other = beside.appending(path: name)
                let ending = other.pathExtension.lowercased()
                if wanted.contains(ending), other.deletingPathExtension().lastPathComponent == stem {
                    links.append((other, ending))
                }
            }
        }
        for (original, ending) in links {
            try? FileManager.default.createSymbolicLink(
                at: folder.url.appending(path: "part.\(ending)"), withDestinationURL: original.standardizedFileURL)
        }
    }

    /// The layers of the part.
    func layers(in folder: Folder, within limits: GeoLimits) throws(UnreadableFile) -> [GeoLayer] {
        if format == .geoJSON, let layer = try geoJSON() { return [layer] }
        let converter = try Converter(folder: folder, limits: limits)
        let names = format.hasLayers ? try converter.layerNames(of: self) : [name]
        var layers: [GeoLayer] = []
        for layer in names {
            let text = try converter.convert(self, layer: format.hasLayers ? layer : nil)
            var features = FeatureReader()
            try features.read(text, name: name)
            var read = features.layer(named: layer)
            if format == .kml || format == .gpx { read.table.dropTechnicalColumns() }
            if read.table.rowCount > 0 || !format.hasLayers { layers.append(read) }
        }
        if format == .shapefile, layers.count == 1 { layers[0].findings += missingCompanions(of: layers[0].table) }
        return layers
    }

    /// Nil when the file says that its coordinates are not degrees in WGS 84, so that they must be converted.
    private func geoJSON() throws(UnreadableFile) -> GeoLayer? {
        guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else { return nil }
        var features = FeatureReader()
        try features.read(data, name: name)
        return features.isProjected ? nil : features.layer(named: name)
    }
}

extension GeoPart {
    private func missingCompanions(of table: Table) -> [Finding] {
        var findings: [Finding] = []
        if !hasCompanion("dbf") {
            findings.append(
                Finding(
                    rule: "geo-companion", severity: .warning,
                    text: Text(
                        fr: """
                            Le fichier « \(name).dbf » n’a pas été envoyé : les formes sont là, mais pas leurs \
                            informations. Envoyez tous les fichiers du Shapefile ensemble, dans un .zip.
                            """,
                        en: """
                            The file “\(name).dbf” was not sent: the shapes are here, their attributes are not. Send \
                            all files of the Shapefile together, in one .zip.
                            """)))
        }
        if !hasCompanion("prj"), table.geometries?.contains(where: { $0 != nil }) == true {
            findings.append(
                Finding(
                    rule: "geo-projection", severity: .warning,
                    text: Text(
                        fr: """
                            Le fichier « \(name).prj » n’a pas été envoyé. Les coordonnées ressemblent à des degrés \
                            (WGS 84) et ont été lues ainsi : vérifiez la position de quelques objets.
                            """,
                        en: """
                            The file “\(name).prj” was not sent. The coordinates look like degrees (WGS 84) and were \
                            read as such: check where a few objects are.
                            """)))
        }
        return findings
    }

    /// Whether a companion came with the file.
    func hasCompanion(_ ending: String) -> Bool {
        FileManager.default.fileExists(atPath: companion(ending).path)
    }

    /// Where a companion is.
    func companion(_ ending: String) -> URL { file.deletingPathExtension().appendingPathExtension(ending) }
}

extension Table {
    /// KML and GPX come with two dozen columns that most files leave at their default.
    fileprivate mutating func dropTechnicalColumns() {
        let defaults: Set<String> = [
            "tessellate", "extrude", "visibility", "altitudemode", "draworder", "icon", "snippet", "timestamp", "begin",
            "end", "ele", "id", "track_fid", "track_seg_id", "track_seg_point_id", "route_fid", "route_point_id",
        ]
        columns.removeAll { column in
            let isBlank = (0..<column.cells.distinctCount).allSatisfy { column.cells.kind(of: $0) == .blank }
            return isBlank || (defaults.contains(column.header.lowercased()) && column.cells.distinctCount == 1)
        }
        for place in columns.indices { columns[place].position = place }
    }
}
