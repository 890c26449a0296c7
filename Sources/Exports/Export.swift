public import Editions
public import Foundation
public import Schemas
public import Tables
public import Texts

/// One way to write rows as a file. To add one, put a file in `Formats/` and name it in ``Formats/all``.
public protocol Export: Sendable {
    /// The end of the file's name, without the first dot (`csv`, `excel.csv`).
    var fileExtension: String { get }
    /// The media type, with its character set where it has one.
    var mediaType: String { get }
    /// The name for people.
    var title: Text { get }
    /// What it is good for, in one sentence.
    var purpose: Text { get }
    /// Whether its shapes can stand in another system of coordinates than WGS 84.
    var canProject: Bool { get }
    /// Whether a program of GDAL writes it: it costs some tenths of a second, however few the rows.
    var needsProgram: Bool { get }
    /// Whether its first bytes are written before the last rows are read: then it can be sent while it is written.
    var isWrittenInOrder: Bool { get }

    /// Whether the format can hold a dataset, and this machine can write it.
    func isOffered(for schema: Schema, hasPositions: Bool) -> Bool

    /// Writes the rows, piece by piece. The columns are those of the batches; the schema gives their types. Throws what
    /// the batches or the output throw, ``UnwritableFile`` where the machine cannot.
    func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions,
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws
}

/// The list of the formats.
public enum Formats {
    /// The formats in which datasets can be downloaded, the most useful to people first.
    public static let all: [any Export] = [
        XLSXExport(), ExcelCSVExport(), CSVExport(), ODSExport(), GeoJSONExport(), GeoPackageExport(),
        ShapefileExport(), KMLExport(), FlatGeobufExport(), JSONExport(), JSONLinesExport(),
    ]

    /// The format of the end of a file's name (`csv`, `excel.csv`).
    public static func named(_ fileExtension: String) -> (any Export)? {
        all.first { $0.fileExtension == fileExtension }
    }

    /// The formats in which a dataset can be downloaded from this machine.
    public static func offered(for schema: Schema, hasPositions: Bool) -> [any Export] {
        all.filter { $0.isOffered(for: schema, hasPositions: hasPositions) }
    }

    /// Those of some formats in which an edition can be downloaded from this machine.
    public static func offered(for edition: Edition, among formats: [any Export] = all) -> [any Export] {
        formats.filter { $0.isOffered(for: edition.schema, hasPositions: edition.extent != nil) }
    }
}

extension Export {
    public var canProject: Bool { false }
    public var needsProgram: Bool { false }
    public var isWrittenInOrder: Bool { true }
    public func isOffered(for schema: Schema, hasPositions: Bool) -> Bool { true }

    /// Writes the rows of a table.
    public func write(
        _ table: CleanTable, schema: Schema, options: ExportOptions = ExportOptions(),
        to output: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try write(RowBatches(table), schema: schema, options: options, to: output)
    }

    /// The file in memory.
    public func data(_ table: CleanTable, schema: Schema, options: ExportOptions = ExportOptions()) throws -> Data {
        var data = Data()
        try write(RowBatches(table), schema: schema, options: options) { data.append(contentsOf: $0) }
        return data
    }

    /// Writes the file; it is there whole or not at all.
    public func write(
        _ table: CleanTable, schema: Schema, options: ExportOptions = ExportOptions(), to file: URL
    ) throws {
        try write(RowBatches(table), schema: schema, options: options, to: file)
    }

    /// Writes the file; it is there whole or not at all.
    public func write(
        _ batches: RowBatches, schema: Schema, options: ExportOptions = ExportOptions(), to file: URL
    ) throws {
        try WholeFile.write(to: file) { try write(batches, schema: schema, options: options, to: $0) }
    }
}
