import Exports
public import Foundation
import Markup
import Repairs
import Review
import Schemas
import Tables
public import Texts

extension Prepared {
    /// Writes `data.csv`, `data.geojson`, `report.json`, `report.html` and `corrected.xlsx` into a folder, each whole or
    /// not at all. `original` is the file as it was sent.
    public func write(to folder: URL, original: URL, version: String, language: Language = .french) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let corrected = try Correction(prepared: self, language: language).workbook(original: original)
        for name in ["csv", "geojson"] {
            guard let format = Formats.named(name) else { preconditionFailure("the format \(name) is not listed") }
            try format.write(reviewed.clean, schema: draft.schema, to: folder.appending(path: "data.\(name)"))
        }
        try writeReport(to: folder.appending(path: "report.json"), version: version)
        try Data(ReportPage(prepared: self, language: language).html.text.utf8)
            .write(to: folder.appending(path: "report.html"), options: .atomic)
        try corrected.write(to: folder.appending(path: "corrected.xlsx"), options: .atomic)
    }

    /// Writes beside the file first, and puts it in its place when it is whole.
    private func writeReport(to url: URL, version: String) throws {
        let partial = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).\(UUID())")
        defer { try? FileManager.default.removeItem(at: partial) }
        try Data().write(to: partial)
        let output = try FileHandle(forWritingTo: partial)
        try ReportFile(prepared: self, version: version).write { try output.write(contentsOf: $0) }
        try output.close()
        guard rename(partial.path, url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// `report.json` as text, for programs that read it from a pipe.
    public func report(version: String) throws -> String {
        var bytes: [UInt8] = []
        try ReportFile(prepared: self, version: version).write { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
