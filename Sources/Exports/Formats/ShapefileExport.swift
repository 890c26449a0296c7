import Foundation
import GeoFiles
public import Schemas
import Spreadsheets
public import Texts

/// A Shapefile in a ZIP archive, with its projection, its character set (UTF-8), and a note that says what the format
/// could not hold. Points, lines and surfaces are layers of their own; rows whose place is unknown stand in the first
/// one, without a shape. Written by GDAL.
public struct ShapefileExport: Export {
    public let fileExtension = "shp.zip"
    public let mediaType = "application/zip"
    public let title = Text(verbatim: "Shapefile")
    public let purpose = Text(
        fr: "Pour les SIG anciens ; noms de champs coupés à 10 lettres.",
        en: "For older GIS; names of fields cut to 10 letters.")
    public let canProject = true
    public let needsProgram = true
    public let isWrittenInOrder = false

    public init() {}

    public func isOffered(for schema: Schema, hasPositions: Bool) -> Bool {
        hasPositions && schema.fields.count <= 255 && GDALPrograms.installed != nil
    }

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try MapProgram.run(options) { program in
            let source = try MapSource(
                batches, schema: schema, projection: options.projection, textLimit: 254, in: program.folder)
            try checkSize(source)
            let names = FieldNames.short(source.fields)
            let zip = ZipStream()
            for (name, kinds) in layers(of: source, schema) {
                let layer = VirtualLayer(
                    name: name, fieldNames: names, kinds: kinds, hasTruth: false, hasWidths: true)
                try program.write(
                    layer, of: source, as: "ESRI Shapefile", to: "\(name).\(kinds == nil ? "dbf" : "shp")",
                    [
                        "-lco", "ENCODING=UTF-8", "-lco", "RESIZE=NO", "-lco",
                        "DBF_DATE_LAST_UPDATE=\(MapProgram.day(options.modified))",
                    ])
                try pack(name, of: program, into: zip, to: output)
            }
            let note = ShapefileNote(schema: schema, source: source, names: names, projection: options.projection)
            try zip.add("LISEZ-MOI.txt", Array(note.text.utf8), to: output)
            try zip.finish(to: output)
        }
    }

    /// The layers, by name, with the kinds of shapes that they hold; one table where no place is known.
    private func layers(of source: MapSource, _ schema: Schema) -> [(name: String, kinds: ShapeKinds?)] {
        let name = FieldNames.file(schema.name)
        let seen = [(ShapeKinds.surfaces, "surfaces"), (.lines, "lignes"), (.points, "points")].filter {
            !source.kinds.isDisjoint(with: $0.0)
        }
        guard !seen.isEmpty else { return [(name, nil)] }
        return seen.enumerated().map { place, layer in
            (seen.count == 1 ? name : "\(name)-\(layer.1)", place == 0 ? layer.0.union(.none) : layer.0)
        }
    }

    private func pack(
        _ name: String, of program: MapProgram, into zip: ZipStream,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        for ending in ["shp", "shx", "dbf", "prj", "cpg"] {
            let file = "\(name).\(ending)"
            guard FileManager.default.fileExists(atPath: program.folder.appending(path: file).path) else { continue }
            try zip.begin(file, to: output)
            try program.hand(file) { try zip.write($0, to: output) }
            try zip.end(to: output)
            try FileManager.default.removeItem(at: program.folder.appending(path: file))
        }
    }

    /// A DBF file ends at two gigabytes.
    private func checkSize(_ source: MapSource) throws {
        let width = source.facts.reduce(1) { $0 + max(1, min($1.longest, 254)) }
        guard width <= 65_535, width * source.rowCount < 2_000_000_000 else {
            throw UnwritableFile(
                Text(
                    fr: "Ces données sont trop grandes pour un Shapefile, qui s’arrête à 2 Go. Prenez le GeoPackage.",
                    en: "This is too much data for a Shapefile, which ends at 2 GB. Take the GeoPackage."))
        }
    }
}
