import ArgumentParser
import Foundation
import Pipeline
import Schemas

/// The verdict on a file as it stands.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Dit si un fichier respecte un modèle, sans rien changer.")

    @Argument(help: "Le fichier.")
    var file: String

    @Option(help: "Le modèle : son nom, ou le chemin d'un Table Schema.")
    var schema: String

    @Flag(help: "Écrit le rapport sur la sortie standard, dans la forme de celui de Validata.")
    var json = false

    @OptionGroup var surroundings: Surroundings

    func run() throws {
        let schema = try SchemaLibrary.schema(schema)
        let verdict = try Verification.verify(
            fileAt: existingFile(file), schema: schema, world: surroundings.world())
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(verdict), as: UTF8.self))
        } else {
            tell(verdict)
        }
        if !verdict.valid { throw ExitCode(1) }
    }

    private func tell(_ verdict: Verification) {
        for warning in verdict.warnings { print(warning) }
        for fault in verdict.errors.prefix(100) {
            let place = fault.rowNumber.map { "Ligne \($0), « \(fault.fieldName ?? "") » : " } ?? ""
            print(place + fault.message)
        }
        if verdict.errors.count > 100 { print("… et \(verdict.errors.count - 100) autres.") }
        print(verdict.valid ? "Tout est bon." : "\(verdict.errors.count) erreur(s).")
    }
}
