import ArgumentParser
import Catalog
import Foundation
import Store
import Territories
import Texts

/// What was published, and going back.
struct Releases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "releases",
        abstract: "Liste ce qui a été publié, revient à un état plus ancien, dit que rien n'a changé.",
        subcommands: [List.self, Restore.self, Confirm.self, Origins.self, Erase.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Les publications : les actuelles, ou toutes celles d'une commune.")

        @Option(help: "Le modèle.") var schema: String?
        @Option(help: "Le code Insee de la commune ; avec le modèle, montre tout l'historique.") var commune: String?
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            let store = try await surroundings.store()
            let releases: [Release]
            if let schema, let commune {
                releases = try await store.history(schema: schema, commune: commune)
            } else {
                releases = try await store.internalReleases().filter {
                    (schema == nil || $0.schema == schema) && (commune == nil || $0.commune.code == commune)
                }
            }
            for release in releases {
                let kind =
                    switch release.kind {
                    case .arrival: release.file
                    case .restoration: "retour en arrière"
                    case .confirmation: "rien n'a changé"
                    case .erasure: "valeur effacée du passé"
                    }
                let facts = [
                    release.id, release.schema, release.commune.code, release.publishedAt.formatted(.iso8601),
                    "\(release.rowCount)", kind, release.agent,
                ]
                print(facts.joined(separator: "\t"))
            }
        }
    }

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restore", abstract: "Republie l'état d'une publication plus ancienne.")

        @Argument(help: "Le signe de la publication, comme « gabarit releases list » le montre.") var release: String
        @Option(help: ArgumentHelp("Qui le demande (pour l'historique interne).", valueName: "NOM")) var agent = ""
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            let done = try await surroundings.store().restore(release: release, at: Date(), agent: agent)
            guard let done else { throw Unusable.release(release) }
            print("released \(done.schema) \(done.commune.code) \(done.id)")
        }
    }

    struct Confirm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm", abstract: "Dit que rien n'a changé : les mêmes lignes, avec la date du jour.")

        @Option(help: "Le modèle.") var schema: String
        @Option(help: "Le code Insee de la commune.") var commune: String
        @Option(help: ArgumentHelp("Qui le dit (pour l'historique interne).", valueName: "NOM")) var agent = ""
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            let done = try await surroundings.store().confirm(
                schema: schema, commune: commune, at: Date(), agent: agent)
            guard let done else { throw Unusable.unpublished(schema, commune) }
            print("released \(done.schema) \(done.commune.code) \(done.id)")
        }
    }

    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "erase",
            abstract: "Efface du passé ce qui n'aurait jamais dû être publié, une fois le fichier corrigé renvoyé.")

        @Argument(help: "L'identifiant de l'objet.") var uid: String
        @Option(help: "Le modèle.") var schema: String
        @Option(help: "Le champ.") var field: String
        @Option(help: ArgumentHelp("Qui le demande (pour l'historique interne).", valueName: "NOM")) var agent = ""
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            let store = try await surroundings.store()
            let count = try await store.erase(field: field, of: uid, schema: schema, agent: agent)
            guard count > 0 else {
                throw Unusable(
                    fr: """
                        Rien à effacer : aucun état passé de « \(uid) » ne dit autre chose dans « \(field) » que ce qui est \
                        publié. Si la valeur l'est encore, renvoyez d'abord le fichier corrigé.
                        """,
                    en: """
                        Nothing to erase: no past state of “\(uid)” says anything else in “\(field)” than what is \
                        published. If the value still is, send the corrected file first.
                        """)
            }
            say(Text.count(count, fr: ("état effacé", "états effacés"), en: ("state", "states")).fr)
        }
    }

    struct Origins: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "origins", abstract: "D'où vient chaque valeur d'un objet : fichier, ligne, réparation.")

        @Argument(help: "L'identifiant de l'objet.") var uid: String
        @Option(help: "Le modèle.") var schema: String
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            let origins = try await surroundings.store().internalOrigins(of: uid, schema: schema)
            guard !origins.isEmpty else {
                throw Unusable(
                    fr: "Aucun objet publié du modèle « \(schema) » ne porte l'identifiant « \(uid) ».",
                    en: "No published object of the schema “\(schema)” bears the identifier “\(uid)”.")
            }
            for origin in origins {
                let repair =
                    origin.repair.map { "réparé de « \($0.before ?? "") » (\($0.rule ?? ""))" } ?? "tel qu'envoyé"
                let facts = [
                    origin.field, origin.value, origin.date.formatted(.iso8601), origin.file, "ligne \(origin.row)",
                    origin.agent, repair,
                ]
                print(facts.joined(separator: "\t"))
            }
        }
    }
}
