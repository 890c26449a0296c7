import ArgumentParser
import Foundation
import Schemas
import Territories
import Texts
import Validation

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

    @Flag(help: "Parle anglais (in English).")
    var english = false

    @OptionGroup var surroundings: Surroundings

    func run() throws {
        let document = try SchemaLibrary.document(schema)
        let folder = surroundings.folder
        let validator = Validator(document: document) {
            Reference.load(dataFolder: folder, assetsFolder: Installation.assets)
        }
        let verdict = try validator.verdict(onFileAt: existingFile(file))
        if json {
            try verdict.writeJSON { FileHandle.standardOutput.write(Data($0)) }
            print()
        } else {
            tell(verdict)
        }
        if !verdict.isValid { throw ExitCode(1) }
    }

    private func tell(_ verdict: Verdict) {
        let language: Language = english ? .english : .french
        for line in verdict.summary() { print(line.in(language)) }
    }
}
