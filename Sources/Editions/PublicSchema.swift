public import Foundation
public import Schemas

/// A schema as everybody may see it: fields that are not public are absent, so that the published files respect it.
public struct PublicSchema: Sendable {
    /// The schema.
    public let schema: Schema
    /// The same as a Table Schema document (JSON).
    public let document: Data

    /// The part of a Table Schema document that may be seen. The document is kept to the byte where all its fields may.
    public init(document: Data, showing isSeen: (Field.Visibility) -> Bool = { $0 == .public }) throws {
        let whole = try JSONDecoder().decode(Schema.self, from: document)
        let hidden = Set(whole.fields.filter { !isSeen($0.visibility) }.map(\.name))
        guard !hidden.isEmpty else {
            (schema, self.document) = (whole, document)
            return
        }
        let pruned = try Self.pruned(document, of: hidden)
        schema = try JSONDecoder().decode(Schema.self, from: pruned)
        self.document = pruned
    }

    private static func pruned(_ document: Data, of hidden: Set<String>) throws -> Data {
        guard var object = try JSONSerialization.jsonObject(with: document) as? [String: Any] else { return document }
        let fields = object["fields"] as? [[String: Any]] ?? []
        object["fields"] = fields.filter { !hidden.contains($0["name"] as? String ?? "") }
        for key in ["primaryKey", "uniqueKeys", "foreignKeys"] where object[key].map({ names(hidden, in: $0) }) == true
        {
            object[key] = nil
        }
        if let checks = object["custom_checks"] as? [[String: Any]] {
            object["custom_checks"] = checks.filter { !names(hidden, in: $0) }
        }
        return try JSONSerialization.data(
            withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    }

    /// Whether any of the words stands anywhere in a JSON value.
    private static func names(_ words: Set<String>, in value: Any) -> Bool {
        switch value {
        case let word as String: words.contains(word)
        case let list as [Any]: list.contains { names(words, in: $0) }
        case let object as [String: Any]: object.values.contains { names(words, in: $0) }
        default: false
        }
    }
}
