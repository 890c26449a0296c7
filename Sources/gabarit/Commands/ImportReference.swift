import ArgumentParser
import Foundation
import Territories
import Texts

/// Communes, postcodes and contours from their official files.
struct ImportReference: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Les tables de référence.", subcommands: [Import.self])

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Importe communes, codes postaux et contours depuis leurs fichiers officiels.")

        @Argument(help: "Les fichiers : code officiel géographique, base des codes postaux, contours GeoJSON…")
        var files: [String]

        @OptionGroup var surroundings: Surroundings

        func run() throws {
            let summary = try Reference.importing(
                files: files.map(existingFile), into: surroundings.folder.appending(path: "reference"))
            say(summary.text.fr)
        }
    }
}
