/// What a dataset must contain (in French *le modèle*): a Table Schema with a few additions of ours.
///
/// Everything else derives from it: template, mapping, checks, repairs, metadata, files, documentation. Our
/// additions stand under the key `gabarit`, which every other reader of Table Schemas ignores. See `docs/schemas.md`.
public struct Schema: Sendable, Decodable {
    /// The identifier, in addresses and commands (`parcs-jardins`).
    public var name: String
    /// The title for people.
    public var title: String
    /// What the dataset is about.
    public var description: String
    /// The version of the structure (semantic versioning).
    public var version: String
    /// Where its owner publishes the structure, for one that is shared (Table Schema, `path`): a web address.
    public var address: String?
    /// The fields, in their order.
    public var fields: [Field]
    /// What counts as an empty cell, beside the empty cell.
    public var missingValues: [String]
    /// The fields that together name one row.
    public var primaryKey: [String]
    /// Sets of fields of which no two rows may be the same (Table Schema 2).
    public var uniqueKeys: [[String]]
    /// What only Gabarit reads.
    public var additions: Additions
    /// Validata's checks of the whole schema, as they are declared.
    public var customChecks: [CustomCheck]

    /// What Gabarit adds to a Table Schema.
    public struct Additions: Sendable, Decodable {
        /// Three letters that begin each identifier of an object (`PAR`).
        public var trigram: String?
        /// The licence of the data (an SPDX identifier).
        public var licence: String?
        /// How often the data is renewed: a code of the EU frequency authority table (`ANNUAL`).
        public var frequency: String?
        /// One object, in the singular and the plural (`["parc ou jardin", "parcs et jardins"]`).
        public var nouns: [String]?
        /// Words under which people look for the dataset.
        public var keywords: [String]?
        /// The theme, from the EU data-theme authority table (`ENVI`).
        public var theme: String?
        /// The category of high-value datasets that the law puts it into, from the EU table *high-value-dataset-category*
        /// (`c_ac64a52d`); Implementing Regulation (EU) 2023/138.
        public var highValue: String?
    }

    /// The field of a name.
    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }

    /// The first field of a meaning.
    public func field(meaning: Field.Meaning) -> Field? { fields.first { $0.meaning == meaning } }

    /// Where the field of a name stands among the fields.
    public func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

/// A check of Validata, as a schema declares it: by name, with parameters.
public struct CustomCheck: Sendable, Decodable {
    /// The name of the check.
    public var name: String
    /// The parameters: columns and options.
    public var params: [String: Parameter]

    /// A parameter: one word or several.
    public enum Parameter: Sendable, Decodable {
        case one(String)
        case many([String])

        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let words = try? container.decode([String].self) {
                self = .many(words)
            } else if let word = try? container.decode(String.self) {
                self = .one(word)
            } else {
                self = .one(String(try container.decode(Double.self)))
            }
        }
    }
}
