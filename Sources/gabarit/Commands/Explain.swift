import ArgumentParser
import Foundation
import Pipeline
import Review
import Schemas
import Tables
import Texts

/// What each room did to one cell.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Raconte ce que chaque étape a fait d'une cellule.")

    @Argument(help: "Le fichier.")
    var file: String

    @Argument(help: "La cellule, comme le tableur la nomme (B12).")
    var cell: String

    @Option(help: "Le modèle : son nom, ou le chemin d'un Table Schema.")
    var schema: String

    @Option(help: "Le code Insee de la commune qui envoie le fichier.")
    var commune: String?

    @OptionGroup var base: AddressBase
    @OptionGroup var surroundings: Surroundings

    func run() throws {
        guard let address = CellAddress(cell) else {
            throw Unusable(
                fr: "« \(cell) » n'est pas une cellule. Écrivez une colonne et une ligne, comme B12.",
                en: "“\(cell)” is not a cell. Write a column and a row, such as B12.")
        }
        let schema = try SchemaLibrary.schema(schema)
        let world = try surroundings.world(base)
        let preparation = Preparation(
            schema: schema, sender: try commune.map(world.commune), world: world,
            book: try DecisionBook(contentsOf: surroundings.decisions))
        let prepared = try preparation.prepare(fileAt: existingFile(file))
        for line in Explanation(of: address, in: prepared).lines { print(line.fr) }
    }
}
