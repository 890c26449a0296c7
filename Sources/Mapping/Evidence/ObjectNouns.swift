import Schemas
import Spelling

/// What the objects of a schema are called: `Adresse du jardin` is the address, `Adresse du gestionnaire` is not.
struct ObjectNouns {
    private let nouns: Set<String>

    init(_ schema: Schema) {
        let own = ([schema.name, schema.title] + (schema.additions.nouns ?? [])).flatMap(\.foldedWords)
        nouns = Set(own.filter { $0.count > 3 }).union(Self.general)
    }

    /// A folded header without the object that it ends with, or nil where it ends with none.
    func withoutObject(_ key: String) -> String? {
        let words = key.split(separator: " ").map(String.init)
        guard let object = words.indices.last, object > 0, nouns.contains(words[object]) else { return nil }
        guard let link = words[..<object].lastIndex(where: { !Self.links.contains($0) }), link < object - 1 else {
            return nil
        }
        return words[...link].joined(separator: " ")
    }

    private static let links: Set<String> = ["de", "du", "des", "d", "la", "l", "le", "les"]
    private static let general: Set<String> = [
        "site", "lieu", "objet", "equipement", "etablissement", "batiment", "structure", "espace", "emplacement",
        "parc", "jardin", "square", "bureau", "toilette", "toilettes", "panneau", "place",
    ]
}
