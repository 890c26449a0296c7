import ArgumentParser
import Foundation
import Schemas

/// The models that Gabarit ships.
struct Schemas: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schemas", abstract: "Montre les modèles.", subcommands: [List.self, Show.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Nomme les modèles livrés.")

        func run() throws {
            for schema in try SchemaLibrary.all() { print("\(schema.name)\t\(schema.version)\t\(schema.title)") }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Montre un modèle, champ par champ.")

        @Argument(help: "Le nom du modèle, ou le chemin d'un Table Schema.")
        var id: String

        @Flag(help: "Écrit le Table Schema.")
        var json = false

        func run() throws {
            if json {
                print(String(decoding: try SchemaLibrary.document(id), as: UTF8.self))
                return
            }
            let schema = try SchemaLibrary.schema(id)
            print("\(schema.title) (\(schema.name) \(schema.version))\n\(schema.description)\n")
            for field in schema.fields {
                let need = field.isRequired ? " (obligatoire)" : field.expected ? " (attendu)" : ""
                print("\(field.name)\(need) : \(field.title). \(field.description)")
                if field.visibility != .public { print("    N'est pas public : \(field.visibility.readers).") }
                if field.meaning == .rowVisibility { print("    Dit qui voit la ligne ; vide : tout le monde.") }
                if !field.codes.isEmpty { print("    Valeurs : \(field.codes.map(\.value).joined(separator: ", "))") }
                if let example = field.example { print("    Exemple : \(example)") }
            }
        }
    }
}

extension Field.Visibility {
    /// Who reads it.
    fileprivate var readers: String {
        switch self {
        case .public: "pour tout le monde"
        case .commune: "pour les agents de la commune"
        case .territory: "pour les agents du territoire et de la commune"
        case .service: "pour un service de la commune"
        }
    }
}
