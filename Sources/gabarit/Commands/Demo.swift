import Addresses
import ArgumentParser
import Catalog
import Foundation
import Pipeline
import Review
import Schemas
import Server
import Store
import Tables
import Territories
import Texts

/// A deliberately dirty territory, prepared and published, on a portal.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Prépare et publie un territoire d'exemple, volontairement sale, et ouvre son portail.")

    @Option(help: "Le port où ouvrir le portail.")
    var port = 8080

    @Flag(help: "S'arrête une fois tout publié, sans ouvrir le portail.")
    var prepareOnly = false

    @Option(help: ArgumentHelp("Le dossier de la démonstration ; il est vidé au départ.", valueName: "DIR"))
    var folder: String?

    func run() async throws {
        let files = try DemoFiles()
        let data = folder.map { URL(filePath: $0) } ?? URL.temporaryDirectory.appending(path: "gabarit-demo")
        try begin(in: data, with: files)
        let reference = Reference.load(dataFolder: data, assetsFolder: Installation.assets)
        let world = World(
            reference: reference, now: Date(), addresses: try files.addressBase(in: data, reference: reference))
        let store = try await ReleaseStore(folder: data)
        let total = try await publishAll(files, world, store, data)
        say("\n\(files.territory.name) : \(total.text)")
        say("Ce que chaque commune reçoit en retour : \(data.appending(path: "retours").path)")
        if prepareOnly { return }
        let port = port
        try await serve(
            store: store, publisher: files.territory.publisher(outlines: world.reference),
            configuration: ServerConfiguration(port: port, addresses: world.addresses)
        ) {
            say("\nLe portail est ouvert : http://127.0.0.1:\(port)/   (Ctrl-C pour arrêter)")
        }
    }

    /// A fresh folder: only one that an earlier demonstration made, or an empty one, is emptied.
    private func begin(in data: URL, with files: DemoFiles) throws {
        let mark = data.appending(path: ".gabarit-demo")
        let content = (try? FileManager.default.contentsOfDirectory(atPath: data.path)) ?? []
        guard content.isEmpty || FileManager.default.fileExists(atPath: mark.path) else {
            throw Unusable(
                fr:
                    "Le dossier « \(data.path) » contient autre chose qu'une démonstration. Donnez-en un autre avec --folder.",
                en: "The folder “\(data.path)” holds something other than a demonstration. Give another with --folder.")
        }
        try? FileManager.default.removeItem(at: data)
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        try Data().write(to: mark)
        try JSONEncoder().encode(files.territory).write(to: data.appending(path: "territory.json"))
    }

    private func publishAll(
        _ files: DemoFiles, _ world: World, _ store: ReleaseStore, _ data: URL
    ) async throws -> DemoTotal {
        var total = DemoTotal()
        var book = DecisionBook()
        for (number, sending) in files.sendings.enumerated() {
            let schema = try SchemaLibrary.schema(sending.schema)
            let sender = try world.commune(sending.commune)
            let prepared = try Preparation(schema: schema, sender: sender, world: world, book: book)
                .prepare(fileAt: sending.file)
            book = prepared.book
            let folder = data.appending(path: "retours/\(sender.code)/\(schema.name)")
            try prepared.write(to: folder, original: sending.file, version: gabaritVersion)
            let published = try await Publication(store: store, now: world.now)
                .publish(prepared, schemaDocument: SchemaLibrary.document(sending.schema), commune: sender.place)
            total.add(prepared.verdict)
            say(
                "[\(number + 1)/\(files.sendings.count)] \(sender.name), \(schema.title) : \(prepared.verdict.text.fr)"
                    + (published.heldBack.isEmpty ? "" : " (\(published.heldBack.count) retenues)"))
        }
        try book.write(to: data.appending(path: "decisions.json"))
        return total
    }
}

/// The figures of a whole territory.
private struct DemoTotal {
    private var files = 0, rows = 0, repaired = 0, questions = 0, toVerify = 0

    mutating func add(_ verdict: Verdict) {
        files += 1
        rows += verdict.rows
        repaired += verdict.repaired
        questions += verdict.questions
        toVerify += verdict.toVerify
    }

    var text: String {
        "\(files) fichiers, \(Text.rows(rows).fr), \(Text.number(repaired).fr) cellules réparées, "
            + "\(questions) questions, \(toVerify) adresses à vérifier."
    }
}

/// The workbooks of the demonstration, as their communes sent them.
private struct DemoFiles {
    let territory: Territory
    let sendings: [Sending]
    private let folder: URL

    struct Sending {
        let schema: String
        let commune: String
        let file: URL
    }

    init() throws {
        guard let folder = Installation.folderAbove("Examples/demo") else {
            throw Unusable(
                fr:
                    "Les classeurs d'exemple (Examples/demo) sont introuvables. Lancez la commande depuis le dossier du projet.",
                en:
                    "The example workbooks (Examples/demo) are not to be found. Run the command from the project's folder."
            )
        }
        self.folder = folder
        territory = try Territory.read(in: folder)
        sendings = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { schema in
            try Self.sendings(of: schema, in: folder.appending(path: schema))
        }
    }

    /// The addresses of the territory, built into the data folder as a commune's own base would be.
    func addressBase(in data: URL, reference: Reference) throws -> AddressIndex {
        let builder = IndexBuilder(reference: reference)
        try builder.add(folder.appending(path: "addresses.csv"))
        let index = AddressBase.file(in: data)
        try builder.write(to: index)
        return try AddressIndex(fileAt: index)
    }

    /// The files of one schema: `69029-bron.xlsx` is that of Bron.
    private static func sendings(of schema: String, in folder: URL) throws -> [Sending] {
        guard SchemaLibrary.names.contains(schema) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { name in
            guard let code = name.split(separator: "-").first, code.count == 5 else { return nil }
            return Sending(schema: schema, commune: String(code), file: folder.appending(path: name))
        }
    }
}
