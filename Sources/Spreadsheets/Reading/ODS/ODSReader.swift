import Tables
import Texts

/// Reads OpenDocument spreadsheets (ISO/IEC 26300), in one pass over their content.
struct ODSReader {
    private let archive: ZipArchive
    private let reading: CellReading
    private let limits: ReadingLimits

    init(archive: ZipArchive, reading: CellReading, limits: ReadingLimits) {
        self.archive = archive
        self.reading = reading
        self.limits = limits
    }

    func read() throws(UnreadableFile) -> Workbook {
        let manifest = ManifestEvents()
        _ = try? archive.read("META-INF/manifest.xml", as: manifest)
        guard !manifest.isEncrypted, !archive.contains("encrypted-package") else { throw .protectedByPassword }
        let content = ODSContentEvents(reading: reading, limits: limits)
        guard try archive.read("content.xml", as: content) else { throw .damaged }
        guard !content.sheets.isEmpty else { throw .withoutSheets }
        return Workbook(format: .ods, sheets: content.sheets, findings: content.findings)
    }
}

private final class ManifestEvents: XMLEvents {
    var isEncrypted = false

    override func start(_ element: XMLElement) {
        if "encryption-data" ~= element.name { isEncrypted = true }
    }
}
