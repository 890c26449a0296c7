import AddressAnswers
import ArgumentParser
import Foundation
import Texts

/// Locates addresses with no network: one, or those of a table.
struct Geocode: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "geocode", abstract: "Localise une adresse, ou celles d'un fichier CSV, sans réseau.")

    @Argument(help: "Le fichier CSV, ou une adresse entre guillemets.")
    var what: String

    @OptionGroup var base: AddressBase

    @Option(help: ArgumentHelp("Les colonnes de l'adresse, séparées par des virgules.", valueName: "A,B"))
    var columns: String?

    @Option(help: ArgumentHelp("La colonne du code Insee de la commune.", valueName: "COLUMN"))
    var citycode: String?

    @Option(help: ArgumentHelp("La colonne du code postal.", valueName: "COLUMN"))
    var postcode: String?

    @Option(help: ArgumentHelp("La colonne du nom de la commune.", valueName: "COLUMN"))
    var city: String?

    @Option(
        help: ArgumentHelp(
            "Où écrire (sinon NOM.geocoded.csv à côté du fichier ; « - » : la sortie standard).", valueName: "FILE"))
    var out: String?

    @Option(help: "Combien de réponses montrer pour une adresse.")
    var limit = 5

    @Flag(help: "Cherche l'adresse la plus proche : colonnes latitude et longitude, ou « 48.79,2.35 ».")
    var reverse = false

    @Flag(help: "Propose des adresses qui commencent ainsi.")
    var complete = false

    @Option(
        help: ArgumentHelp(
            "Un autre géocodeur, interrogé pour les seules adresses d'un fichier qui ne sont pas sûres (sinon aucun).",
            valueName: "URL"))
    var secondOpinion: String?

    @Flag(help: "Écrit la réponse en GeocodeJSON, dans la forme de l'API nationale ; les comptes, pour un fichier.")
    var json = false

    @Flag(help: "Parle anglais (in English).")
    var english = false

    @OptionGroup var surroundings: Surroundings

    var language: Language { english ? .english : .french }

    func validate() throws {
        guard (1...100).contains(limit) else { throw ValidationError("--limit : de 1 à 100.") }
    }

    func run() throws {
        if isFile {
            try locateTable(existingFile(what))
        } else {
            try locateOne(AddressDesk(base.open(in: surroundings.folder)))
        }
    }

    /// What is named is a file if there is one, or if it is named as one.
    private var isFile: Bool {
        let ending = URL(filePath: what).pathExtension.lowercased()
        return FileManager.default.fileExists(atPath: what) || ["csv", "tsv", "txt"].contains(ending)
    }
}
