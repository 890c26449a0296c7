import ArgumentParser
import Catalog
import Foundation
import Pipeline
import Review
import Schemas
import Store
import Territories
import Texts

/// Publishes files as the current releases of a commune.
struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Prépare un fichier et le publie.")

    @Argument(help: "Les fichiers. Chacun remplace la version publiée de ce modèle pour cette commune.")
    var files: [String]

    @Option(help: "Le modèle : son nom, ou le chemin d'un Table Schema.")
    var schema: String

    @Option(help: "Le code Insee de la commune.")
    var commune: String

    @Flag(help: "Publie même si l'essentiel de ce qui est publié disparaît.")
    var acceptLoss = false

    @Option(help: ArgumentHelp("Qui publie (pour l'historique interne).", valueName: "NOM"))
    var agent = ""

    @OptionGroup var base: AddressBase
    @OptionGroup var surroundings: Surroundings

    func run() async throws {
        let world = try surroundings.world(base)
        let sender = try world.commune(commune)
        let document = try SchemaLibrary.document(schema)
        let schema = try SchemaLibrary.schema(schema)
        var book = try DecisionBook(contentsOf: surroundings.decisions)
        let store = try await surroundings.store()
        let publication = Publication(store: store, now: world.now)
        var isDone = true
        for path in files {
            let file = try existingFile(path)
            let published = try await PublishedBeside(
                in: store, schema: schema.name, commune: sender.code, models: { try? SchemaLibrary.schema($0) })
            let prepared = try Preparation(
                schema: schema, sender: sender, world: world, book: book, published: published,
                validator: world.validator(of: document)
            ).prepare(fileAt: file, progress: Progress(name: file.lastPathComponent).show)
            if prepared.book != book {
                book = prepared.book
                try book.write(to: surroundings.decisions)
            }
            let done: Publication.Published
            do {
                done = try await publication.publish(
                    prepared, schemaDocument: document, commune: sender.place, agent: agent, acceptingLoss: acceptLoss)
            } catch StoreError.loss(let difference) {
                throw Unusable.loss(difference, file: file.lastPathComponent)
            }
            print("released \(schema.name) \(sender.code) \(done.release.id)")
            say(prepared.verdict.text.fr)
            say(done.difference.sentence.fr)
            if !done.heldBack.isEmpty {
                let rows = done.heldBack.prefix(20).map(String.init).joined(separator: ", ")
                say("Lignes retenues, car il y manque un champ obligatoire : \(rows)")
            }
            isDone = isDone && prepared.verdict.isValid && done.heldBack.isEmpty
        }
        if !isDone { throw ExitCode(1) }
    }
}
