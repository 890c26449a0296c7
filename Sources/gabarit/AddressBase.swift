import Addresses
import ArgumentParser
import Foundation
import Texts

/// Where the address base of a command is: the index that was named, else that of the data folder.
struct AddressBase: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "L'index d'adresses (sinon adresses.index du dossier des données).", valueName: "INDEX"))
    var addresses: String?

    /// The file of the index.
    func file(in folder: URL) -> URL { addresses.map { URL(filePath: $0) } ?? Self.file(in: folder) }

    /// The index of a data folder, where `gabarit addresses build` puts it.
    static func file(in folder: URL) -> URL { folder.appending(path: "adresses.index") }

    /// The index, which must be there.
    func open(in folder: URL) throws -> AddressIndex {
        let file = file(in: folder)
        guard FileManager.default.fileExists(atPath: file.path) else { throw Unusable.addressBase(file.path) }
        return try AddressIndex(fileAt: file)
    }

    /// The index, if there is one: only one that was named must be there.
    func openIfThere(in folder: URL) throws -> AddressIndex? {
        let isThere = FileManager.default.fileExists(atPath: file(in: folder).path)
        return addresses == nil && !isThere ? nil : try open(in: folder)
    }
}

extension AddressBaseError: Sentenced {}

extension Unusable {
    static func addressBase(_ path: String) -> Unusable {
        Unusable(
            fr: """
                Il n'y a pas d'index d'adresses « \(path) ». Construisez-le avec « gabarit addresses build FICHIERS » à \
                partir de la Base adresse nationale (adresse.data.gouv.fr, un fichier par département).
                """,
            en: """
                There is no index of addresses “\(path)”. Build one with “gabarit addresses build FILES” from the \
                national address base (adresse.data.gouv.fr, one file per département).
                """)
    }
}
