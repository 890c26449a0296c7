import Foundation
import GeoFiles
import Schemas
import Texts

/// Map files that GDAL writes, in a child process with limits: see `docs/decisions/0006-geo-files-through-a-child-process.md`.
struct MapProgram {
    let folder: URL
    private let programs: GDALPrograms
    private let options: ExportOptions

    /// Lends a folder of its own, which goes afterwards.
    static func run(_ options: ExportOptions, _ body: (MapProgram) throws -> Void) throws {
        guard let programs = GDALPrograms.installed else { throw UnwritableFile(notInstalled) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "gabarit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(MapProgram(folder: folder, programs: programs, options: options))
    }

    /// Writes a layer as a file of the folder. `arguments` are those of the format.
    func write(
        _ layer: VirtualLayer, of source: MapSource, as format: String, to name: String, _ arguments: [String]
    ) throws {
        let virtual = folder.appending(path: "rows.vrt")
        try Data(layer.document(source).utf8).write(to: virtual)
        let shapes = (layer.kinds ?? source.kinds).intersection(source.kinds)
        var all = ["-f", format, name, "rows.vrt", "-nln", layer.name] + arguments
        if shapes.needsPromotion { all += ["-nlt", "PROMOTE_TO_MULTI"] }
        if shapes.layerType == "wkbNone" { all += ["-nlt", "NONE"] }
        do {
            _ = try programs.run(
                "ogr2ogr", all, in: folder, limits: options.limits, ownFiles: true,
                settings: [
                    "OGR_CURRENT_DATE": moment, "OGR_SQLITE_SYNCHRONOUS": "OFF", "OGR_SQLITE_JOURNAL": "OFF",
                ])
        } catch {
            throw UnwritableFile(error == .tooSlow ? Self.tooSlow(format) : Self.failed(format))
        }
    }

    /// Hands on a file of the folder, piece by piece.
    func hand(_ name: String, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        let handle = try FileHandle(forReadingFrom: folder.appending(path: name))
        defer { try? handle.close() }
        while let piece = try handle.read(upToCount: 256 << 10), !piece.isEmpty {
            try piece.withUnsafeBytes(output)
        }
    }

    /// The date inside the file, as GeoPackage writes it.
    private var moment: String {
        Self.day(options.modified) + "T00:00:00.000Z"
    }

    /// A day in UTC: `2026-11-22`.
    static func day(_ date: Date) -> String { String(date.formatted(.iso8601).prefix(10)) }

    private static let notInstalled = Text(
        fr: "Pour écrire ce format, la machine a besoin de GDAL, qui n’y est pas installé (paquet gdal-bin).",
        en: "To write this format the machine needs GDAL, which is not installed (package gdal-bin).")

    private static func failed(_ format: String) -> Text {
        Text(
            fr: """
                Le fichier \(format) n’a pas pu être écrit : GDAL s’est arrêté, ou le fichier est trop grand. Choisissez \
                un autre format.
                """,
            en:
                "The \(format) file could not be written: GDAL stopped, or the file is too large. Choose another format."
        )
    }

    private static func tooSlow(_ format: String) -> Text {
        Text(
            fr:
                "Le fichier \(format) demandait trop de temps : son écriture a été arrêtée. Choisissez un autre format.",
            en: "The \(format) file took too long: writing was stopped. Choose another format.")
    }
}
