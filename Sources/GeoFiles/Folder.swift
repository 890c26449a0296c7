import Foundation
import Tables
import Texts

/// A folder of its own for one file, which goes when the file has been read.
struct Folder {
    let url: URL

    init() throws(UnreadableFile) {
        url = FileManager.default.temporaryDirectory.appending(path: "gabarit-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw UnreadableFile(
                Text(
                    fr: "Le disque de la machine est plein ou protégé : le fichier n’a pas pu être lu.",
                    en: "The disk of the machine is full or protected: the file could not be read."))
        }
    }

    func remove() { try? FileManager.default.removeItem(at: url) }
}
