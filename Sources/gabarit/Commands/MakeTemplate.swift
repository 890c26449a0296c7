import ArgumentParser
import Foundation
import Intake
import Pipeline
import Repairs
import Review
import Schemas
import Tables
import Templates
import Territories

/// The workbook to fill in: the *gabarit* itself.
struct MakeTemplate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Écrit le classeur à remplir d'un modèle, prérempli pour une commune.")

    @Option(help: "Le modèle : son nom, ou le chemin d'un Table Schema.")
    var schema: String

    @Option(help: "Le code Insee de la commune.")
    var commune: String?

    @Option(help: ArgumentHelp("Des lignes déjà connues, qui viennent en premier.", valueName: "data.csv"))
    var rows: String?

    @Option(help: ArgumentHelp("Le classeur à écrire.", valueName: "FILE.xlsx"))
    var out: String

    @OptionGroup var surroundings: Surroundings

    func run() throws {
        let schema = try SchemaLibrary.schema(schema)
        let world = surroundings.world()
        let sender = try commune.map(world.commune)
        let known = try rows.map { path in
            try Preparation(schema: schema, sender: sender, world: world).prepare(fileAt: existingFile(path)).reviewed
                .clean
        }
        let template = Template(
            schema: schema,
            commune: sender.map { TemplateCommune(name: $0.name, code: $0.code, postcodes: $0.postcodes) }, rows: known,
            nextNumber: try nextNumber(schema, sender))
        do {
            try template.write(to: URL(filePath: out))
        } catch {
            throw Unusable.unwritable(out, error)
        }
        say("Classeur écrit : \(out)")
    }

    /// The number after the last one that was given to an object of the commune.
    private func nextNumber(_ schema: Schema, _ commune: Commune?) throws -> Int {
        let register = try DecisionBook(contentsOf: surroundings.decisions).identifiers[schema.name]
        return (register?.highest["\(schema.additions.trigram ?? "")-\(commune?.code ?? "")"] ?? 0) + 1
    }
}
