import ArgumentParser
import Catalog
import Editions
import Exports
import Foundation
import Schemas
import Server
import Store
import Tables
import Texts

/// Everything that is published, as files that need no server.
struct Site: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Écrit tout ce qui est publié en un site de fichiers, qui se passe de serveur, et le relit.",
        subcommands: [Write.self, Read.self])

    struct Write: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "write", abstract: "Écrit le site : pages, fichiers, modèles, sommes de contrôle.")

        @Option(help: ArgumentHelp("Le dossier du site ; un site plus ancien y est remplacé.", valueName: "DIR"))
        var out: String
        @Option(help: ArgumentHelp("L'adresse sous laquelle le site sera connu (https://…).", valueName: "URL"))
        var publicAddress: String?
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            let store = try await surroundings.store()
            let publisher = try surroundings.publisher()
            let answers = try surroundings.answers()
            let pages = try await StaticPages.collect(
                store: store, publisher: publisher, answers: answers,
                publicAddress: publicAddress.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 })
            let holdings = try await holdings(of: store, publisher: publisher, answers: answers)
            let files: [SiteFile]
            do {
                files = try await StaticSite(holdings).write(to: URL(filePath: out), pages: pages.keys.sorted()) {
                    pages[$0] ?? Data()
                }
            } catch let error as UnwritableFile {
                throw Unusable(fr: error.text.fr, en: error.text.en)
            }
            say(Text.count(files.count, fr: ("fichier écrit", "fichiers écrits"), en: ("file", "files")).fr)
        }
    }

    struct Read: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "read", abstract: "Publie de nouveau ce qu'un site de fichiers contient, à l'identique.")

        @Argument(help: "Le dossier du site.") var folder: String
        @OptionGroup var surroundings: Surroundings

        func run() async throws {
            let site: (manifest: SiteManifest, datasets: [SiteDataset])
            do {
                site = try StaticSite.read(from: URL(filePath: folder))
            } catch {
                throw Unusable(fr: error.text.fr, en: error.text.en)
            }
            let store = try await surroundings.store()
            for dataset in site.datasets {
                for (owner, release) in dataset.entry.releases.enumerated() {
                    let rows = dataset.state.owners.indices.filter { dataset.state.owners[$0] == UInt32(owner) }
                    let done = try await store.take(
                        release, rows: dataset.state.table.keeping(rows: rows),
                        uids: rows.map { dataset.state.uids[$0] },
                        schemaDocument: dataset.model)
                    if done { print("released \(release.schema) \(release.commune.code) \(release.id)") }
                }
            }
        }
    }
}
