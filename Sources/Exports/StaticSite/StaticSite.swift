import Catalog
public import Editions
public import Foundation
import Schemas
import Texts

/// Everything that is published, as a folder of files that any web server can give out, with no program behind it:
///
///     fichiers/{schema}/{territoire|code}.{format}   the data, as a whole and by commune
///     fichiers/{schema}/datapackage.json             what they are, for programs; and datapackage.json of all
///     modeles/{schema}.json                          the schemas
///     etat/{schema}.jsonl, gabarit.json              what takes the site in again: see ``StaticSite/read(from:)``
///     SHA256SUMS                                     the sum of every file
///
/// The pages are given by whoever knows how to make them.
public struct StaticSite: Sendable {
    private let holdings: any Holdings
    private let formats: [any Export]
    private let communeFormats: [any Export]

    /// A site of what is published, in these formats as a whole and in `communeFormats` by commune. Pages offer all of
    /// them.
    public init(
        _ holdings: any Holdings, formats: [any Export] = Formats.all,
        communeFormats: [any Export] = Formats.all
    ) {
        self.holdings = holdings
        self.formats = formats
        self.communeFormats = communeFormats
    }

    /// Writes the site; it is there whole or not at all, and takes the place of one that was there. `pages` are paths
    /// from the root (`index.html`), `page` gives the bytes of each. Throws ``UnwritableFile`` where something else
    /// is in the folder.
    @discardableResult
    public func write(
        to folder: URL, pages: [String] = [], page: (_ path: String) async throws -> Data = { _ in Data() }
    ) async throws -> [SiteFile] {
        try checkPlace(folder)
        let parent = folder.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        let draft = parent.appending(path: ".\(folder.lastPathComponent).\(UUID())")
        defer { try? FileManager.default.removeItem(at: draft) }
        var site = SiteFolder(draft)
        try await writeData(&site)
        for path in pages { try site.write(path, await page(path)) }
        try site.writeSums()
        try put(draft, in: folder)
        return site.files
    }

    private func writeData(_ site: inout SiteFolder) async throws {
        var resources: [DataPackage.Resource] = []
        var manifest = SiteManifest(version: SiteManifest.current, publisher: holdings.publisher.name, datasets: [])
        for record in holdings.records {
            guard let edition = try await holdings.edition(of: record.name) else { continue }
            try resources.append(writeFiles(of: edition, &site))
            try manifest.datasets.append(writeState(of: edition, &site))
        }
        if !resources.isEmpty {
            let package = DataPackage(resources, publisher: holdings.publisher)
            try site.write("datapackage.json", package.document())
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try site.write(SiteManifest.fileName, encoder.encode(manifest))
    }

    /// The files of one dataset. What comes back describes its canonical CSV, seen from the root.
    private func writeFiles(of edition: Edition, _ site: inout SiteFolder) throws -> DataPackage.Resource {
        let options = ExportOptions(modified: edition.modified)
        let folder = "fichiers/\(edition.name)"
        let csv = try site.write("\(folder)/\(FileName(export: CSVExport()).text)") { output in
            try CSVExport().write(RowBatches(edition), schema: edition.schema, options: options, to: output)
        }
        let whole = Formats.offered(for: edition, among: formats).filter { $0.fileExtension != "csv" }
        for export in whole {
            try site.write("\(folder)/\(FileName(export: export).text)") { output in
                try export.write(RowBatches(edition), schema: edition.schema, options: options, to: output)
            }
        }
        for commune in edition.record.communes {
            let rows = edition.rows(of: commune.code)
            for export in Formats.offered(for: edition, among: communeFormats) {
                try site.write("\(folder)/\(FileName(commune: commune.code, export: export).text)") { output in
                    try export.write(
                        RowBatches(edition, rows: rows), schema: edition.schema, options: options, to: output)
                }
            }
        }
        var resource = DataPackage.Resource(
            record: edition.record, structure: edition.structure, path: "territoire.csv", bytes: csv.bytes,
            digest: csv.digest)
        try site.write("\(folder)/datapackage.json", DataPackage(resource).document())
        resource.path = csv.path
        return resource
    }

    private func writeState(of edition: Edition, _ site: inout SiteFolder) throws -> SiteManifest.Dataset {
        let model = try site.write("modeles/\(edition.name).json", edition.structure.document)
        let state = try site.write("etat/\(edition.name).jsonl") { try SiteState.write(edition, to: $0) }
        return SiteManifest.Dataset(
            name: edition.name, model: model.path, state: state.path, rowCount: edition.rowCount,
            releases: edition.record.releases)
    }

    /// Nothing that is no site is ever overwritten.
    private func checkPlace(_ folder: URL) throws {
        guard let there = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return }
        guard there.isEmpty || there.contains(SiteManifest.fileName) else {
            throw UnwritableFile(
                Text(
                    fr:
                        "Le dossier « \(folder.lastPathComponent) » contient autre chose qu’un site. Choisissez-en un vide.",
                    en:
                        "The folder “\(folder.lastPathComponent)” holds something else than a site. Choose an empty one."
                ))
        }
    }

    private func put(_ draft: URL, in folder: URL) throws {
        let old = folder.deletingLastPathComponent().appending(path: ".\(folder.lastPathComponent).\(UUID())")
        let isThere = FileManager.default.fileExists(atPath: folder.path)
        if isThere { try FileManager.default.moveItem(at: folder, to: old) }
        do {
            try FileManager.default.moveItem(at: draft, to: folder)
        } catch {
            if isThere { try? FileManager.default.moveItem(at: old, to: folder) }
            throw error
        }
        if isThere { try? FileManager.default.removeItem(at: old) }
    }
}
