import Addresses
import ArgumentParser
import Dispatch
import Foundation
import Synchronization
import Territories
import Texts

/// The address base: built once, then searched without a network.
struct AddressesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "addresses", abstract: "La base d'adresses, cherchée sans réseau.",
        subcommands: [Build.self, Show.self])

    struct Build: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Construit l'index d'adresses à partir des fichiers de la BAN, de lieux-dits ou de BAL.")

        @Argument(help: "Les fichiers CSV, compressés (.gz) ou non : BAN, lieux-dits, BAL 1.3 à 1.5.")
        var files: [String]

        @Option(help: ArgumentHelp("L'index (sinon adresses.index du dossier des données).", valueName: "INDEX"))
        var out: String?

        @Flag(help: "Parle anglais (in English).")
        var english = false

        @OptionGroup var surroundings: Surroundings

        func run() throws {
            let files = try files.map(existingFile)
            let index = out.map { URL(filePath: $0) } ?? AddressBase.file(in: surroundings.folder)
            let language: Language = english ? .english : .french
            let interruption = Interruption()
            let builder = IndexBuilder(
                reference: Reference.load(dataFolder: surroundings.folder, assetsFolder: Installation.assets))
            for file in files {
                let line = ProgressLine(file.lastPathComponent)
                try builder.add(file) { share in
                    line.show(share: share)
                    return !interruption.isAsked
                }
                line.end()
            }
            if interruption.isAsked { throw AddressBaseError.cancelled }
            say(Text(fr: "Écriture de l'index…", en: "Writing the index…").in(language))
            try builder.write(to: index)
            for line in builder.skipped.first { say(line.sentence.in(language)) }
            print(try summary(AddressIndex(fileAt: index)).in(language))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Dit de quoi un index d'adresses est fait.")

        @Argument(help: "L'index (sinon adresses.index du dossier des données).")
        var index: String?

        @Flag(help: "Parle anglais (in English).")
        var english = false

        @OptionGroup var surroundings: Surroundings

        func run() throws {
            let file = index.map { URL(filePath: $0) } ?? AddressBase.file(in: surroundings.folder)
            let index = try AddressIndex(fileAt: file)
            let language: Language = english ? .english : .french
            let about = Text(
                fr: "Construit le \(index.about.day) à partir de : \(index.about.sources.joined(separator: ", ")).",
                en: "Built on \(index.about.day) from: \(index.about.sources.joined(separator: ", ")).")
            print(about.in(language))
            print(summary(index).in(language))
        }
    }

    /// « 138 282 adresses, 7 923 voies, 47 communes, 0 ligne ignorée »
    static func summary(_ index: AddressIndex) -> Text {
        let parts = [
            Text.count(index.addressCount, fr: ("adresse", "adresses"), en: ("address", "addresses")),
            Text.count(index.streetCount, fr: ("voie", "voies"), en: ("street", "streets")),
            Text.count(index.communeCount, fr: ("commune", "communes"), en: ("commune", "communes")),
            Text.count(
                index.about.skipped, fr: ("ligne ignorée", "lignes ignorées"), en: ("line skipped", "lines skipped")),
        ]
        return Text(
            fr: parts.map(\.fr).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
    }
}

private func summary(_ index: AddressIndex) -> Text { AddressesCommand.summary(index) }

/// Whether the person asked to stop (Ctrl-C, or a polite kill): the work ends where nothing is half done.
// The sources are made once and never touched again.
final class Interruption: @unchecked Sendable {
    private let asked = Mutex(false)
    private let sources: [any DispatchSourceSignal]

    /// Whether it was asked.
    var isAsked: Bool { asked.withLock { $0 } }

    init() {
        sources = [SIGINT, SIGTERM].map { signal in
            Foundation.signal(signal, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: signal, queue: .global())
        }
        for source in sources {
            source.setEventHandler { [weak self] in self?.asked.withLock { $0 = true } }
            source.resume()
        }
    }
}
