public import Foundation
public import Texts

/// The models that Gabarit ships, and any Table Schema on disk.
public enum SchemaLibrary {
    /// The identifiers of the shipped models, in alphabetical order.
    public static var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }

    /// The shipped models.
    public static func all() throws -> [Schema] { try names.map(schema) }

    /// A shipped model by its identifier, or a Table Schema by the path of its file.
    public static func schema(_ nameOrPath: String) throws -> Schema {
        let data = try document(nameOrPath)
        do {
            var schema = try JSONDecoder().decode(Schema.self, from: data)
            if schema.name.isEmpty {
                schema.name = URL(fileURLWithPath: nameOrPath).deletingPathExtension().lastPathComponent
            }
            return schema
        } catch {
            throw unreadable(nameOrPath)
        }
    }

    /// The JSON document of a model, as it is written.
    public static func document(_ nameOrPath: String) throws -> Data {
        let shipped = folder.appendingPathComponent(nameOrPath + ".json")
        if names.contains(nameOrPath), let data = try? Data(contentsOf: shipped) { return data }
        if let data = try? Data(contentsOf: URL(fileURLWithPath: nameOrPath)) {
            guard (try? JSONSerialization.jsonObject(with: data)) is [String: Any] else { throw unreadable(nameOrPath) }
            return data
        }
        throw UnusableSchema(
            Text(
                fr: """
                    Le modèle « \(nameOrPath) » n'existe pas. Les modèles livrés : \(names.joined(separator: ", ")). \
                    On peut aussi donner le chemin d'un fichier Table Schema.
                    """,
                en: """
                    There is no schema “\(nameOrPath)”. Shipped ones: \(names.joined(separator: ", ")). \
                    The path of a Table Schema file works too.
                    """))
    }

    private static func unreadable(_ nameOrPath: String) -> UnusableSchema {
        UnusableSchema(
            Text(
                fr: """
                    Le modèle « \(nameOrPath) » n'est pas un Table Schema lisible. Vérifiez que le fichier est entier, et \
                    qu'il contient la liste « fields ».
                    """,
                en: """
                    The schema “\(nameOrPath)” is not a readable Table Schema. Check that the file is whole, and that it \
                    holds the list “fields”.
                    """))
    }

    private static let folder = Bundle.module.bundleURL.appendingPathComponent("Models")
}

/// A schema that cannot be found or read. The sentence says which ones exist.
public struct UnusableSchema: Error, Sendable, CustomStringConvertible {
    /// What to tell the caller.
    public let text: Text

    /// An unusable schema.
    public init(_ text: Text) { self.text = text }

    public var description: String { text.fr }
}
