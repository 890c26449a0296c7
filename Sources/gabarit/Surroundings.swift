import ArgumentParser
import Catalog
import Foundation
import Pipeline
import Review
import Store
import Territories
import Validation

/// What every command finds around it: the data folder with the reference tables, the decisions and the store.
struct Surroundings: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Le dossier des données (sinon $GABARIT_DATA, sinon ~/.local/share/gabarit).", valueName: "DIR"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "La base de données (postgres://…) ; sinon $GABARIT_DATABASE, sinon un fichier du dossier des données.",
            valueName: "URL"))
    var database: String?

    /// The address of a database beside the data folder, where one is named.
    private var databaseAddress: String? {
        let named = database ?? ProcessInfo.processInfo.environment["GABARIT_DATABASE"] ?? ""
        return named.isEmpty ? nil : named
    }

    /// Whether anything was ever kept in the store.
    var hasStore: Bool { databaseAddress != nil || ReleaseStore.exists(in: folder) }

    /// Where releases live: the database that is named, else the data folder.
    func store() async throws -> ReleaseStore {
        if let address = databaseAddress { return try await ReleaseStore(at: address) }
        return try await ReleaseStore(folder: folder)
    }

    /// Who publishes, with the outlines of the communes.
    func publisher() throws -> Publisher { try Territory.read(in: folder).publisher(outlines: reference) }

    /// What people said of the datasets that no model says.
    func answers() throws -> MetadataAnswers {
        guard let data = try? Data(contentsOf: answersFile) else { return MetadataAnswers() }
        guard let answers = try? JSONDecoder().decode(MetadataAnswers.self, from: data) else {
            throw Unusable(
                fr: "Le fichier metadata.json du dossier des données est illisible.",
                en: "The file metadata.json of the data folder cannot be read.")
        }
        return answers
    }

    /// Keeps what people said of the datasets.
    func keep(_ answers: MetadataAnswers) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(answers).write(to: answersFile, options: .atomic)
    }

    private var answersFile: URL { folder.appending(path: "metadata.json") }

    /// The data folder.
    var folder: URL {
        if let data { return URL(filePath: data) }
        if let data = ProcessInfo.processInfo.environment["GABARIT_DATA"], !data.isEmpty { return URL(filePath: data) }
        return FileManager.default.homeDirectoryForCurrentUser.appending(path: ".local/share/gabarit")
    }

    /// The file of remembered decisions, where none is named.
    var decisions: URL { folder.appending(path: "decisions.json") }

    /// What is known of the world now.
    func world() -> World { World(reference: reference, now: Date()) }

    /// What is known of the world now, with the addresses of an index that was named, or of that of the data folder.
    func world(_ base: AddressBase) throws -> World {
        try World(reference: reference, now: Date(), addresses: base.openIfThere(in: folder))
    }

    private var reference: Reference { Reference.load(dataFolder: folder, assetsFolder: Installation.assets) }
}

/// What was installed beside the program.
enum Installation {
    /// The folder of third-party files: `$GABARIT_ASSETS`, else `.assets` in a folder above.
    static var assets: URL? {
        if let path = ProcessInfo.processInfo.environment["GABARIT_ASSETS"] { return URL(filePath: path) }
        return folderAbove(".assets")
    }

    /// A folder of this name in the working folder, or in one above the program.
    static func folderAbove(_ name: String) -> URL? {
        var above = [URL(filePath: FileManager.default.currentDirectoryPath)]
        var folder = URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        for _ in 0..<6 {
            folder = folder.deletingLastPathComponent()
            above.append(folder)
        }
        return above.map { $0.appending(path: name) }.first { FileManager.default.fileExists(atPath: $0.path) }
    }
}

extension World {
    /// A validator of a schema, with the communes that are known.
    func validator(of document: Data) -> Validator {
        let reference = reference
        return Validator(document: document) { reference }
    }

    /// The commune of a code that somebody typed.
    func commune(_ code: String) throws -> Commune {
        guard let commune = reference.commune(code: code) else { throw Unusable.commune(code) }
        return commune
    }
}

extension Commune {
    /// The commune as a catalogue names it.
    var place: Place { Place(code: code, name: name) }
}

/// The file at a path, if it is there.
func existingFile(_ path: String) throws -> URL {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
        throw Unusable.missingFile(path)
    }
    return URL(filePath: path)
}
