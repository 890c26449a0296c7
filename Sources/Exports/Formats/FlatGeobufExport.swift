import GeoFiles
public import Schemas
public import Texts

/// FlatGeobuf 3: one layer with an index of places, so that maps fetch only what they show. Written by GDAL, which leaves
/// out rows without a shape: it is offered only where every place is known.
public struct FlatGeobufExport: Export {
    public let fileExtension = "fgb"
    public let mediaType = "application/flatgeobuf"
    public let title = Text(verbatim: "FlatGeobuf")
    public let purpose = Text(
        fr: "Pour les cartes du web qui lisent de grandes couches par morceaux.",
        en: "For web maps that read large layers in parts.")
    public let canProject = true
    public let needsProgram = true

    public init() {}

    public func isOffered(for schema: Schema, placing: Placing) -> Bool {
        placing == .all && GDALPrograms.installed != nil
    }

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try MapProgram.run(options) { program in
            let source = try MapSource(batches, schema: schema, in: program.folder)
            guard source.rowCount > 0, !source.kinds.contains(.none) else { throw UnwritableFile(Self.needsPlaces) }
            let layer = VirtualLayer(name: schema.name, fieldNames: FieldNames.unique(source.fields))
            try program.write(layer, of: source, as: "FlatGeobuf", to: "rows.fgb", [])
            try program.hand("rows.fgb", to: output)
        }
    }

    private static let needsPlaces = Text(
        fr: "FlatGeobuf ne garde que des objets dont la position est connue. Choisissez le GeoPackage.",
        en: "FlatGeobuf holds only objects whose place is known. Choose the GeoPackage.")
}
