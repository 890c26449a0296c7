import Store
import Access
import ArgumentParser
import Editions
import Foundation

/// What applications are given to see more than everybody.
struct Tokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract: "Donne, liste et retire les jetons des applications qui voient plus que le public.",
        subcommands: [Make.self, List.self, Revoke.self, Uses.self], defaultSubcommand: List.self)

    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "make", abstract: "Donne un jeton. Il est montré cette seule fois.")

        @Argument(help: "À quoi il sert, en quelques mots.") var name: String
        @Option(help: "Ce qu'il voit : public, commune, service ou territory.") var scope: String
        @Option(help: "Le code Insee de la commune, pour commune et service.") var commune = ""
        @Option(help: "Le nombre de demandes par minute.") var perMinute = 600
        @Option(help: "Le nombre de jours après lequel il ne vaut plus.") var days: Int?
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            guard let audience = Audience(scope: scope, commune: commune) else {
                throw Unusable(
                    fr: "La portée est public, territory, ou commune ou service avec --commune.",
                    en: "The scope is public, territory, or commune or service with --commune.")
            }
            guard (1...1_000_000).contains(perMinute), days.map({ (1...36_500).contains($0) }) ?? true else {
                throw Unusable(
                    fr: "Le nombre de demandes et celui des jours sont des nombres entiers positifs.",
                    en: "The number of requests and that of days are positive whole numbers.")
            }
            let tokens = try await AccessTokens(in: surroundings.store().database)
            let made = try await tokens.make(
                name: name, for: audience, perMinute: perMinute, at: Date(),
                until: days.map { Date().addingTimeInterval(Double($0) * 86_400) })
            print(made.secret)
            say("Jeton \(made.token.id). Notez-le maintenant : il n'est gardé nulle part.")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Les jetons donnés.")

        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            for token in try await AccessTokens(in: surroundings.store().database).all() {
                let state =
                    token.revokedAt != nil ? "retiré" : token.isValid(at: Date()) ? "valable" : "expiré"
                let (scope, commune) = token.audience.words
                let sees = commune.isEmpty ? scope : "\(scope) \(commune)"
                print([token.id, state, sees, "\(token.perMinute)/min", token.name].joined(separator: "\t"))
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "revoke", abstract: "Retire un jeton.")

        @Argument(help: "Le signe du jeton (t-…).") var id: String
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            guard try await AccessTokens(in: surroundings.store().database).revoke(id, at: Date()) else {
                throw Unusable(
                    fr: "Aucun jeton valable ne porte le signe « \(id) ».", en: "No valid token bears the sign “\(id)”."
                )
            }
            say("Le jeton \(id) ne vaut plus rien.")
        }
    }

    struct Uses: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "uses", abstract: "Ce qu'un jeton a demandé.")

        @Argument(help: "Le signe du jeton (t-…).") var id: String
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            for use in try await AccessTokens(in: surroundings.store().database).uses(of: id, limit: 1000) {
                print([use.at.formatted(.iso8601), "\(use.status)", "\(use.bytes)", use.path].joined(separator: "\t"))
            }
        }
    }
}
