import Editions
import ArgumentParser
import Catalog
import Foundation
import Pushing
import Server
import Texts

/// Publishes the datasets on data.gouv.fr.
struct PushCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "push", abstract: "Crée ou met à jour les jeux de données sur data.gouv.fr.",
        discussion: "La clé de l'API (data.gouv.fr, votre profil) est lue dans la variable DATAGOUV_API_KEY.")

    @Option(help: ArgumentHelp("L'adresse publique du portail, d'où les fichiers sont pris.", valueName: "URL"))
    var site: String

    @Option(help: ArgumentHelp("Le site où publier.", valueName: "URL"))
    var to = "https://www.data.gouv.fr"

    @Option(help: "L'identifiant de l'organisation ; sans lui, c'est le compte qui publie.")
    var organisation: String?

    @Option(help: "Seulement ce jeu de données (le nom du modèle).")
    var schema: String?

    @Flag(help: "Dit ce qui serait fait, et n'envoie rien.")
    var dryRun = false

    @OptionGroup var surroundings: Surroundings

    func run() async throws {
        let key = ProcessInfo.processInfo.environment["DATAGOUV_API_KEY"] ?? ""
        guard !key.isEmpty || dryRun else {
            throw Unusable(
                fr: "Donnez la clé de l'API dans la variable DATAGOUV_API_KEY (data.gouv.fr, votre profil, clé d'API).",
                en: "Give the API key in the variable DATAGOUV_API_KEY (data.gouv.fr, your profile, API key).")
        }
        guard let address = URL(string: to) else {
            throw Unusable(fr: "« \(to) » n'est pas une adresse.", en: "“\(to)” is no address.")
        }
        let publisher = try surroundings.publisher()
        let holdings = try await holdings(
            of: surroundings.store(), publisher: publisher, answers: surroundings.answers())
        let push = Push(
            platform: try DataGouv(address: address, key: key),
            memory: PushLedger(surroundings.folder.appending(path: "data-gouv.json")), publisher: holdings.publisher,
            site: site.hasSuffix("/") ? String(site.dropLast()) : site, organisation: organisation)
        var records: [DatasetRecord] = []
        for record in holdings.records where schema == nil || record.name == schema {
            var complete = record
            if let edition = try await holdings.edition(of: record.name) {
                complete.extent = edition.extent
                complete.content = ContentSummary(of: edition.table, schema: edition.schema)
            }
            records.append(complete)
        }
        let outcomes = await push.run(records, rehearsal: dryRun) { say($0.text.fr) }
        if outcomes.contains(where: \.hasFailed) { throw ExitCode(1) }
    }
}

extension PushError: Sentenced {
    var sentence: Text { text }
}
