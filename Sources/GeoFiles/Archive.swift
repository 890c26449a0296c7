import CLibZip
import Foundation
import Tables
import Texts

/// A zip archive that people send: its names are not trusted, its sizes are measured while unpacking.
struct Archive {
    private let url: URL
    private let entries: [Entry]

    private struct Entry {
        let index: UInt64
        /// The path without its ending, in lower case: what the files of one Shapefile share.
        let stem: String
        let title: String
        let ending: String
    }

    init(_ url: URL) throws(UnreadableFile) {
        self.url = url
        guard let zip = zip_open(url.path, ZIP_RDONLY, nil) else { throw Self.damaged(url.lastPathComponent) }
        defer { zip_discard(zip) }
        var entries: [Entry] = []
        for index in 0..<UInt64(max(0, min(zip_get_num_entries(zip, 0), 10_000))) {
            guard let pointer = zip_get_name(zip, index, 0) else { continue }
            let path = String(cString: pointer)
            let title = String(path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "")
            guard let dot = title.lastIndex(of: "."), !title.hasPrefix("."), !path.hasPrefix("__MACOSX") else {
                continue
            }
            let ending = title[title.index(after: dot)...].lowercased()
            let stem = path.dropLast(ending.count + 1).lowercased()
            entries.append(Entry(index: index, stem: stem, title: String(title[..<dot]), ending: ending))
        }
        self.entries = entries
    }

    /// Whether any file in the archive may hold a layer.
    var hasLayers: Bool { entries.contains { GeoFormat.companions[$0.ending] != nil && $0.ending != "json" } }

    /// Unpacks the files with layers and their companions under plain names.
    func unpack(into folder: Folder, limit: Int) throws(UnreadableFile) -> [GeoPart] {
        guard let zip = zip_open(url.path, ZIP_RDONLY, nil) else { throw Self.damaged(url.lastPathComponent) }
        defer { zip_discard(zip) }
        var left = limit
        var parts: [GeoPart] = []
        for (place, main) in entries.filter({ GeoFormat.companions[$0.ending] != nil }).prefix(100).enumerated() {
            let wanted = GeoFormat.companions[main.ending] ?? []
            for entry in entries
            where entry.index == main.index || (entry.stem == main.stem && wanted.contains(entry.ending)) {
                let file = folder.url.appending(path: "part\(place).\(entry.ending)")
                try write(entry, of: zip, to: file, left: &left)
            }
            let file = folder.url.appending(path: "part\(place).\(main.ending)")
            guard let data = try? Data(contentsOf: file, options: .mappedIfSafe),
                let format = GeoFormat(data, name: file.lastPathComponent), format != .zip
            else { continue }
            parts.append(GeoPart(name: main.title, format: format, file: file))
        }
        return parts
    }

    private func write(
        _ entry: Entry, of zip: OpaquePointer, to url: URL, left: inout Int
    ) throws(UnreadableFile) {
        guard let source = zip_fopen_index(zip, entry.index, 0) else { throw Self.damaged(self.url.lastPathComponent) }
        defer { zip_fclose(source) }
        guard FileManager.default.createFile(atPath: url.path, contents: nil),
            let target = try? FileHandle(forWritingTo: url)
        else { throw Self.damaged(self.url.lastPathComponent) }
        defer { try? target.close() }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Int(zip_fread(source, &buffer, UInt64(buffer.count)))
            if count == 0 { return }
            left -= count
            guard count > 0 else { throw Self.damaged(self.url.lastPathComponent) }
            guard left >= 0 else { throw Self.tooLarge(self.url.lastPathComponent) }
            try? target.write(contentsOf: buffer[..<count])
        }
    }

    private static func damaged(_ name: String) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr: """
                    L’archive « \(name) » est abîmée ou protégée par un mot de passe. Refaites-la, sans mot de passe.
                    """,
                en: "The archive “\(name)” is damaged or protected by a password. Make it again, without a password."))
    }

    private static func tooLarge(_ name: String) -> UnreadableFile {
        UnreadableFile(
            Text(
                fr: "L’archive « \(name) » est trop grande une fois ouverte. Envoyez ses couches séparément.",
                en: "The archive “\(name)” is too large once unpacked. Send its layers one by one."))
    }
}
