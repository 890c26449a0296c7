import ArgumentParser
import Foundation
import Tables
import Texts

/// The command. One file a subcommand, in `Commands/`.
@main
struct Gabarit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gabarit",
        abstract: "Des tableurs des communes à un jeu de données propre, localisé et publié.",
        version: gabaritVersion,
        subcommands: [
            Demo.self, Prepare.self, Check.self, MakeTemplate.self, Publish.self, Serve.self,
            Releases.self, StoreCommand.self, Tokens.self, WebhooksCommand.self, MetadataCommand.self, Site.self,
            PushCommand.self,
            AddressesCommand.self, Geocode.self, Explain.self, Decisions.self,
            Schemas.self,
            ImportReference.self, Docs.self,
        ])

    /// Exit status 0: nothing left to do; 1: questions or errors remain; 2: the file or the arguments cannot be used.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            leave(with: error)
        }
    }

    private static func leave(with error: any Error) -> Never {
        if let sentence = (error as? any Sentenced)?.sentence {
            say(sentence.fr)
            Foundation.exit(2)
        }
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        if code == .success {
            print(message)
        } else if !message.isEmpty {
            say(message)
        }
        // The argument parser says 64 for arguments that cannot be used; here that is 2.
        Foundation.exit(code == .validationFailure ? 2 : code == .failure && !(error is ExitCode) ? 2 : code.rawValue)
    }
}

/// Words for people go to standard error.
func say(_ words: String) {
    FileHandle.standardError.write(Data((words + "\n").utf8))
}
