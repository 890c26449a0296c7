import GeoFiles
public import Schemas
public import Texts

/// GeoPackage (OGC 12-128): one layer, or a table without shapes where no place is known. Written by GDAL.
public struct GeoPackageExport: Export {
    public let fileExtension = "gpkg"
    public let mediaType = "application/geopackage+sqlite3"
    public let title = Text(verbatim: "GeoPackage")
    public let purpose = Text(fr: "Pour QGIS et les SIG d’aujourd’hui.", en: "For QGIS and the GIS of today.")
    public let canProject = true
    public let needsProgram = true
    public let isWrittenInOrder = false

    public init() {}

    public func isOffered(for schema: Schema, hasPositions: Bool) -> Bool { GDALPrograms.installed != nil }

    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try MapProgram.run(options) { program in
            let source = try MapSource(batches, schema: schema, projection: options.projection, in: program.folder)
            // The number of a row and its shape need columns of their own, whatever the fields are called.
            let own = FieldNames.unique(source.fields + ["fid", "geom"]).suffix(2)
            let layer = VirtualLayer(name: FieldNames.layer(schema), fieldNames: FieldNames.unique(source.fields))
            try program.write(
                layer, of: source, as: "GPKG", to: "rows.gpkg",
                ["-gt", "unlimited", "-lco", "IDENTIFIER=\(schema.title)"]
                    + zip(["FID", "GEOMETRY_NAME"], own).flatMap { ["-lco", "\($0)=\($1)"] })
            try program.hand("rows.gpkg", to: output)
        }
    }
}
