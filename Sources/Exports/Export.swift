public import Foundation
public import Schemas
public import Tables
public import Texts

/// One way to write a release as a file. To add one, put a file in `Formats/` and name it in ``Formats/all``.
public protocol Export: Sendable {
    /// The end of the file's name, without the first dot (`csv`, `excel.csv`).
    var fileExtension: String { get }
    /// The media type, with its character set where it has one.
    var mediaType: String { get }
    /// The name for people.
    var title: Text { get }
    /// What it is good for, in one sentence.
    var purpose: Text { get }

    /// Writes the rows, piece by piece. The columns are those of the table; the schema gives their types.
    func write(_ table: CleanTable, schema: Schema, to output: (UnsafeRawBufferPointer) throws -> Void) throws
}

/// The list of the formats.
public enum Formats {
    /// The formats in which every dataset can be downloaded, the most useful to people first.
    public static let all: [any Export] = [
        XLSXExport(), ExcelCSVExport(), CSVExport(), GeoJSONExport(), JSONExport(),
    ]

    /// The format of the end of a file's name (`csv`, `excel.csv`).
    public static func named(_ fileExtension: String) -> (any Export)? {
        all.first { $0.fileExtension == fileExtension }
    }
}

extension Export {
    /// The file in memory.
    public func data(_ table: CleanTable, schema: Schema) throws -> Data {
        var data = Data()
        try write(table, schema: schema) { data.append(contentsOf: $0) }
        return data
    }

    /// Writes the file; it is there whole or not at all.
    public func write(_ table: CleanTable, schema: Schema, to file: URL) throws {
        let draft = file.deletingLastPathComponent().appendingPathComponent(".\(file.lastPathComponent).\(UUID())")
        defer { try? FileManager.default.removeItem(at: draft) }
        try Data().write(to: draft)
        let handle = try FileHandle(forWritingTo: draft)
        defer { try? handle.close() }
        try write(table, schema: schema) { try handle.write(contentsOf: Data($0)) }
        try handle.synchronize()
        guard rename(draft.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
