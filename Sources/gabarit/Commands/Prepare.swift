import ArgumentParser
import Foundation
import Pipeline
import Review
import Schemas
import Store
import Territories
import Texts

/// Repairs a file, and writes what comes back to its sender.
struct Prepare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare", abstract: "Lit, répare, localise un fichier, et écrit ce qui revient à son envoyeur.")

    @Argument(help: "Les fichiers : tableur, CSV, GeoJSON, Shapefile, GeoPackage…")
    var files: [String]

    @Option(help: "Le modèle : son nom, ou le chemin d'un Table Schema.")
    var schema: String

    @Option(help: "Le code Insee de la commune qui envoie le fichier.")
    var commune: String?

    @Option(
        help: ArgumentHelp("Le fichier des décisions retenues (sinon celui du dossier des données).", valueName: "FILE")
    )
    var decisions: String?

    @Option(help: ArgumentHelp("Où écrire (sinon un dossier à côté du fichier).", valueName: "DIR"))
    var out: String?

    @Flag(help: "Écrit report.json sur la sortie standard, et rien d'autre.")
    var json = false

    @OptionGroup var base: AddressBase
    @OptionGroup var surroundings: Surroundings

    func run() async throws {
        let document = try SchemaLibrary.document(schema)
        let schema = try SchemaLibrary.schema(schema)
        let world = try surroundings.world(base)
        let sender = try commune.map(world.commune)
        let bookFile = decisions.map { URL(filePath: $0) } ?? surroundings.decisions
        var book = try DecisionBook(contentsOf: bookFile)
        let published = if let sender { try await published(schema, sender) } else { PublishedBeside() }
        var isDone = true
        for path in files {
            let file = try existingFile(path)
            let preparation = Preparation(
                schema: schema, sender: sender, world: world, book: book, published: published,
                validator: world.validator(of: document))
            let prepared = try preparation.prepare(fileAt: file, progress: Progress(name: file.lastPathComponent).show)
            let folder = outputFolder(for: file)
            do {
                try prepared.write(to: folder, original: file, version: gabaritVersion)
            } catch {
                throw Unusable.unwritable(folder.path, error)
            }
            if prepared.book != book {
                book = prepared.book
                try book.write(to: bookFile)
            }
            if json { print(try prepared.report(version: gabaritVersion)) }
            tell(prepared, folder)
            isDone = isDone && prepared.verdict.isValid
        }
        if !isDone { throw ExitCode(1) }
    }

    /// What is published already of the commune, where anything was.
    private func published(_ schema: Schema, _ sender: Commune) async throws -> PublishedBeside {
        guard surroundings.hasStore else { return PublishedBeside() }
        return try await PublishedBeside(
            in: surroundings.store(), schema: schema.name, commune: sender.code,
            models: { try? SchemaLibrary.schema($0) })
    }

    private func outputFolder(for file: URL) -> URL {
        let beside = file.deletingPathExtension().lastPathComponent + "-gabarit"
        guard let out else { return file.deletingLastPathComponent().appending(path: beside) }
        return files.count == 1 ? URL(filePath: out) : URL(filePath: out).appending(path: beside)
    }

    private func tell(_ prepared: Prepared, _ folder: URL) {
        say("Résultat dans \(folder.path) : data.csv, data.geojson, corrected.xlsx, report.html, report.json")
        if prepared.answered > 0 { say("\(prepared.answered) réponse(s) lue(s) et retenue(s).") }
        if json { say(prepared.verdict.text.fr) } else { print(prepared.verdict.text.fr) }
    }
}
