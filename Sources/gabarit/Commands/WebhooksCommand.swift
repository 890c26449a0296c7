import Access
import ArgumentParser
import Foundation
import Store

/// Who is told of every change.
struct WebhooksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhooks", abstract: "Prévient des applications à chaque changement.",
        subcommands: [Add.self, List.self, Remove.self], defaultSubcommand: List.self)

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Ajoute une adresse. Le secret de ses signatures est montré cette seule fois."
        )

        @Argument(help: "L'adresse (https://…).") var address: String
        @Option(help: "Seulement les changements de ce modèle.") var schema = ""
        @Flag(help: "Envoie aussi tout ce qui est publié déjà.") var fromStart = false
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            let url = URL(string: address)
            // What stands before an @ is read as the site by people, and is none.
            let host = url?.user == nil ? url?.host ?? "" : ""
            let isHere = ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host)
            guard !host.isEmpty, address.hasPrefix("https://") || address.hasPrefix("http://") && isHere else {
                throw Unusable(
                    fr: "L'adresse doit commencer par https://.", en: "The address must begin with https://.")
            }
            let store = try await surroundings.store()
            let hook = try await Webhooks(in: store.database).add(
                address, schema: schema, after: fromStart ? 0 : store.lastCursor(), at: Date())
            print(hook.secret)
            say("Adresse \(hook.id). Notez le secret maintenant : il signe chaque message.")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Les adresses prévenues.")

        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            for hook in try await Webhooks(in: surroundings.store().database).all() {
                let state =
                    hook.stoppedAt != nil
                    ? "abandonnée" : hook.failures > 0 ? "\(hook.failures) échecs" : "à jour jusqu'à \(hook.cursor)"
                print([hook.id, state, hook.schema, hook.address].joined(separator: "\t"))
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "remove", abstract: "Retire une adresse.")

        @Argument(help: "Le signe de l'adresse (w-…).") var id: String
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            guard try await Webhooks(in: surroundings.store().database).remove(id) else {
                throw Unusable(
                    fr: "Aucune adresse ne porte le signe « \(id) ».", en: "No address bears the sign “\(id)”.")
            }
        }
    }
}
