import Catalog
public import Foundation
public import Texts

/// A dataset of a static site that was read again.
public struct SiteDataset: Sendable {
    /// What the manifest says: name and releases.
    public var entry: SiteManifest.Dataset
    /// The schema document, to the byte.
    public var model: Data
    /// The rows, with all that is known of them.
    public var state: SiteState
}

/// A folder is no static site of ours, or was changed.
public struct UnreadableSite: Error, Sendable, CustomStringConvertible {
    /// What to tell the caller.
    public let text: Text

    public var description: String { text.fr }
}

extension StaticSite {
    /// Reads what a site was made from: the same rows, releases and schemas. Every file that counts is held against
    /// `SHA256SUMS` first.
    public static func read(
        from folder: URL
    ) throws(UnreadableSite) -> (manifest: SiteManifest, datasets: [SiteDataset]) {
        let sums = try sums(in: folder)
        let manifestData = try file(SiteManifest.fileName, in: folder, sums)
        guard let manifest = try? JSONDecoder().decode(SiteManifest.self, from: manifestData),
            manifest.version == SiteManifest.current
        else { throw changed(SiteManifest.fileName) }
        var datasets: [SiteDataset] = []
        for entry in manifest.datasets {
            let model = try file(entry.model, in: folder, sums)
            let data = try file(entry.state, in: folder, sums)
            guard let state = SiteState(data, releases: entry.releases.count), state.uids.count == entry.rowCount else {
                throw changed(entry.state)
            }
            datasets.append(SiteDataset(entry: entry, model: model, state: state))
        }
        return (manifest, datasets)
    }

    private static func sums(in folder: URL) throws(UnreadableSite) -> [String: String] {
        guard let data = try? Data(contentsOf: folder.appending(path: SiteFile.sums)) else {
            throw UnreadableSite(
                text: Text(
                    fr: "Le dossier « \(folder.lastPathComponent) » n’est pas un site écrit par Gabarit.",
                    en: "The folder “\(folder.lastPathComponent)” is not a site written by Gabarit."))
        }
        var sums: [String: String] = [:]
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            sums[String(line.dropFirst(66))] = String(line.prefix(64))
        }
        return sums
    }

    private static func file(
        _ path: String, in folder: URL, _ sums: [String: String]
    ) throws(UnreadableSite) -> Data {
        guard SiteFolder.isSafe(path), let sum = sums[path],
            let data = try? Data(contentsOf: folder.appending(path: path), options: .mappedIfSafe)
        else { throw changed(path) }
        var found = SHA256()
        data.withUnsafeBytes { found.add($0) }
        guard found.digest() == sum else { throw changed(path) }
        return data
    }

    private static func changed(_ path: String) -> UnreadableSite {
        UnreadableSite(
            text: Text(
                fr: "Le fichier « \(path.prefix(100)) » du site manque ou a été modifié depuis qu’il a été écrit.",
                en: "The file “\(path.prefix(100))” of the site is missing, or was changed since it was written."))
    }
}
