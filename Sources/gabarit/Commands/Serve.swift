import ArgumentParser
import Catalog
import Foundation
import Pipeline
import Server
import Store

/// Serves the portal of a data folder.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Ouvre le portail.")

    @Option(help: "L'adresse où écouter.")
    var host = "127.0.0.1"

    @Option(help: "Le port où écouter.")
    var port = 8080

    @Option(
        help: ArgumentHelp("L'adresse sous laquelle le public connaît le site (https://…).", valueName: "URL"))
    var publicAddress: String?

    @OptionGroup var base: AddressBase

    @OptionGroup var surroundings: Surroundings

    func run() async throws {
        let store = try await surroundings.store()
        let publisher = try surroundings.publisher()
        let addresses = try base.openIfThere(in: surroundings.folder)
        let (host, port) = (host, port)
        let publicAddress = publicAddress.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        let answers = try surroundings.answers()
        try await serve(
            store: store, publisher: publisher,
            configuration: ServerConfiguration(
                host: host, port: port, publicAddress: publicAddress, addresses: addresses, answers: answers)
        ) {
            say("Le portail est ouvert : http://\(host):\(port)/")
        }
    }
}
