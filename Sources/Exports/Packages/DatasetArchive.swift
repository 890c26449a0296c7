public import Catalog
public import Editions
import Spreadsheets

/// A dataset as one ZIP archive: its CSV, its schema, and the `datapackage.json` that says what they are. Streamed.
public struct DatasetArchive {
    private let record: DatasetRecord
    private let structure: PublicSchema

    /// The media type.
    public static let mediaType = "application/zip"

    /// The archive of a dataset, or of the part of it that the record speaks of.
    public init(record: DatasetRecord, structure: PublicSchema) {
        self.record = record
        self.structure = structure
    }

    /// Writes the rows, piece by piece.
    public func write(_ batches: RowBatches, to output: (UnsafeRawBufferPointer) throws -> Void) throws {
        let zip = ZipStream()
        let name = DataPackage.name(record.name)
        var (sum, count) = (SHA256(), 0)
        try zip.begin("\(name).csv", to: output)
        try CSVExport().write(batches, schema: structure.schema, options: ExportOptions()) { piece in
            sum.add(piece)
            count += piece.count
            try zip.write(piece, to: output)
        }
        try zip.end(to: output)
        let resource = DataPackage.Resource(
            record: record, structure: structure, path: "\(name).csv", bytes: count, digest: sum.digest())
        try zip.add("\(name).schema.json", Array(structure.document), to: output)
        try zip.add("datapackage.json", Array(DataPackage(resource).document()), to: output)
        try zip.finish(to: output)
    }
}
