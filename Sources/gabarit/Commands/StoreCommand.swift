import ArgumentParser
import Foundation
import Store
import Texts

/// The store as a whole.
struct StoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store", abstract: "Copie tout ce qui est publié d'une base dans une autre.",
        subcommands: [Copy.self])

    struct Copy: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "copy",
            abstract: "Copie une base dans une base vide, avec tout son historique, d'un moteur à l'autre.")

        @Option(help: ArgumentHelp("La base de départ : un dossier des données, ou postgres://…", valueName: "BASE"))
        var from: String

        @Option(help: ArgumentHelp("La base d'arrivée, vide : un dossier, ou postgres://…", valueName: "BASE"))
        var to: String

        func run() async throws {
            let isFolder = !from.contains("://")
            guard !isFolder || ReleaseStore.exists(in: URL(filePath: from)) else {
                throw Unusable(
                    fr: "Le dossier « \(from) » ne contient pas de base.", en: "The folder “\(from)” holds no database."
                )
            }
            let (source, target) = (try await ReleaseStore(at: from), try await ReleaseStore(at: to))
            let line = CountLine()
            try await source.copy(to: target) { line.show($0) }
            line.end()
            try await source.close()
            try await target.close()
        }
    }
}

/// A line on the terminal that counts rows while they are copied.
private final class CountLine: Sendable {
    private let isTerminal = isatty(STDERR_FILENO) == 1

    func show(_ rows: Int) {
        if isTerminal { FileHandle.standardError.write(Data("\r\(Text.rows(rows).fr)".utf8)) }
    }

    func end() { say(isTerminal ? "\nLa copie est complète." : "La copie est complète.") }
}
