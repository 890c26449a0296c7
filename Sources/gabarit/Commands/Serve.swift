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

    @OptionGroup var base: AddressBase

    @OptionGroup var surroundings: Surroundings

    func run() async throws {
        let store = try await surroundings.store()
        let publisher = try Territory.read(in: surroundings.folder)
            .publisher(outlines: surroundings.world().reference)
        let addresses = try base.openIfThere(in: surroundings.folder)
        let (host, port) = (host, port)
        try await serve(
            store: store, publisher: publisher,
            configuration: ServerConfiguration(host: host, port: port, addresses: addresses)
        ) {
            say("Le portail est ouvert : http://\(host):\(port)/")
        }
    }
}
